package sessions.bootstrap.pip;

import java.util.Optional;
import java.util.Set;

/** What a component is, {@code group:type:kind:name:version}. Name and version make no difference here. */
record Descriptor(String group, String type, String kind, String text) {

    private static final String ANY = "*";

    /** As the services for Node and for Dart call themselves. */
    private static final Set<String> SESSIONS = Set.of("service-sessions", "pip-services-sessions", ANY);

    /** Empty where the text has not five parts. */
    static Optional<Descriptor> parse(String text) {
        String[] parts = text.strip().split("\\s*:\\s*", -1);
        return parts.length == 5
                ? Optional.of(new Descriptor(parts[0], parts[1], parts[2], text.strip()))
                : Optional.empty();
    }

    Role role() {
        return switch (type) {
            case "persistence" -> Role.PERSISTENCE; // of others, too: to pass over it would look like lost sessions
            case "controller" -> isOfSessions() ? Role.CONTROLLER : Role.OTHER;
            case "service" -> isOfSessions() ? serviceRole() : Role.OTHER;
            default -> isOfFramework() ? frameworkRole() : Role.OTHER;
        };
    }

    private Role serviceRole() {
        return switch (kind) {
            case "http", "commandable-http" -> Role.SERVICE;
            case "grpc", "commandable-grpc" -> Role.GRPC_SERVICE;
            case "seneca" -> Role.SENECA_SERVICE;
            default -> Role.OTHER;
        };
    }

    private Role frameworkRole() {
        return switch (type + ":" + kind) {
            case "endpoint:http" -> Role.ENDPOINT;
            case "endpoint:grpc" -> Role.GRPC_ENDPOINT;
            case "endpoint:seneca" -> Role.SENECA_ENDPOINT;
            case "logger:console" -> Role.LOGGER;
            case "counters:log" -> Role.COUNTERS;
            case "context-info:default" -> Role.CONTEXT;
            case "heartbeat-service:http", "status-service:http", "swagger-service:http" -> Role.ALWAYS_ON;
            default -> Role.OTHER;
        };
    }

    boolean isOfSessions() {
        return SESSIONS.contains(group);
    }

    /** Earlier versions of the framework had a group for each of its parts. */
    private boolean isOfFramework() {
        return group.startsWith("pip-services") || group.equals(ANY);
    }

    @Override
    public String toString() {
        return text;
    }
}
