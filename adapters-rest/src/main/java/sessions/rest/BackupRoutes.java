package sessions.rest;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import sessions.domain.port.driving.SessionAdmin;

/** A backup of the store, as a file. */
final class BackupRoutes {

    private static final String MEDIA_TYPE = "application/zip";
    private static final String FILE = "sessions-backup.zip";

    private final SessionAdmin admin;

    BackupRoutes(SessionAdmin admin) {
        this.admin = admin;
    }

    void addTo(Routes routes) {
        routes.get("/v2/backup", Query.none(Headers.only(this::backUp)));
    }

    /** Where only the headers are asked for none is made, as all of it would be thrown away. */
    private void backUp(Context ctx) throws IOException {
        boolean wanted = !ctx.method().equals(HandlerType.HEAD);
        StreamedAnswer.send(ctx, MEDIA_TYPE, FILE, out -> {
            if (wanted) {
                admin.backUp(RequestScope.correlationId(ctx), out);
            }
        });
    }
}
