package sessions.benchmarks.load;

import java.io.IOException;

/** Records the duration of each call. */
record TimedCall(RepeatedCall call, Latencies latencies) implements RepeatedCall {

    @Override
    public void ask() throws IOException {
        long began = System.nanoTime();
        call.ask();
        latencies.add(System.nanoTime() - began);
    }

    @Override
    public void close() throws IOException {
        call.close();
    }
}
