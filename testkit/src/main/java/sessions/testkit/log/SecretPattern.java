package sessions.testkit.log;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What no line of a log may show, known by its form. */
enum SecretPattern {

    /**
     * 32 lower-case hexadecimal digits, or a UUID, as which the SQL stores hold it and databases quote it. Not the trace id
     * within a {@code traceparent} (W3C Trace Context), and no random UUID of version 4 (RFC 9562), which tests take as
     * ids of users and as which one in 64 session ids looks.
     */
    SESSION_ID("(?<![0-9a-f])(?<!\\b00-)(?:[0-9a-f]{32}|"
            + "[0-9a-f]{8}-[0-9a-f]{4}-(?!4[0-9a-f]{3}-[89ab])[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f])"),

    API_KEY("sessions_[\\w-]{43}"),

    /** What tests write into the content, keys and passwords that they make up. */
    MARKED("s3cret|0th3r"),

    /** Within a URL, unless it is hidden. */
    PASSWORD("(?i)password=(?!\\*)[^\\s&;]+|://[^\\s/:@]+:[^\\s/@]+@"),

    PRIVATE_KEY("-----BEGIN [A-Z ]*PRIVATE KEY-----");

    private static final String CUT = "***";

    private final Pattern form;

    SecretPattern(String form) {
        this.form = Pattern.compile(form);
    }

    /** Those that the text shows. */
    static List<SecretPattern> in(String text) {
        return Arrays.stream(values()).filter(secret -> secret.form.matcher(text).find()).toList();
    }

    /** The text without them. */
    static String cut(String text) {
        String without = text;
        for (SecretPattern secret : values()) {
            without = secret.form.matcher(without).replaceAll(CUT);
        }
        return without;
    }
}
