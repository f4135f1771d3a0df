package sessions.rest.route;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import sessions.domain.model.CursorPage;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionAdmin;
import sessions.rest.http.ConditionalHeaders;
import sessions.rest.http.QueryParameters;
import sessions.rest.http.RequestScope;
import sessions.wire.resource.ExportLines;

/** The route that exports a user's sessions as JSON Lines: all of them, or one page if the query has a limit. */
public record ExportRoutes(SessionAdmin admin) {

    private static final String USER_ID = "user_id";

    private static final String FILE = "sessions.jsonl";

    public void addTo(Routes routes) {
        routes.get("/v2/users/{" + USER_ID + "}/export", ConditionalHeaders.only(this::export));
    }

    private void export(Context ctx) throws IOException {
        Map<String, List<String>> parameters = QueryParameters.parameters(ctx);
        CursorPaging paging = ExportLines.paging(parameters);
        String userId = ctx.pathParam(USER_ID);
        String correlationId = RequestScope.correlationId(ctx);
        CursorPage first = admin.exportSessions(correlationId, userId, paging);
        if (paging.limit() != null) {
            QueryParameters.linkNext(ctx, parameters, first.next());
        }
        StreamedResponse.send(ctx, ExportLines.MEDIA_TYPE, FILE, out -> {
            CursorPage page = first;
            write(page, out);
            while (paging.limit() == null && page.next() != null) {
                page = admin.exportSessions(correlationId, userId, new CursorPaging(page.next(), null, false));
                write(page, out);
            }
        });
    }

    private static void write(CursorPage page, OutputStream out) throws IOException {
        for (SessionV1 session : page.sessions()) {
            out.write(ExportLines.line(session).getBytes(StandardCharsets.UTF_8));
        }
    }
}
