package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.RemovedBatch;
import sessions.domain.port.driving.SessionAdmin;
import sessions.wire.resource.PurgeJson;
import sessions.wire.resource.RemovalJson;

/** Removing many sessions for good: what ended long ago, and all of a user. */
final class RemovalRoutes {

    private static final String USER_ID = "user_id";

    private final SessionAdmin admin;
    private final RequestBody body;

    RemovalRoutes(SessionAdmin admin, RequestBody body) {
        this.admin = admin;
        this.body = body;
    }

    void addTo(Routes routes) {
        routes.post("/v2/sessions/purge", Query.none(Headers.only(this::purge)));
        routes.delete("/v2/users/{" + USER_ID + "}/sessions", Headers.only(this::erase));
    }

    private void purge(Context ctx) throws IOException {
        PurgeJson request = PurgeJson.read(body.read(ctx));
        Answers.json(ctx, HttpStatus.OK.getCode(), purge(request, RequestScope.correlationId(ctx)));
    }

    private String purge(PurgeJson request, String correlationId) {
        Integer limit = request.limit();
        if (limit != null) {
            return ofStep(admin.purgeSomeSessions(correlationId, request.closedBefore(), limit));
        }
        long removed = request.dryRun()
                ? admin.countSessionsToPurge(correlationId, request.closedBefore())
                : admin.purgeSessions(correlationId, request.closedBefore());
        return RemovalJson.of(removed, request.dryRun());
    }

    private void erase(Context ctx) {
        Integer limit = RemovalJson.limit(Query.parameters(ctx));
        Answers.json(ctx, HttpStatus.OK.getCode(),
                erase(ctx.pathParam(USER_ID), limit, RequestScope.correlationId(ctx)));
    }

    private String erase(String userId, @Nullable Integer limit, String correlationId) {
        return limit == null
                ? RemovalJson.ofStep(admin.eraseSessions(correlationId, userId), false)
                : ofStep(admin.eraseSomeSessions(correlationId, userId, limit));
    }

    private static String ofStep(RemovedBatch batch) {
        return RemovalJson.ofStep(batch.removed(), batch.more());
    }
}
