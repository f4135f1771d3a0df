package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.CursorPage;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;
import sessions.rest.http.ConditionalHeaders;
import sessions.rest.http.QueryParameters;
import sessions.rest.http.RequestBody;
import sessions.rest.http.RequestScope;
import sessions.rest.http.Responses;
import sessions.wire.resource.ClosingJson;
import sessions.wire.resource.ListQuery;
import sessions.wire.resource.ResourceJson;

/** The routes that list sessions by cursor and close sessions by filter. */
public record SessionListRoutes(SessionResources sessions, SessionAdmin admin, RequestBody body) {

    private static final String USER_ID = "user_id";

    public void addTo(Routes routes) {
        routes.get("/v2/sessions", ConditionalHeaders.only(ctx -> list(ctx, null)));
        routes.get("/v2/users/{" + USER_ID + "}/sessions",
                ConditionalHeaders.only(ctx -> list(ctx, ctx.pathParam(USER_ID))));
        routes.post("/v2/sessions/close", QueryParameters.none(ConditionalHeaders.only(this::close)));
    }

    private void list(Context ctx, @Nullable String userId) {
        Map<String, List<String>> parameters = QueryParameters.parameters(ctx);
        ListQuery query = ListQuery.read(parameters, userId);
        CursorPage page = sessions.listSessions(RequestScope.correlationId(ctx), query.filter(), query.paging());
        QueryParameters.linkNext(ctx, parameters, page.next());
        Responses.json(ctx, HttpStatus.OK.getCode(), ResourceJson.of(page));
    }

    private void close(Context ctx) throws IOException {
        ClosingJson request = ClosingJson.read(body.read(ctx));
        Responses.json(ctx, HttpStatus.OK.getCode(), close(request, RequestScope.correlationId(ctx)));
    }

    private String close(ClosingJson request, String correlationId) {
        ClosingJson.Batch batch = request.batch();
        if (batch != null) {
            return ResourceJson.of(
                    admin.closeBatch(correlationId, request.filter(), batch.after(), batch.limit()));
        }
        long closed = request.dryRun()
                ? admin.countSessionsToClose(correlationId, request.filter())
                : admin.closeSessions(correlationId, request.filter());
        return ResourceJson.ofClosing(closed, request.dryRun());
    }
}
