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

/** Serves one command of the contract. The session's version travels beside the body, as its {@code ETag}. */
public final class CommandHandler implements Handler {

    private final String name;
    private final SessionCommands commands;
    private final RequestBody body;

    public CommandHandler(String name, SessionCommands commands, RequestBody body) {
        this.name = name;
        this.commands = commands;
        this.body = body;
    }

    @Override
    public void handle(Context ctx) throws IOException {
        CommandResult answer = commands.execute(name, RequestScope.correlationId(ctx), body.read(ctx));
        if (answer.version() != null) {
            Responses.entityTag(ctx, answer.version());
        }
        if (answer.json() == null) {
            Responses.none(ctx);
        } else {
            Responses.json(ctx, HttpStatus.OK.getCode(), answer.json());
        }
    }
}
