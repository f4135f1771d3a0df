package sessions.persistence.jdbi.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sessions.domain.error.InvalidDataException;

/** Checks and reads URLs of PostgreSQL databases. */
final class PostgresUrl {

    static final String SCHEME = "jdbc:postgresql:";

    private static final String FORM = SCHEME + "//HOST:PORT/DATABASE";
    private static final int MAX_PORT = 65_535;

    /** Matches URLs with a user before the host, where the driver does not look for one. */
    private static final Pattern USER_BEFORE_HOST = Pattern.compile(Pattern.quote(SCHEME) + "//[^?;]*@.*");
    private static final Pattern HOSTS = Pattern.compile(Pattern.quote(SCHEME) + "//([^/?]*)(/?).*");
    /** A port after a host name, an IPv4 address or an IPv6 address in brackets. */
    private static final Pattern PORT = Pattern.compile("(?:\\[[^]]*]|[^:]*):(.*)");
    private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private PostgresUrl() {
    }

    /** @throws InvalidDataException if the driver would not accept the URL, or would not find the user in it */
    static void requireValid(String url) {
        if (USER_BEFORE_HOST.matcher(url).matches()) {
            throw invalid("must not name the user before the host: use --store-user and SESSIONS_STORE_PASSWORD");
        }
        try {
            DriverManager.getDriver(url);
        } catch (SQLException rejected) { // it has no reason
            throw invalid(reason(url));
        }
    }

    private static String reason(String url) {
        Matcher parts = HOSTS.matcher(url);
        if (parts.matches()) {
            Optional<String> port = Stream.of(parts.group(1).split(",")).map(PORT::matcher).filter(Matcher::matches)
                    .map(found -> found.group(1)).filter(text -> !isPort(text)).findFirst();
            if (port.isPresent()) {
                return "has the port " + port.get() + "; a port is a number from 1 to " + MAX_PORT;
            }
            if (parts.group(2).isEmpty()) {
                return "must also name the database: " + FORM;
            }
        }
        return PERCENT.matcher(url).find()
                ? "has a % without two hexadecimal digits after it; a percent sign itself is %25"
                : "must have the form " + FORM;
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_PORT;
    }

    /** Returns the decoded value of a parameter; empty if the URL does not have it. */
    static Optional<String> parameter(String url, String name) {
        return Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url).results().findFirst()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
    }

    /**
     * Returns the schema in {@code currentSchema}, as PostgreSQL reads it: in lower case unless it is quoted. Empty if
     * the URL does not have the parameter, or if it is a search path: of several schemas, PostgreSQL uses the first that
     * exists, and {@code $user} stands for another name.
     */
    static Optional<String> schema(String url) {
        return parameter(url, "currentSchema").map(String::strip)
                .filter(path -> !path.isEmpty() && path.indexOf(',') < 0 && path.indexOf('$') < 0)
                .map(name -> name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
                        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                        : name.toLowerCase(Locale.ROOT));
    }

    private static InvalidDataException invalid(String problem) {
        return InvalidDataException.of("--store", problem);
    }
}
