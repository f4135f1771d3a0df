package sessions.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sessions.benchmarks.program.ServedProgram;
import sessions.testkit.Concurrently;

/** Callers that get one session repeatedly, without pauses. */
public final class GetLoad implements AutoCloseable {

    /** Enough callers to keep the service busy on a machine with few processors. */
    static final int BUSY = 8;

    private final ServedProgram service;
    private final List<RepeatedCall> callers = new ArrayList<>();
    private final GetRates rates;
    private long asked;

    /**
     * Connects all callers and lets each get the session once.
     *
     * @param rates receives the measurements
     */
    GetLoad(ServedProgram service, int callers, GetRates rates, Connecting connecting) throws IOException {
        this.service = service;
        this.rates = rates;
        for (int i = 0; i < callers; i++) {
            RepeatedCall caller = connecting.connect();
            this.callers.add(caller);
            caller.ask();
            asked++;
        }
    }

    /** Opens the connection of a caller. */
    @FunctionalInterface
    public interface Connecting {

        RepeatedCall connect() throws IOException;
    }

    /**
     * Returns busy callers over HTTP.
     *
     * @param key the API key of the callers, empty for none
     */
    public static GetLoad overHttp(ServedProgram service, String key, GetRates rates) throws IOException {
        URI session = URI.create(service.url() + "/v2/sessions/" + service.openSession(key));
        String header = key.isEmpty() ? "" : "Authorization: Bearer " + key + "\r\n";
        return new GetLoad(service, BUSY, rates, () -> RepeatedHttpRequest.get(session, header));
    }

    /** Runs for a duration, but at least one get per caller, and returns the number of gets. */
    public long run(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long count = Concurrently.run(callers.size(), i -> () -> {
            long own = 0;
            do {
                callers.get(i).ask();
                own++;
            } while (System.nanoTime() < end);
            return own;
        }).stream().mapToLong(Long::longValue).sum();
        asked += count;
        return count;
    }

    /** Runs for a duration and records the result as one measurement. */
    public void measure(Duration duration) {
        Duration before = service.processorTime();
        long count = run(duration);
        rates.add(count * Duration.ofSeconds(1).toNanos() / duration.toNanos(),
                service.processorTime().minus(before).toNanos() / count);
    }

    /** Returns the number of gets since the start. */
    public long asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        for (RepeatedCall caller : callers) {
            caller.close();
        }
    }
}
