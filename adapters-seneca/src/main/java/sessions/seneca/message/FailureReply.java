package sessions.seneca.message;

import sessions.wire.session.ErrorJson;

/** What was asked for was refused, or failed. */
public record FailureReply(ErrorJson error) implements SenecaReply {

    @Override
    public int status() {
        return error.status();
    }
}
