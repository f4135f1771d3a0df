package sessions.testkit.log;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Secrets that must not appear in logs, recognized by their form. */
enum SecretPattern {

    /**
     * 32 lower-case hexadecimal digits, or a UUID, which is the form in SQL stores and their error messages. Excludes
     * the trace id in a {@code traceparent} (W3C Trace Context) and random UUIDs of version 4 (RFC 9562): tests use
     * them as user ids, and one in 64 session ids looks like one.
     */
    SESSION_ID("(?<![0-9a-f])(?<!\\b00-)(?:[0-9a-f]{32}|"
            + "[0-9a-f]{8}-[0-9a-f]{4}-(?!4[0-9a-f]{3}-[89ab])[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f])"),

    API_KEY("sessions_[\\w-]{43}"),

    /** The marker in the content, keys and passwords that tests use. */
    MARKED("s3cret|0th3r"),

    /** In a URL, unless it is masked. */
    PASSWORD("(?i)password=(?!\\*)[^\\s&;]+|://[^\\s/:@]+:[^\\s/@]+@"),

    PRIVATE_KEY("-----BEGIN [A-Z ]*PRIVATE KEY-----");

    private static final String CUT = "***";

    private final Pattern form;

    SecretPattern(String form) {
        this.form = Pattern.compile(form);
    }

    /** Returns the secrets in a text. */
    static List<SecretPattern> in(String text) {
        return Arrays.stream(values()).filter(secret -> secret.form.matcher(text).find()).toList();
    }

    /** Returns the text with its secrets masked. */
    static String cut(String text) {
        String without = text;
        for (SecretPattern secret : values()) {
            without = secret.form.matcher(without).replaceAll(CUT);
        }
        return without;
    }
}
