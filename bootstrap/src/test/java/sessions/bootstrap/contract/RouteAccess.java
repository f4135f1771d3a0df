package sessions.bootstrap.contract;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sessions.domain.access.Role;

/** A documented route, the role that it requires, and a valid request. */
record RouteAccess(String operation, @Nullable Role least, String body) {

    private static final Set<String> FOR_EVERYONE = Set.of("Heartbeat", "HealthLive", "HealthReady", "OpenApiYaml",
            "OpenApiJson", "Docs",
            "DocsFile",
            "Swagger");

    /** Operations for every role. HEAD of the backup makes no backup and reveals nothing. */
    private static final Set<String> FOR_READERS = Set.of("getSession", "headSession", "getSessionData",
            "headSessionData", "getSessionUser", "headSessionUser", "v1GetSessionById", "getStatus", "headStatus",
            "getMetrics", "headMetrics",
            "headBackup");

    private static final Set<String> FOR_WRITERS = Set.of("openSession", "listSessionsOfUser", "replaceSessionData",
            "mergeSessionData", "replaceSessionUser", "touchSession", "closeSession", "v1OpenSession",
            "v1StoreSessionData", "v1UpdateSessionUser", "v1CloseSession");

    private static final Set<String> FOR_ADMINISTRATORS = Set.of("listSessions", "closeSessions", "purgeSessions",
            "eraseSessionsOfUser", "exportSessionsOfUser", "headExportOfUser", "getBackup", "getStatistics",
            "headStatistics", "deleteSession", "v1GetSessions", "v1CloseExpiredSessions", "v1DeleteSessionById");

    private static final Map<String, String> BODIES = Map.ofEntries(Map.entry("openSession", "{\"user_id\":\"42\"}"),
            Map.entry("closeSessions", "{\"user_id\":\"42\"}"),
            Map.entry("purgeSessions", "{\"closed_before\":\"2020-01-01\"}"), Map.entry("replaceSessionData", "1"),
            Map.entry("mergeSessionData", "{\"a\":1}"), Map.entry("replaceSessionUser", "1"),
            Map.entry("v1OpenSession", "{\"user_id\":\"42\"}"),
            Map.entry("v1GetSessionById", "{\"session_id\":\"ID\"}"),
            Map.entry("v1StoreSessionData", "{\"session_id\":\"ID\",\"data\":1}"),
            Map.entry("v1UpdateSessionUser", "{\"session_id\":\"ID\",\"user\":1}"),
            Map.entry("v1CloseSession", "{\"session_id\":\"ID\"}"),
            Map.entry("v1DeleteSessionById", "{\"session_id\":\"ID\"}"));

    static RouteAccess of(String operation) {
        return new RouteAccess(operation, requiredRole(operation), BODIES.getOrDefault(operation, ""));
    }

    private static @Nullable Role requiredRole(String operation) {
        if (FOR_EVERYONE.contains(operation.replaceFirst("^(get|head)", ""))) {
            return null;
        }
        if (FOR_READERS.contains(operation)) {
            return Role.READER;
        }
        if (FOR_WRITERS.contains(operation)) {
            return Role.WRITER;
        }
        if (FOR_ADMINISTRATORS.contains(operation)) {
            return Role.ADMIN;
        }
        throw new AssertionError("nothing is said here of who may use " + operation);
    }

    /** Returns the error status for a caller with a role, or 0 for success. */
    int rejection(Role role) {
        return least == null || role.includes(least) ? 0 : 403;
    }
}
