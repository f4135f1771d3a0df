package sessions.rest;

import sessions.domain.SessionAdmin;

/** A backup of the store, as a file. */
final class BackupRoutes {

    private static final String MEDIA_TYPE = "application/zip";
    private static final String FILE = "sessions-backup.zip";

    private final SessionAdmin admin;

    BackupRoutes(SessionAdmin admin) {
        this.admin = admin;
    }

    void addTo(Routes routes) {
        routes.get("/v2/backup", Query.none(Headers.only(ctx -> StreamedAnswer.send(ctx, MEDIA_TYPE, FILE,
                out -> admin.backUp(RequestScope.correlationId(ctx), out)))));
    }
}
