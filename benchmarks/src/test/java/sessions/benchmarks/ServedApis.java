package sessions.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import sessions.application.ServiceInfo;
import sessions.application.SessionRules;
import sessions.application.UseCases;
import sessions.domain.access.Authenticator;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.telemetry.Telemetry;
import sessions.grpc.GrpcApi;
import sessions.persistence.memory.MemorySessionStore;
import sessions.rest.HttpApi;
import sessions.rest.HttpSettings;
import sessions.seneca.SenecaTcp;
import sessions.testkit.Fixtures;
import sessions.transport.ServerSettings;

/** The APIs of the packaged program, served in this process. */
final class ServedApis implements AutoCloseable {

    private static final ServerSettings SETTINGS = ServerSettings.local(Duration.ofSeconds(5));

    private final HttpApi http;
    private final SenecaTcp seneca;
    private final GrpcApi grpc;

    ServedApis() throws IOException {
        DrivingPorts ports = UseCases.on(new MemorySessionStore(), InstantSource.system(),
                new SessionRules(Fixtures.ONE_HOUR, 100, Duration.ZERO, false, Duration.ofHours(1)),
                (_, patch) -> patch,
                new ServiceInfo("host", "sessions", "For tests", Fixtures.NOON, Map.of(), List.of("a:b:c:d:1.0")));
        http = HttpApi.start(new HttpSettings(SETTINGS), ports, Authenticator.ALLOW_ALL);
        seneca = SenecaTcp.start(SETTINGS, ports,
                Authenticator.ALLOW_ALL, Telemetry.NONE);
        grpc = GrpcApi.start(SETTINGS, ports,
                Authenticator.ALLOW_ALL, Telemetry.NONE);
    }

    /** Creates a launcher that prints the addresses like the program. */
    Path launcherIn(Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("launcher"), """
                #!/bin/sh
                echo Sessions listens on http://127.0.0.1:%s
                echo Seneca: tcp://127.0.0.1:%s
                echo 'gRPC: 127.0.0.1:%s (plaintext)'
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
