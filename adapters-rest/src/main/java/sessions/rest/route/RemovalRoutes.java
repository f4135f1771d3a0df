package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.RemovedBatch;
import sessions.domain.port.driving.SessionAdmin;
import sessions.rest.http.ConditionalHeaders;
import sessions.rest.http.QueryParameters;
import sessions.rest.http.RequestBody;
import sessions.rest.http.RequestScope;
import sessions.rest.http.Responses;
import sessions.wire.resource.PurgeJson;
import sessions.wire.resource.RemovalJson;

/** The routes that delete many sessions: purging ended sessions and erasing a user. */
public record RemovalRoutes(SessionAdmin admin, RequestBody body) {

    private static final String USER_ID = "user_id";

    public void addTo(Routes routes) {
        routes.post("/v2/sessions/purge", QueryParameters.none(ConditionalHeaders.only(this::purge)));
        routes.delete("/v2/users/{" + USER_ID + "}/sessions", ConditionalHeaders.only(this::erase));
    }

    private void purge(Context ctx) throws IOException {
        PurgeJson request = PurgeJson.read(body.read(ctx));
        Responses.json(ctx, HttpStatus.OK.getCode(), purge(request, RequestScope.correlationId(ctx)));
    }

    private String purge(PurgeJson request, String correlationId) {
        Integer limit = request.limit();
        if (limit != null) {
            return ofBatch(admin.purgeBatch(correlationId, request.closedBefore(), limit));
        }
        long removed = request.dryRun()
                ? admin.countSessionsToPurge(correlationId, request.closedBefore())
                : admin.purgeSessions(correlationId, request.closedBefore());
        return RemovalJson.of(removed, request.dryRun());
    }

    private void erase(Context ctx) {
        Integer limit = RemovalJson.limit(QueryParameters.parameters(ctx));
        Responses.json(ctx, HttpStatus.OK.getCode(),
                erase(ctx.pathParam(USER_ID), limit, RequestScope.correlationId(ctx)));
    }

    private String erase(String userId, @Nullable Integer limit, String correlationId) {
        return limit == null
                ? RemovalJson.ofBatch(admin.eraseSessions(correlationId, userId), false)
                : ofBatch(admin.eraseBatch(correlationId, userId, limit));
    }

    private static String ofBatch(RemovedBatch batch) {
        return RemovalJson.ofBatch(batch.removed(), batch.more());
    }
}
