package sessions.benchmarks;

import commandable.CommandableProto;
import commandable.InvokeReply;
import commandable.InvokeRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import sessions.benchmarks.load.ApiLoad;
import sessions.benchmarks.load.RepeatedCall;
import sessions.benchmarks.load.RepeatedGrpcCall;
import sessions.benchmarks.load.RepeatedHttpRequest;
import sessions.benchmarks.load.RepeatedSenecaGet;
import sessions.benchmarks.program.Program;
import sessions.benchmarks.program.ServedProgram;
import sessions.benchmarks.program.TemporaryFolder;
import sessions_v1.SessionIdRequest;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionsProto;

/**
 * Measures the cost of each API of one running service: gets of the same session over HTTP, Seneca and gRPC in turn,
 * with the packaged program on the memory store. Builds the program first if necessary.
 */
public final class ApiGets {

    private static final int ROUNDS = 7;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private static final Pattern SENECA_PORT = Pattern.compile("Seneca: tcp://\\S+:(\\d+)");
    private static final Pattern GRPC_PORT = Pattern.compile("gRPC: \\S+:(\\d+)");
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MEDIAN = 0.5;
    private static final double HIGH_PERCENTILE = 0.99;

    private final PrintStream out;
    private final Program program;

    ApiGets(PrintStream out, Path script) {
        this.out = out;
        program = new Program(script, "");
    }

    /** Takes no arguments; the system property {@code sessions.launcher} contains the path of the launcher. */
    public static void main(String[] arguments) throws IOException {
        new ApiGets(System.out, Path.of(System.getProperty("sessions.launcher"))).run(ROUNDS, ROUND, WARM_UP);
    }

    /**
     * Measures all APIs in turn.
     *
     * @param rounds how often each API is measured
     * @param round the duration of each measurement, with busy callers and with a single caller
     * @param warmUp the duration of the warm-up of each API
     */
    void run(int rounds, Duration round, Duration warmUp) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create();
                ServedProgram service = program.serve(folder.path().resolve("log"), "--store", "memory:",
                        "--idle-timeout", "1h", "--seneca-tcp-port", "0", "--grpc-port", "0")) {
            List<ApiLoad> apis = connect(service);
            try {
                apis.forEach(api -> api.warmUp(warmUp));
                for (int i = 0; i < rounds; i++) {
                    apis.forEach(api -> api.measure(round));
                }
            } finally {
                for (ApiLoad api : apis) {
                    api.close();
                }
            }
            report(apis);
        }
    }

    private static List<ApiLoad> connect(ServedProgram service) throws IOException {
        String id = service.openSession();
        URI resource = URI.create(service.url() + "/v2/sessions/" + id);
        URI command = URI.create(service.url() + "/v1/sessions/get_session_by_id");
        String arguments = "{\"session_id\":\"" + id + "\"}";
        int senecaPort = service.port(SENECA_PORT);
        int grpcPort = service.port(GRPC_PORT);
        return List.of(
                new ApiLoad("HTTP, `GET /v2/sessions/{id}`", service, () -> RepeatedHttpRequest.get(resource, "")),
                new ApiLoad("HTTP, `POST /v1/sessions/get_session_by_id`", service,
                        () -> RepeatedHttpRequest.post(command, arguments)),
                new ApiLoad("Seneca over TCP", service, () -> new RepeatedSenecaGet(senecaPort, id)),
                new ApiLoad("gRPC, typed", service, () -> typed(grpcPort, id)),
                new ApiLoad("gRPC, generic", service, () -> generic(grpcPort, arguments)));
    }

    private static RepeatedCall typed(int port, String id) {
        return RepeatedGrpcCall.connect(port, SessionsProto.getDescriptor().findServiceByName("Sessions"),
                "get_session_by_id", SessionIdRequest.newBuilder().setSessionId(id).build(),
                SessionObjectReply.getDefaultInstance(), SessionObjectReply::hasSession);
    }

    private static RepeatedCall generic(int port, String arguments) {
        return RepeatedGrpcCall.connect(port, CommandableProto.getDescriptor().findServiceByName("Commandable"),
                "invoke", InvokeRequest.newBuilder().setMethod("v1/sessions.get_session_by_id").setArgsJson(arguments)
                        .build(),
                InvokeReply.getDefaultInstance(), reply -> !reply.getResultEmpty() && !reply.hasError());
    }

    private void report(List<ApiLoad> apis) {
        out.printf("Java %s%n%n", Runtime.version());
        out.println(
                "| API | gets per second | relative to HTTP | service CPU time per get | one caller: median latency"
                        + " | 99th percentile |");
        out.println("|---|---|---|---|---|---|");
        double http = apis.getFirst().rates().perSecond();
        for (ApiLoad api : apis) {
            out.printf(Locale.ROOT, "| %s | %,d | %.2f | %.1f µs | %.0f µs | %.0f µs |%n", api.api(),
                    api.rates().perSecond(), api.rates().perSecond() / http,
                    api.rates().nanosOfProcessor() / NANOS_PER_MICRO,
                    api.latencies().millis(MEDIAN) * MICROS_PER_MILLI,
                    api.latencies().millis(HIGH_PERCENTILE) * MICROS_PER_MILLI);
        }
    }
}
