package sessions.benchmarks.load;

import java.io.IOException;

/** One connection on which the same is asked again and again. */
public interface RepeatedCall extends AutoCloseable {

    /**
     * Asks once and waits for the answer.
     *
     * @throws IllegalStateException where it is another than expected
     */
    void ask() throws IOException;

    @Override
    void close() throws IOException;
}
