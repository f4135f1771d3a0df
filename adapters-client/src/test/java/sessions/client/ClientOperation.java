package sessions.client;

import java.util.List;
import java.util.function.Consumer;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.testkit.Fixtures;

/**
 * An operation of the client.
 *
 * @param name shown in test failures
 * @param repeatable whether the client repeats the operation automatically
 */
record ClientOperation(String name, boolean repeatable, Consumer<SessionsHttpClientV1> call) {

    static final String ID = "0123456789abcdef0123456789abcdef";
    static final String CORRELATION_ID = "c-1";

    private static final Json JSON = new Json("{\"n\":1}");
    private static final SessionFilter FILTER = SessionFilter.ofUser("u");

    /** Returns every operation of every port but the backup, which needs an output. */
    static List<ClientOperation> all() {
        return List.of(
                repeatable("getSessions", client -> client.getSessions(CORRELATION_ID, FILTER, Paging.FIRST)),
                repeatable("getSessionById", client -> client.getSessionById(CORRELATION_ID, ID)),
                repeatable("openSession", client -> client.openSession(CORRELATION_ID, Fixtures.opening("u"))),
                once("storeSessionData", client -> client.storeSessionData(CORRELATION_ID, ID, JSON)),
                once("updateSessionUser", client -> client.updateSessionUser(CORRELATION_ID, ID, JSON)),
                repeatable("closeSession", client -> client.closeSession(CORRELATION_ID, ID)),
                repeatable("closeExpiredSessions", client -> client.closeExpiredSessions(CORRELATION_ID)),
                repeatable("deleteSessionById", client -> client.deleteSessionById(CORRELATION_ID, ID)),
                repeatable("listSessions",
                        client -> client.resources().listSessions(CORRELATION_ID, FILTER, CursorPaging.FIRST)),
                repeatable("listSessions by offset",
                        client -> client.resources().listSessions(CORRELATION_ID, FILTER, Paging.FIRST)),
                repeatable("getAndTouch", client -> client.resources().getAndTouch(CORRELATION_ID, ID)),
                repeatable("getSession", client -> client.resources().getSession(CORRELATION_ID, ID)),
                repeatable("findActive", client -> client.resources().findActive(CORRELATION_ID, ID)),
                repeatable("openSession without a key",
                        client -> client.resources().openSession(CORRELATION_ID, Fixtures.opening("u"), null)),
                repeatable("openSession with a key", client -> client.resources().openSession(CORRELATION_ID,
                        Fixtures.opening("u"), new IdempotencyKey("mine"))),
                once("storeData", client -> client.resources().storeData(CORRELATION_ID, ID, JSON, 1L)),
                once("mergeData", client -> client.resources().mergeData(CORRELATION_ID, ID, JSON, null)),
                once("updateUser", client -> client.resources().updateUser(CORRELATION_ID, ID, JSON, null)),
                once("touch", client -> client.resources().touch(CORRELATION_ID, ID, null)),
                repeatable("close", client -> client.resources().close(CORRELATION_ID, ID, 1L)),
                repeatable("delete", client -> client.resources().delete(CORRELATION_ID, ID, 1L)),
                repeatable("closeExpiredSessions of admin",
                        client -> client.admin().closeExpiredSessions(CORRELATION_ID)),
                once("closeSessions", client -> client.admin().closeSessions(CORRELATION_ID, FILTER)),
                once("closeBatch", client -> client.admin().closeBatch(CORRELATION_ID, FILTER, null, 1)),
                repeatable("countSessionsToClose",
                        client -> client.admin().countSessionsToClose(CORRELATION_ID, FILTER)),
                once("purgeSessions", client -> client.admin().purgeSessions(CORRELATION_ID, Fixtures.NOON)),
                once("purgeBatch", client -> client.admin().purgeBatch(CORRELATION_ID, Fixtures.NOON, 1)),
                repeatable("countSessionsToPurge",
                        client -> client.admin().countSessionsToPurge(CORRELATION_ID, Fixtures.NOON)),
                once("eraseSessions", client -> client.admin().eraseSessions(CORRELATION_ID, "u")),
                once("eraseBatch", client -> client.admin().eraseBatch(CORRELATION_ID, "u", 1)),
                repeatable("exportSessions",
                        client -> client.admin().exportSessions(CORRELATION_ID, "u", CursorPaging.FIRST)),
                repeatable("statistics", client -> client.admin().statistics(CORRELATION_ID, 24)),
                repeatable("heartbeat", client -> client.monitoring().heartbeat(CORRELATION_ID)),
                once("readiness", client -> client.monitoring().readiness(CORRELATION_ID)),
                repeatable("status", client -> client.monitoring().status(CORRELATION_ID)));
    }

    private static ClientOperation repeatable(String name, Consumer<SessionsHttpClientV1> call) {
        return new ClientOperation(name, true, call);
    }

    private static ClientOperation once(String name, Consumer<SessionsHttpClientV1> call) {
        return new ClientOperation(name, false, call);
    }

    @Override
    public String toString() {
        return name;
    }
}
