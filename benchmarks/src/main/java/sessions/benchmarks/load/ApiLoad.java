package sessions.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import sessions.benchmarks.program.ServedProgram;

/** Gets over one API: by busy callers to measure throughput, and by a single caller to measure latency. */
public final class ApiLoad implements AutoCloseable {

    private final String api;
    private final GetRates rates = new GetRates();
    private final Latencies latencies = new Latencies();
    private final GetLoad busy;
    private final GetLoad single;

    /** @param connecting opens a connection to the API */
    public ApiLoad(String api, ServedProgram service, GetLoad.Connecting connecting) throws IOException {
        this.api = api;
        busy = new GetLoad(service, GetLoad.BUSY, rates, connecting);
        single = new GetLoad(service, 1, new GetRates(), () -> new TimedCall(connecting.connect(), latencies));
    }

    public void warmUp(Duration duration) {
        busy.run(duration);
    }

    public void measure(Duration round) {
        busy.measure(round);
        single.run(round);
    }

    public String api() {
        return api;
    }

    public GetRates rates() {
        return rates;
    }

    public Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() throws IOException {
        busy.close();
        single.close();
    }
}
