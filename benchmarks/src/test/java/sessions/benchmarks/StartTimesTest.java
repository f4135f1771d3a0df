package sessions.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a launcher that only pretends, because the program is packaged after these tests. */
class StartTimesTest {

    @TempDir
    private Path folder;

    private HttpServer service = HttpServer.create();

    StartTimesTest() throws IOException {
    }

    @BeforeEach
    void serve() throws IOException {
        service.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] session = "{\"id\":\"f2ae\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, session.length);
            exchange.getResponseBody().write(session);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void measuresCommandsAndServiceWithTheCacheAndWithout() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path calls = folder.resolve("calls");
        new StartTimes(new PrintStream(out, true, UTF_8), launcher("echo \"$1 $2 ($SESSIONS_JAVA_OPTS)\" >>'" + calls
                + "'; case $1 in serve) echo Sessions listens on http://127.0.0.1:" + service.getAddress().getPort()
                + "; exec sleep 60;; esac")).run(2);
        assertThat(out.toString(UTF_8).lines()
                .filter(line -> line.matches("\\| `.*` .*\\| \\d\\.\\d\\d s \\| \\d.* s \\|")))
                .hasSize(3);
        assertThat(Files.readAllLines(calls)).filteredOn("get f2ae (-Xshare:auto)"::equals).hasSize(3);
        assertThat(Files.readAllLines(calls)).filteredOn("get f2ae ()"::equals).hasSize(3);
    }

    @Test
    void aCommandThatFailsIsNotMeasured() throws IOException {
        StartTimes startTimes = new StartTimes(new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                launcher("exit 3"));
        assertThatIllegalStateException().isThrownBy(() -> startTimes.run(1)).withMessage("--help ended with 3");
    }

    private Path launcher(String commands) throws IOException {
        Path script = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + commands + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
