package sessions.seneca;

/** One way in which clients of Seneca send messages and take replies, as the genuine ones do. */
interface Dialect extends AutoCloseable {

    /** Sends a message, which is a JSON object, and takes the reply. */
    ActionResult send(String message);

    @Override
    void close();
}
