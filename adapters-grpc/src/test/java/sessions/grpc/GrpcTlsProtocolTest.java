package sessions.grpc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.access.Authenticator;
import sessions.domain.telemetry.Telemetry;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.server.TestCertificate;
import sessions.testkit.server.TlsContract;
import sessions.transport.ServerSettings;
import sessions.transport.TlsSettings;

/** TLS versions and cipher suites of the gRPC server. */
class GrpcTlsProtocolTest extends TlsContract {

    private static TestCertificate certificate;
    private static GrpcApi api;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        certificate = TestCertificate.create(folder, "ours", "EC");
        TlsSettings tls = new TlsSettings(certificate.certificatePem(), certificate.keyPem(), null, null);
        api = GrpcApi.start(ServerSettings.local(Duration.ofSeconds(5)).withTls(tls),
                GrpcFixture.ports(new SettableClock(Fixtures.NOON)), Authenticator.ALLOW_ALL, Telemetry.NONE);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Override
    protected int port() {
        return api.port();
    }

    @Override
    protected TestCertificate certificate() {
        return certificate;
    }
}
