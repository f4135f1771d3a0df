package sessions.benchmarks.load;

import java.io.IOException;

/** Notes how long each call takes. */
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
