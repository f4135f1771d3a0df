package sessions.pip;

import java.util.Optional;
import java.util.Set;

/** A component's descriptor, {@code group:type:kind:name:version}. Name and version make no difference here. */
record ComponentDescriptor(String group, String type, String kind, String text) {

    private static final String ANY = "*";

    /** The groups of the sessions services for Node and for Dart. */
    private static final Set<String> SESSIONS = Set.of("service-sessions", "pip-services-sessions", ANY);

    /** Parses a descriptor; empty if the text does not have five parts. */
    static Optional<ComponentDescriptor> parse(String text) {
        String[] parts = text.strip().split("\\s*:\\s*", -1);
        return parts.length == 5
                ? Optional.of(new ComponentDescriptor(parts[0], parts[1], parts[2], text.strip()))
                : Optional.empty();
    }

    ComponentRole role() {
        return switch (type) {
            // A persistence of another service is not ignored: that would look like lost sessions.
            case "persistence" -> ComponentRole.PERSISTENCE;
            case "controller" -> isOfSessions() ? ComponentRole.CONTROLLER : ComponentRole.OTHER;
            case "service" -> isOfSessions() ? serviceRole() : ComponentRole.OTHER;
            default -> isOfFramework() ? frameworkRole() : ComponentRole.OTHER;
        };
    }

    private ComponentRole serviceRole() {
        return switch (kind) {
            case "http", "commandable-http" -> ComponentRole.SERVICE;
            case "grpc", "commandable-grpc" -> ComponentRole.GRPC_SERVICE;
            case "seneca" -> ComponentRole.SENECA_SERVICE;
            default -> ComponentRole.OTHER;
        };
    }

    private ComponentRole frameworkRole() {
        return switch (type + ":" + kind) {
            case "endpoint:http" -> ComponentRole.ENDPOINT;
            case "endpoint:grpc" -> ComponentRole.GRPC_ENDPOINT;
            case "endpoint:seneca" -> ComponentRole.SENECA_ENDPOINT;
            case "logger:console" -> ComponentRole.LOGGER;
            case "counters:log" -> ComponentRole.COUNTERS;
            case "context-info:default" -> ComponentRole.CONTEXT;
            case "heartbeat-service:http", "status-service:http", "swagger-service:http" -> ComponentRole.ALWAYS_ON;
            default -> ComponentRole.OTHER;
        };
    }

    boolean isOfSessions() {
        return SESSIONS.contains(group);
    }

    /** Earlier versions of the framework had one group per part. */
    private boolean isOfFramework() {
        return group.startsWith("pip-services") || group.equals(ANY);
    }

    @Override
    public String toString() {
        return text;
    }
}
