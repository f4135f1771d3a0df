package sessions.grpc.call;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.telemetry.TraceContext;
import sessions.transport.AccessLog;
import sessions.transport.KeyHeaders;

/** The data of one call for the access log. It is filled in while the call runs, by one thread after another. */
public final class CallRecord {

    /** The context key of the current call's record. */
    static final Context.Key<CallRecord> CURRENT = Context.key("sessions.grpc.call.CallRecord");

    private static final Metadata.Key<String> AUTHORIZATION = header(KeyHeaders.AUTHORIZATION);
    private static final Metadata.Key<String> API_KEY = header(KeyHeaders.API_KEY);
    private static final Metadata.Key<String> TRACE_PARENT = header("traceparent");
    private static final Metadata.Key<String> TRACE_STATE = header("tracestate");

    private final long startNanos = System.nanoTime();
    private final Metadata headers;
    private final String method;
    private final String address;
    private volatile String correlationId = "";
    private volatile String caller = "";
    private volatile String traceId = "";
    private volatile int status;

    CallRecord(ServerCall<?, ?> call, Metadata headers) {
        this.headers = headers;
        method = call.getMethodDescriptor().getFullMethodName();
        address = address(call.getAttributes());
    }

    /** Returns the record of the current call. */
    public static CallRecord current() {
        return Objects.requireNonNull(CURRENT.get());
    }

    private static Metadata.Key<String> header(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    private static String address(Attributes attributes) {
        return attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress caller
                ? caller.getAddress().getHostAddress()
                : "";
    }

    /**
     * Returns the API key that the caller sent; null if there is none.
     *
     * @throws sessions.domain.error.InvalidDataException if there are several different keys
     */
    @Nullable
    String key() {
        return KeyHeaders.key(all(AUTHORIZATION), all(API_KEY));
    }

    /** Returns the caller's trace context (W3C Trace Context); empty if there is none. */
    Optional<TraceContext> trace() {
        return TraceContext.parse(headers.get(TRACE_PARENT), String.join(",", all(TRACE_STATE)));
    }

    private Iterable<String> all(Metadata.Key<String> header) {
        Iterable<String> values = headers.getAll(header);
        return values == null ? List.of() : values;
    }

    /** Returns the caller's network address. */
    String address() {
        return address;
    }

    /** Returns the correlation id; empty until it is known. */
    String correlationId() {
        return correlationId;
    }

    /** Returns the outcome as an HTTP status; 0 until it is known. */
    int status() {
        return status;
    }

    /** Returns the call's entry for the access log. */
    AccessLog.Entry entry(String protocol) {
        return new AccessLog.Entry(protocol, method, status, startNanos, caller, address, correlationId, traceId);
    }

    void recordCorrelationId(String id) {
        correlationId = id;
    }

    void recordCaller(String name) {
        caller = name;
    }

    void recordTrace(String id) {
        traceId = id;
    }

    /** Records the HTTP status of the error in the reply. */
    public void recordError(int errorStatus) {
        status = errorStatus;
    }

    /** Records how the call ended. Has no effect if an error was recorded before. */
    void recordEnd(Status end) {
        if (status == 0) {
            status = HttpStatusMapping.of(end.getCode());
        }
    }
}
