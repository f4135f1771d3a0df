package sessions.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.grpc.GrpcApi;
import sessions.grpc.GrpcLimits;
import sessions.grpc.GrpcSettings;
import sessions.persistence.memory.MemorySessionStore;
import sessions.rest.HttpApi;
import sessions.rest.HttpLimits;
import sessions.rest.HttpSettings;
import sessions.seneca.SenecaTcp;
import sessions.seneca.SenecaTcpLimits;
import sessions.seneca.SenecaTcpSettings;
import sessions.testkit.Fixtures;

/** The APIs that the packaged program would serve, in this process. */
final class ServedApis implements AutoCloseable {

    private static final Duration DRAIN_TIME = Duration.ofSeconds(5);

    private final HttpApi http;
    private final SenecaTcp seneca;
    private final GrpcApi grpc;

    ServedApis() throws IOException {
        DrivingPorts ports = UseCases.on(new MemorySessionStore(), InstantSource.system(),
                new SessionRules(Fixtures.ONE_HOUR, 100, Duration.ZERO, false, Duration.ofHours(1)),
                (_, patch) -> patch,
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, List.of("a:b:c:d:1.0")));
        http = HttpApi.start(HttpSettings.local(HttpLimits.DEFAULT, DRAIN_TIME), ports, Authenticator.OF_EVERYONE);
        seneca = SenecaTcp.start(new SenecaTcpSettings("127.0.0.1", 0, SenecaTcpLimits.DEFAULT, DRAIN_TIME), ports,
                Authenticator.OF_EVERYONE, Telemetry.NONE);
        grpc = GrpcApi.start(new GrpcSettings("127.0.0.1", 0, null, GrpcLimits.DEFAULT, DRAIN_TIME), ports,
                Authenticator.OF_EVERYONE, Telemetry.NONE);
    }

    /** A launcher that says where they listen, as the program does. */
    Path launcherIn(Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("launcher"), """
                #!/bin/sh
                echo Sessions listens on http://127.0.0.1:%d
                echo Seneca: tcp://127.0.0.1:%d
                echo 'gRPC: 127.0.0.1:%d (plaintext)'
                exec sleep 60
                """.formatted(http.port(), seneca.port(), grpc.port()));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() {
        grpc.close();
        seneca.close();
        http.close();
    }
}
