package sessions.pip;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps how gRPC is served. Both services of the original share one port here. */
final class GrpcMapping {

    private GrpcMapping() {
    }

    static void read(ComponentRoles roles, Map<String, String> settings) {
        roles.all(ComponentRole.GRPC_SERVICE).forEach(HttpMapping::readRoute);
        roles.listener(ComponentRole.GRPC_ENDPOINT, ComponentRole.GRPC_SERVICE).ifPresent(listener -> {
            Map<String, String> address = new LinkedHashMap<>();
            HttpAddress.read(listener, address);
            SharedListener.put(listener, address, "grpc-port", settings);
            HttpMapping.rejectMaintenance(listener);
        });
    }
}
