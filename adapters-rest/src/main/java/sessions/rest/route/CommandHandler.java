package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import sessions.rest.http.RequestBody;
import sessions.rest.http.RequestScope;
import sessions.rest.http.Responses;
import sessions.wire.command.CommandResult;
import sessions.wire.command.SessionCommands;

/** Handles one command of the contract. The header {@code ETag} carries the session's version; the body does not. */
public record CommandHandler(String name, SessionCommands commands, RequestBody body) implements Handler {

    @Override
    public void handle(Context ctx) throws IOException {
        CommandResult result = commands.execute(name, RequestScope.correlationId(ctx), body.read(ctx));
        if (result.version() != null) {
            Responses.entityTag(ctx, result.version());
        }
        if (result.json() == null) {
            Responses.none(ctx);
        } else {
            Responses.json(ctx, HttpStatus.OK.getCode(), result.json());
        }
    }
}
