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

/** What is known of one call. Its parts come to be known while it lasts, on several threads, one after the other. */
public final class CallRecord {

    /** The record of the call that is served here. */
    static final Context.Key<CallRecord> CURRENT = Context.key("sessions.grpc.call.CallRecord");

    private static final Metadata.Key<String> AUTHORIZATION = header(KeyHeaders.AUTHORIZATION);
    private static final Metadata.Key<String> API_KEY = header(KeyHeaders.API_KEY);
    private static final Metadata.Key<String> TRACE_PARENT = header("traceparent");
    private static final Metadata.Key<String> TRACE_STATE = header("tracestate");

    private final long begun = System.nanoTime();
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

    /** That of the call that is served here. */
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
     * The key that the caller sends, or null where there is none.
     *
     * @throws sessions.domain.error.InvalidDataException where there are several
     */
    @Nullable
    String key() {
        return KeyHeaders.key(all(AUTHORIZATION), all(API_KEY));
    }

    /** The caller's place in its trace (W3C Trace Context). */
    Optional<TraceContext> trace() {
        return TraceContext.parse(headers.get(TRACE_PARENT), String.join(",", all(TRACE_STATE)));
    }

    private Iterable<String> all(Metadata.Key<String> header) {
        Iterable<String> values = headers.getAll(header);
        return values == null ? List.of() : values;
    }

    /** The caller's network address. */
    String address() {
        return address;
    }

    /** Empty until it is known. */
    String correlationId() {
        return correlationId;
    }

    /** How it ended, as a status of HTTP. */
    int status() {
        return status;
    }

    /** The call's entry in the access log. */
    AccessLog.Entry entry(String protocol) {
        return new AccessLog.Entry(protocol, method, status, begun, caller, address, correlationId, traceId);
    }

    void noteCorrelationId(String id) {
        correlationId = id;
    }

    void noteCaller(String name) {
        caller = name;
    }

    void noteTrace(String id) {
        traceId = id;
    }

    /** Notes with what error the call was answered. */
    public void noteError(int errorStatus) {
        status = errorStatus;
    }

    /** Notes how the call ended; an error that it was answered with is known already. */
    void noteEnd(Status end) {
        if (status == 0) {
            status = HttpStatusMapping.of(end.getCode());
        }
    }
}
