package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import sessions.domain.port.driving.SessionAdmin;
import sessions.rest.http.ConditionalHeaders;
import sessions.rest.http.QueryParameters;
import sessions.rest.http.RequestScope;

/** The route that returns a backup of the store as a file. */
public record BackupRoutes(SessionAdmin admin) {

    private static final String MEDIA_TYPE = "application/zip";
    private static final String FILE = "sessions-backup.zip";

    public void addTo(Routes routes) {
        routes.get("/v2/backup", QueryParameters.none(ConditionalHeaders.only(this::backUp)));
    }

    /** Makes no backup for {@code HEAD}, because its body would be discarded. */
    private void backUp(Context ctx) throws IOException {
        boolean hasBody = !ctx.method().equals(HandlerType.HEAD);
        StreamedResponse.send(ctx, MEDIA_TYPE, FILE, out -> {
            if (hasBody) {
                admin.backUp(RequestScope.correlationId(ctx), out);
            }
        });
    }
}
