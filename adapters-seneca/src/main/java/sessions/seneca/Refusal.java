package sessions.seneca;

import sessions.wire.session.ErrorJson;

/** What was asked for was refused, or failed. */
record Refusal(ErrorJson error) implements Reply {

    @Override
    public int status() {
        return error.status();
    }
}
