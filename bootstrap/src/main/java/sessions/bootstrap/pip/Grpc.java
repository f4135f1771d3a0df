package sessions.bootstrap.pip;

import java.util.LinkedHashMap;
import java.util.Map;

/** How gRPC is served; both of its services are on one port here. */
final class Grpc {

    private Grpc() {
    }

    static void read(Roles roles, Map<String, String> settings) {
        roles.all(Role.GRPC_SERVICE).forEach(Http::readRoute);
        roles.listener(Role.GRPC_ENDPOINT, Role.GRPC_SERVICE).ifPresent(listener -> {
            Map<String, String> address = new LinkedHashMap<>();
            HttpAddress.read(listener, address);
            BesideHttp.put(listener, address, "grpc-port", settings);
            Http.refuseMaintenance(listener);
        });
    }
}
