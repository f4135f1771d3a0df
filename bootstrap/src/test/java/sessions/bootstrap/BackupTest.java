package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.bootstrap.command.DirectService;
import sessions.bootstrap.service.RunningService;
import sessions.client.ClientSettings;
import sessions.client.SessionsHttpClientV1;
import sessions.domain.error.ErrorCategory;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.SessionV1;
import sessions.persistence.StoreSettings;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;
import sessions.testkit.server.HttpCalls;

/** A backup over HTTP, and the store restored from it. */
class BackupTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void restoredStoreContainsTheSessionsOfTheRunningOne() throws IOException {
        Path archive = folder.resolve("backup.zip");
        SettableClock clock = new SettableClock(NOON);
        SessionV1 session;
        try (RunningService service = start("jdbc:h2:file:" + folder.resolve("live"), clock);
                SessionsHttpClientV1 client = client(service)) {
            session = client.resources().openSession("", Fixtures.opening("user"), null).orElseThrow();
            try (OutputStream out = Files.newOutputStream(archive)) {
                client.admin().backUp("", out);
            }
        }
        String restored = "jdbc:h2:file:" + folder.resolve("restored");
        assertThat(run("restore", archive.toString(), "--store", restored)).isZero();
        assertThat(err).hasToString("sessions: 1 session restored into " + restored + System.lineSeparator());
        try (DirectService direct = DirectService.open(new StoreSettings(restored, null, null), Fixtures.ONE_HOUR,
                clock)) {
            assertThat(direct.ports().resources().getSession("", session.id().value())).contains(session);
        }
    }

    @Test
    void storeWithoutBackupIsReportedThroughTheService() throws IOException {
        try (RunningService service = start("memory:", new SettableClock(NOON));
                SessionsHttpClientV1 client = client(service)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatExceptionOfType(NotSupportedException.class).isThrownBy(() -> client.admin().backUp("", out))
                    .withMessage(
                            "A store in memory cannot be backed up or restored: its sessions are lost when the service stops")
                    .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(ErrorCode.NOT_SUPPORTED));
            assertThat(ErrorCode.NOT_SUPPORTED.category()).isEqualTo(ErrorCategory.UNSUPPORTED);
            assertThat(out.size()).isZero();
        }
    }

    /** The store is not called. */
    @Test
    void headRequestMakesNoBackup() throws IOException {
        try (RunningService service = start("memory:", new SettableClock(NOON));
                HttpCalls calls = new HttpCalls(service.port())) {
            HttpCalls.Reply head = calls.send("HEAD", "/v2/backup", Map.of(), new byte[0]);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type")).isEqualTo("application/zip");
            assertThat(head.header("Content-Disposition")).contains("sessions-backup.zip");
        }
    }

    /** A backup takes longer the more data there is. */
    @Test
    void backupMayTakeLongerThanOtherRequests() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RunningService service = start("jdbc:h2:file:" + folder.resolve("live"), new SettableClock(NOON));
                SessionsHttpClientV1 client = new SessionsHttpClientV1(settings(service)
                        .withRequestTimeout(Duration.ofMillis(1)))) {
            client.admin().backUp("", out);
        }
        assertThat(out.toByteArray()).startsWith('P', 'K');
    }

    @Test
    void failedOutputStreamIsNotAServiceFailure() throws IOException {
        try (RunningService service = start("jdbc:h2:file:" + folder.resolve("live"), new SettableClock(NOON));
                SessionsHttpClientV1 client = client(service)) {
            OutputStream full = new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.admin().backUp("", full))
                    .withMessage("No space left on device");
        }
    }

    @Test
    void existingStoreIsAConflict() throws IOException {
        Files.writeString(folder.resolve("live.mv.db"), "a store");
        Path archive = Files.writeString(folder.resolve("backup.zip"), "anything");
        assertThat(run("restore", archive.toString(), "--store", "jdbc:h2:file:" + folder.resolve("live")))
                .isEqualTo(5);
        assertThat(err).hasToString("sessions: a store already exists at " + folder.resolve("live.mv.db")
                + ": move it away first" + System.lineSeparator());
        assertThat(folder.resolve("live.mv.db")).hasContent("a store");
    }

    @Test
    void failedRestoreIsReported() throws IOException {
        Path archive = Files.writeString(folder.resolve("backup.zip"), "anything");
        String store = "jdbc:h2:file:" + folder.resolve("new");
        assertThat(run("restore", folder.resolve("none").toString(), "--store", store)).isEqualTo(2);
        assertThat(run("restore", archive.toString(), "--store", store)).isEqualTo(2);
        Path broken = folder.resolve("broken.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(broken))) {
            zip.putNextEntry(new ZipEntry("sessions.mv.db"));
            zip.write("no database".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(run("restore", broken.toString(), "--store", store)).isEqualTo(2);
        assertThat(run("restore", archive.toString(), "--store", "memory:")).isEqualTo(1);
        assertThat(run("restore", archive.toString(), "--store", "jdbc:postgresql://localhost/x")).isEqualTo(1);
        assertThat(run("restore", archive.toString(), "--store", "jdbc:h2:file:new")).isEqualTo(2);
        assertThat(run("restore", archive.toString(), "--store", "elsewhere:x")).isEqualTo(2);
        assertThat(err.toString().lines()).satisfiesExactly(
                line -> assertThat(line).contains("there is no file " + folder.resolve("none")),
                line -> assertThat(line).contains(archive + " must be a backup of Sessions"),
                line -> assertThat(line).contains(broken + " must be a backup of Sessions, but "),
                line -> assertThat(line).contains("in memory"), line -> assertThat(line).contains("pg_restore"),
                line -> assertThat(line).contains("must name the file by a path"),
                line -> assertThat(line).contains("--store must be"));
        assertThat(folder).isDirectoryNotContaining("glob:**/new*").isDirectoryNotContaining("glob:**/*unfinished*");
    }

    private int run(String... arguments) {
        return Main.commandLine(Map.of()).setErr(new PrintWriter(err)).execute(arguments);
    }

    private static RunningService start(String store, SettableClock clock) throws IOException {
        return RunningService.start(ServiceFixture.settings("--store", store), clock);
    }

    private static SessionsHttpClientV1 client(RunningService service) {
        return new SessionsHttpClientV1(settings(service));
    }

    private static ClientSettings settings(RunningService service) {
        return ClientSettings.of("http://127.0.0.1:" + service.port());
    }
}
