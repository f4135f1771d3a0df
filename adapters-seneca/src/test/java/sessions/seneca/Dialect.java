package sessions.seneca;

/** A dialect in which genuine Seneca clients send messages and read replies. */
interface Dialect extends AutoCloseable {

    /** Sends a message, which is a JSON object, and returns the reply. */
    ActionResult send(String message);

    @Override
    void close();
}
