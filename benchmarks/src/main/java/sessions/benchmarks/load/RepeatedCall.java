package sessions.benchmarks.load;

import java.io.IOException;

/** A connection on which the same request is sent repeatedly. */
public interface RepeatedCall extends AutoCloseable {

    /**
     * Sends the request once and waits for the response.
     *
     * @throws IllegalStateException if the response is not as expected
     */
    void ask() throws IOException;

    @Override
    void close() throws IOException;
}
