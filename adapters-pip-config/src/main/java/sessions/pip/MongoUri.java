package sessions.pip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a MongoDB persistence's URI.
 *
 * @param hosts with scheme, user and password
 * @param database empty if there is none
 * @param query begins with {@code ?}, or is empty
 */
record MongoUri(String hosts, String database, String query) {

    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(\\?.*)?");

    /** The database that the driver for Node uses if a URI names none. */
    private static final String DEFAULT_DATABASE = "test";

    /** The database in which the driver then looks up the user. */
    private static final String DEFAULT_AUTH_SOURCE = "authSource=admin";

    /**
     * Reads a URI. Empty if it is malformed, which is reported as a problem without the URI, because it may contain a
     * password.
     */
    static Optional<MongoUri> read(PipComponent component, ComponentEntry uri) {
        Matcher matcher = URI.matcher(uri.text());
        if (!matcher.matches()) {
            component.problem(uri, "connection.uri must be mongodb://HOST/DATABASE");
            return Optional.empty();
        }
        MongoUri read = new MongoUri(matcher.group(1), textOf(matcher.group(2)), textOf(matcher.group(3)));
        if (!read.database.isEmpty()) {
            return Optional.of(read);
        }
        component.warning(uri, "connection.uri names no database, so '" + DEFAULT_DATABASE + "' is used, as in the"
                + " original for Node; name the database in the URI");
        return Optional.of(read.withDefaultDatabase());
    }

    private static String textOf(@Nullable String group) {
        return group == null ? "" : group;
    }

    private MongoUri withDefaultDatabase() {
        boolean authSourceIsSet = !hosts.contains("@") || query.toLowerCase(Locale.ROOT).contains("authsource=");
        return new MongoUri(hosts, DEFAULT_DATABASE, authSourceIsSet ? query : appended(query, DEFAULT_AUTH_SOURCE));
    }

    /** @param collection begins with a dot, or is empty */
    String with(String collection, MongoParameters parameters) {
        return hosts + "/" + database + collection + appended(query, parameters.query());
    }

    private static String appended(String query, String more) {
        return more.isEmpty() ? query : (query.isEmpty() ? "?" : query + "&") + more;
    }
}
