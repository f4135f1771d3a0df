package sessions.seneca;

/** What becomes of a message, whatever form it is told in. */
sealed interface Reply permits Result, Refusal {

    int OK = 200;

    /** A number of HTTP, over any transport. */
    int status();
}
