package sessions.pip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a MongoDB persistence, by its parts; together they are the URI.
 *
 * @param hosts with scheme, user and password
 * @param database empty where there is none
 * @param query begins with {@code ?}, or is empty
 */
record MongoUri(String hosts, String database, String query) {

    private static final Pattern FORM = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(\\?.*)?");

    /** What the driver for Node takes where a URI names no database. */
    private static final String DEFAULT_DATABASE = "test";

    /** Where it then looks for the user. */
    private static final String DEFAULT_AUTH_SOURCE = "authSource=admin";

    /** Empty where it is malformed, which is a problem then. Does not repeat the URI, which may hold a password. */
    static Optional<MongoUri> read(PipComponent component, ComponentEntry uri) {
        Matcher matcher = FORM.matcher(uri.text());
        if (!matcher.matches()) {
            component.problem(uri, "connection.uri must be mongodb://HOST/DATABASE");
            return Optional.empty();
        }
        MongoUri read = new MongoUri(matcher.group(1), textOf(matcher.group(2)), textOf(matcher.group(3)));
        if (!read.database.isEmpty()) {
            return Optional.of(read);
        }
        component.warning(uri, "connection.uri names no database, so '" + DEFAULT_DATABASE + "' is used, as by the"
                + " original for Node; name it in the URI");
        return Optional.of(read.withDefaultDatabase());
    }

    private static String textOf(@Nullable String group) {
        return group == null ? "" : group;
    }

    private MongoUri withDefaultDatabase() {
        boolean settled = !hosts.contains("@") || query.toLowerCase(Locale.ROOT).contains("authsource=");
        return new MongoUri(hosts, DEFAULT_DATABASE, settled ? query : and(query, DEFAULT_AUTH_SOURCE));
    }

    /** @param collection begins with a dot, or is empty */
    String with(String collection, MongoParameters parameters) {
        return hosts + "/" + database + collection + and(query, parameters.query());
    }

    private static String and(String query, String more) {
        return more.isEmpty() ? query : (query.isEmpty() ? "?" : query + "&") + more;
    }
}
