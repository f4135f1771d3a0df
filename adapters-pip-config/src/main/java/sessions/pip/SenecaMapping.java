package sessions.pip;

import java.util.HashMap;
import java.util.Map;

/** Maps where Seneca messages are received, by protocol. */
final class SenecaMapping {

    private SenecaMapping() {
    }

    static void read(ComponentRoles roles, Map<String, String> settings) {
        roles.all(ComponentRole.SENECA_SERVICE).forEach(service -> read(service, settings));
    }

    private static void read(PipComponent service, Map<String, String> settings) {
        ComponentSection connection = service.sections("connection").getFirst();
        connection.rejectLookUp("discovery_key");
        String host = connection.text("host").orElse(HttpAddress.ALL_ADDRESSES);
        String port = connection.positiveInteger("port").orElse(HttpAddress.ORIGINAL_PORT);
        String protocol = connection.text("protocol").orElse("none");
        switch (protocol) {
            case "http", "web" -> SharedListener.put(service, new HashMap<>(Map.of("host", host, "port", port)),
                    "seneca-port", settings);
            case "tcp" -> {
                SharedListener.putPort(service, port, "seneca-tcp-port", settings);
                settings.put("seneca-tcp-host", host);
            }
            case "none" -> service.warning("does not listen, as in the original, because connection.protocol is none");
            default -> service.warning("is ignored, because connection.protocol '" + protocol
                    + "' has no counterpart; expected http or tcp");
        }
    }
}
