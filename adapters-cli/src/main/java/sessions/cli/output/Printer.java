package sessions.cli.output;

/**
 * Prints items one after the other in one {@link OutputFormat}, and buffers only a few of them.
 *
 * @param <T> the type of the items
 */
public interface Printer<T> {

    void print(T item);

    /** Prints the buffered items, if the operation fails midway. */
    default void abort() {
        // Most printers print each item at once.
    }

    /**
     * Prints the end of the document. Not called if the operation fails: an incomplete document must not look
     * complete.
     */
    void end();
}
