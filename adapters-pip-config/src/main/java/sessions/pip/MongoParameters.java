package sessions.pip;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Options of a MongoDB persistence, as parameters of a MongoDB URL. */
final class MongoParameters {

    private static final Map<String, String> TEXTS = Map.of("replica_set", "replicaSet", "auth_source", "authSource");
    private static final Map<String, String> COUNTS = Map.of("max_pool_size", "maxPoolSize", "connect_timeout",
            "connectTimeoutMS", "socket_timeout", "socketTimeoutMS");

    private final Map<String, String> parameters = new TreeMap<>();

    private MongoParameters() {
    }

    static MongoParameters of(PipComponent component) {
        MongoParameters read = new MongoParameters();
        TEXTS.forEach((key, name) -> component.text("options." + key).ifPresent(text -> read.put(name, text)));
        COUNTS.forEach((key, name) -> component.positiveInteger("options." + key)
                .ifPresent(number -> read.put(name, number)));
        component.flag("options.ssl").ifPresent(ssl -> read.put("ssl", ssl.toString()));
        return read;
    }

    /** Adds the remaining keys of connections or credentials, which the original also uses as parameters. */
    void add(List<ComponentSection> sections) {
        sections.forEach(section -> section.takeRemaining().forEach(parameters::putIfAbsent));
    }

    private void put(String name, String value) {
        parameters.put(name, value);
    }

    /** Returns the parameters, to be appended after {@code ?} or {@code &}; empty if there are none. */
    String query() {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Returns the text percent-encoded. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
