package sessions.pip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Composes the URL of a MongoDB store as the original does: from hosts, database and options, or from a URI. */
final class MongoUrl {

    private static final String COLLECTION = "sessions";

    /** One text may contain several hosts. */
    private static final Pattern HOST = Pattern.compile("[\\w.,:\\[\\]-]+");
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** Matches names that MongoDB does not allow for databases. In a URL, a dot would begin the collection. */
    private static final Pattern INVALID_DATABASE = Pattern.compile(".*[/\\\\. \"$].*");

    private final PipComponent component;
    private final List<ComponentSection> connections;
    private final ComponentSection credential;

    private MongoUrl(PipComponent component) {
        this.component = component;
        this.connections = component.sections("connection");
        this.credential = component.sections("credential").getFirst();
    }

    /** Sets {@code store} and, if they are given, {@code store-user} and {@code store-password}. */
    static void read(PipComponent component, Map<String, String> settings) {
        MongoUrl url = new MongoUrl(component);
        MongoParameters parameters = MongoParameters.of(component);
        String collection = component.text("collection").filter(name -> !name.equals(COLLECTION))
                .map(name -> "." + MongoParameters.encoded(name)).orElse("");
        url.rejectLookUps();
        Optional<ComponentEntry> uri = url.connections.stream().flatMap(connection -> connection.take("uri").stream())
                .findFirst();
        if (uri.isPresent()) {
            url.ignoreKeysThatTheUriReplaces();
            MongoUri.read(component, uri.get())
                    .ifPresent(found -> settings.put("store", found.with(collection, parameters)));
        } else {
            url.credential.text("username").ifPresent(user -> settings.put("store-user", user));
            url.credential.text("password").ifPresent(password -> settings.put("store-password", password));
            settings.put("store", url.composed(collection, parameters));
        }
    }

    private String composed(String collection, MongoParameters parameters) {
        String hosts = connections.stream().map(this::host).collect(Collectors.joining(","));
        List<ComponentEntry> databases = connections.stream()
                .flatMap(connection -> connection.take("database").stream())
                .toList();
        if (databases.isEmpty()) {
            component.problem("connection.database or connection.uri is missing");
            return "";
        }
        ComponentEntry database = databases.getFirst();
        if (INVALID_DATABASE.matcher(database.text()).matches()) {
            component.problem(database, "connection.database must be a database name");
        }
        connections.forEach(connection -> connection.ignore("protocol"));
        parameters.add(connections);
        parameters.add(List.of(credential));
        String query = parameters.query();
        return "mongodb://" + hosts + "/" + MongoParameters.encoded(database.text()) + collection
                + (query.isEmpty() ? "" : "?" + query);
    }

    private String host(ComponentSection connection) {
        Optional<ComponentEntry> host = connection.take("host");
        String port = connection.positiveInteger("port").map(number -> ":" + number).orElse("");
        if (host.isEmpty()) {
            component.problem("connection.host or connection.uri is missing");
            return "";
        }
        String name = host.get().text();
        if (!HOST.matcher(name).matches()) {
            component.problem(host.get(), "connection.host must be a host name or address");
        }
        return (BARE_IPV6.matcher(name).matches() ? "[" + name + "]" : name) + port;
    }

    private void rejectLookUps() {
        connections.forEach(connection -> connection.rejectLookUp("discovery_key"));
        credential.rejectLookUp("store_key");
    }

    private void ignoreKeysThatTheUriReplaces() {
        connections.forEach(connection -> connection.ignore("protocol", "host", "port", "database"));
        credential.take("username").ifPresent(user -> component.warning(user,
                "credential is ignored if connection.uri is set, as in the original; put it into the URI if it is"
                        + " needed"));
        credential.ignore("password");
    }
}
