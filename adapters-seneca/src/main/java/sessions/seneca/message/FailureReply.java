package sessions.seneca.message;

import sessions.wire.session.ErrorJson;

/** The reply to a message that was rejected or failed. */
public record FailureReply(ErrorJson error) implements SenecaReply {

    @Override
    public int status() {
        return error.status();
    }
}
