package sessions.benchmarks;

import java.io.IOException;
import java.time.Duration;

/** Gets over one API: by busy callers, for how many it answers, and by a single one, for how soon. */
final class ApiLoad implements AutoCloseable {

    private final String api;
    private final GetRates rates = new GetRates();
    private final Latencies latencies = new Latencies();
    private final GetLoad busy;
    private final GetLoad single;

    /** @param connecting makes a connection to that API */
    ApiLoad(String api, ServedProgram service, GetLoad.Connecting connecting) throws IOException {
        this.api = api;
        busy = new GetLoad(service, GetLoad.BUSY, rates, connecting);
        single = new GetLoad(service, 1, new GetRates(), () -> new TimedCall(connecting.connect(), latencies));
    }

    void warmUp(Duration duration) {
        busy.run(duration);
    }

    void measure(Duration round) {
        busy.measure(round);
        single.run(round);
    }

    String api() {
        return api;
    }

    GetRates rates() {
        return rates;
    }

    Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() throws IOException {
        busy.close();
        single.close();
    }
}
