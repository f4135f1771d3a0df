package sessions.cli.output;

/**
 * Prints things of one kind, one after the other and holding on to few of them, in one {@link OutputFormat}.
 *
 * @param <T> the kind
 */
public interface Printer<T> {

    void print(T thing);

    /** Prints what has been held back, where the work fails before its end. */
    default void breakOff() {
        // Most print each thing at once.
    }

    /**
     * Prints what comes after the last. Not where the work fails: a document that was cut off must not look like a whole
     * one.
     */
    void end();
}
