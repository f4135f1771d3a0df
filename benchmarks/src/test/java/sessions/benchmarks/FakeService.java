package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The service of a fake launcher. It answers all requests with one session. */
final class FakeService {

    private final HttpServer server;

    FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    void start() {
        server.createContext("/", exchange -> {
            byte[] session = "{\"id\":\"f2ae\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, session.length);
            exchange.getResponseBody().write(session);
            exchange.close();
        });
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    /** Creates a launcher that runs the commands, and whose {@code serve} prints the address of this service. */
    Path launcherIn(Path folder, String commands) throws IOException {
        Path script = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + commands
                + "\ncase $1 in serve) echo Sessions listens on http://127.0.0.1:" + server.getAddress().getPort()
                + "; exec sleep 60;; esac\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
