package sessions.seneca.message;

/** What becomes of a message, whatever form it is told in. */
public sealed interface SenecaReply permits SuccessReply, FailureReply {

    int OK = 200;

    /** A number of HTTP, over any transport. */
    int status();
}
