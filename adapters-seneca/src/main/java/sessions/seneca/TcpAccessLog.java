package sessions.seneca;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sessions.transport.CorrelationId;

/** One line for each message, on the logger of all requests and with the same parts as over HTTP. */
final class TcpAccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("sessions.access");

    private static final String METHOD = "TCP";
    private static final String NONE = "-";

    private static final long NANOS_PER_TENTH = Duration.ofMillis(1).toNanos() / 10;

    private TcpAccessLog() {
    }

    /** @param begin when the message had arrived, as the machine counts nanoseconds */
    static void log(Exchange exchange, Reply reply, String address, long begin) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        String caller = exchange.caller().isEmpty() ? NONE : exchange.caller();
        double millis = Math.round((double) (System.nanoTime() - begin) / NANOS_PER_TENTH) / 10.0;
        try (MDC.MDCCloseable _ = MDC.putCloseable(CorrelationId.NAME, exchange.correlationId())) {
            LOG.atInfo().addKeyValue("method", METHOD).addKeyValue("route", SenecaHandler.PATH)
                    .addKeyValue("status", reply.status()).addKeyValue("duration_ms", millis)
                    .addKeyValue("caller", caller).addKeyValue("address", address)
                    .log(METHOD + " " + SenecaHandler.PATH + " " + reply.status() + " " + millis + " ms " + caller);
        }
    }
}
