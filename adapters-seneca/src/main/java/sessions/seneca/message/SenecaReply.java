package sessions.seneca.message;

/** The outcome of a message, independent of the dialect. */
public sealed interface SenecaReply permits SuccessReply, FailureReply {

    int OK = 200;

    /** Returns the HTTP status of the outcome, on any transport. */
    int status();
}
