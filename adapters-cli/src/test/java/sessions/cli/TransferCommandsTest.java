package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.cli.CliFixture.Ran;
import sessions.cli.transfer.ExportFile;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.memory.MemorySessionStore;
import sessions.wire.archive.StoredSession;

class TransferCommandsTest {

    private final CliFixture cli = new CliFixture();
    private final SessionStore here = new MemorySessionStore();
    private final SessionStore there = new MemorySessionStore();

    @TempDir
    private Path folder = Path.of("");

    TransferCommandsTest() {
        cli.opened.put("here", here);
        cli.opened.put("there", there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.jsonl", "sessions.jsonl.gz"})
    void exportedSessionsCanBeImported(String name) throws IOException {
        fill(1234);
        String file = folder.resolve(name).toString();
        Ran exported = cli.run("export", file, "-o", "json");
        assertThat(exported.err()).isEmpty();
        assertThat(exported.out()).startsWith("{\"exported\":1234,\"resumed_after\":0,\"verified\":1234,\"missing\":0,"
                + "\"different\":0,\"checksum\":\"");
        assertThat(Files.getPosixFilePermissions(Path.of(file)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        cli.opened.put("here", there);
        Ran imported = cli.run("import", file, "-o", "json");
        assertThat(imported.err()).isEmpty();
        assertThat(imported.exit()).isZero();
        assertThat(imported.out())
                .startsWith("{\"read\":1234,\"added\":1234,\"present\":0,\"normalised\":0,\"skipped\":0,"
                        + "\"dry_run\":false,\"verified\":1234,\"missing\":0,\"different\":0,\"checksum\":\"");
        assertThat(checksum(imported)).isEqualTo(checksum(exported));
        assertThat(all(there)).isEqualTo(all(here));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.jsonl", "sessions.jsonl.gz"})
    void interruptedExportResumes(String name) throws IOException {
        fill(5000);
        Path file = folder.resolve(name);
        List<SessionV1> first = all(here).subList(0, 4000);
        try (ExportFile cutOff = ExportFile.open(file, "here")) {
            for (SessionV1 session : first) {
                cutOff.write(session);
            }
        }
        Ran exported = cli.run("export", file.toString(), "-o", "json");
        assertThat(exported.exit()).isZero();
        assertThat(exported.err()).matches("sessions: resuming after [\\d,]+ sessions\\R");
        assertThat(exported.out()).contains("\"exported\":5000", "\"verified\":5000")
                .doesNotContain("\"resumed_after\":0");
    }

    @Test
    void sessionsOpenedSinceAnInterruptedExportAreReported() throws IOException {
        fill(5000);
        Path file = folder.resolve("sessions.jsonl");
        try (ExportFile cutOff = ExportFile.open(file, "here")) {
            for (SessionV1 session : all(here)) {
                cutOff.write(session);
            }
        }
        here.sessions().insert(session("late", NOON.plusSeconds(30)));
        Ran exported = cli.run("export", file.toString(), "-o", "json");
        assertThat(exported.exit()).isEqualTo(1);
        assertThat(exported.err()).endsWith("sessions: the file has 1 session fewer than the store had;"
                + " possible causes: opened after the export began, or deleted meanwhile; --force starts over"
                + System.lineSeparator());
        assertThat(exported.out()).contains("\"exported\":5000", "\"verified\":5000");
    }

    @Test
    void exportReplacesOnlyRegularFiles() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), folder.resolve("none"));
        assertThat(cli.run("export", link.toString(), "--force"))
                .isEqualTo(CliFixture.message(1, link + ": not a regular file"));
        assertThat(link).isSymbolicLink();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.jsonl", "sessions.jsonl.gz"})
    void emptyStoreCanBeMoved(String name) {
        String file = folder.resolve(name).toString();
        assertThat(cli.run("export", file, "-o", "csv").out()).contains("0,0,0,0,0,");
        assertThat(cli.run("import", file, "-o", "csv").out()).contains("0,0,0,0,0,false,0,0,0,");
    }

    @Test
    void invalidFilePathsAreRejected() {
        assertThat(cli.run("export", folder.toString(), "--force").err()).contains(folder + " is a folder");
        Path none = folder.resolve("none");
        assertThat(cli.run("export", none.resolve("sessions.jsonl").toString()).err())
                .contains("there is no folder " + none);
    }

    @Test
    void fileThatCannotBeWrittenIsNamed() throws IOException {
        Path file = folder.resolve("sessions.jsonl");
        Files.createDirectory(folder.resolve("sessions.jsonl.part"));
        assertThat(cli.run("export", file.toString()))
                .isEqualTo(CliFixture.message(1, file + ".part: Is a directory"));
    }

    @Test
    void resumedFileIsReadableByItsOwnerOnly() throws IOException {
        Path part = Files.writeString(folder.resolve("sessions.jsonl.part"), "");
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
        Path file = folder.resolve("sessions.jsonl");
        assertThat(cli.run("export", file.toString()).exit()).isZero();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void symbolicLinksAreNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
        Files.createSymbolicLink(folder.resolve("sessions.jsonl.part"), elsewhere);
        assertThat(cli.run("export", folder.resolve("sessions.jsonl").toString()).exit()).isEqualTo(1);
        assertThat(elsewhere).hasContent("precious");
    }

    @Test
    void exportOfAnotherStoreStartsOver() throws IOException {
        fill(5000);
        Path file = folder.resolve("sessions.jsonl");
        try (ExportFile cutOff = ExportFile.open(file, "elsewhere")) {
            for (SessionV1 session : all(here)) {
                cutOff.write(session);
            }
        }
        Ran exported = cli.run("export", file.toString(), "-o", "json");
        assertThat(exported.err()).isEmpty();
        assertThat(exported.out()).startsWith("{\"exported\":5000,\"resumed_after\":0,\"verified\":5000");
    }

    @Test
    void secondExportToTheSameFileIsRejected() throws IOException {
        Path file = folder.resolve("sessions.jsonl");
        try (ExportFile _ = ExportFile.open(file, "here")) {
            assertThat(cli.run("export", file.toString()))
                    .isEqualTo(CliFixture.message(1, "Another export is writing " + file + ".part"));
        }
    }

    @Test
    void existingFileIsOverwrittenOnlyOnRequest() throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.jsonl"), "precious");
        assertThat(cli.run("export", file.toString()).err()).contains("already exists; --force overwrites it");
        assertThat(file).hasContent("precious");
        assertThat(cli.run("export", file.toString(), "--force").exit()).isZero();
        assertThat(file).isEmptyFile();
    }

    @Test
    void exportDoesNotOverwriteItsStore() throws IOException {
        cli.fileOfHere = Files.writeString(folder.resolve("store.json"), "[]");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), cli.fileOfHere);
        for (Path file : List.of(cli.fileOfHere, link)) {
            Ran ran = cli.run("export", file.toString(), "--force");
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains(file + " is the store's own file");
        }
        assertThat(cli.fileOfHere).hasContent("[]");
    }

    @Test
    void repeatedImportAddsNothing() throws IOException {
        fill(700);
        String file = folder.resolve("sessions.jsonl").toString();
        cli.run("export", file, "--no-verify");
        cli.opened.put("here", there);
        there.copies().insertMissing(all(here).subList(100, 400));
        assertThat(cli.run("import", file, "-o", "csv").out()).contains("700,400,300,0,0,false,700,0,0,");
        assertThat(cli.run("import", file, "-o", "csv").out()).contains("700,0,700,0,0,false,700,0,0,");
    }

    @Test
    void dryRunChangesNothing() throws IOException {
        fill(700);
        String file = folder.resolve("sessions.jsonl").toString();
        cli.run("export", file);
        cli.opened.put("here", there);
        there.copies().insertMissing(all(here).subList(100, 400));
        Ran ran = cli.run("import", file, "--dry-run", "-o", "json");
        assertThat(ran.out()).isEqualTo("{\"read\":700,\"added\":400,\"present\":300,\"normalised\":0,\"skipped\":0,"
                + "\"dry_run\":true}" + System.lineSeparator());
        assertThat(all(there)).hasSize(300);
        assertThat(cli.run("import", file, "--dry-run").exit()).isZero();
    }

    @Test
    void existingDifferentSessionIsKeptAndReported() throws IOException {
        fill(3);
        String file = folder.resolve("sessions.jsonl").toString();
        cli.run("export", file);
        SessionV1 changed = all(here).getFirst();
        here.sessions().change(changed.id(), new SessionChange.StoreData(new Json("{}"), NOON.plusSeconds(9), null),
                ONE_HOUR);
        Ran ran = cli.run("import", file, "-o", "json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("sessions: source and copy differ: 0 sessions missing, 1 session different;"
                        + " possible causes: changed meanwhile, already in the store, or duplicate ids"
                        + System.lineSeparator());
        assertThat(ran.out()).contains("\"verified\":2,\"missing\":0,\"different\":1");
        assertThat(all(here).getFirst().data()).isEqualTo(new Json("{}"));
    }

    @Test
    void filesOfTheOriginalAreRead() throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.json"), """
                [{"id":"1ef9e6fb3645446d855d0dd8adfc31fa","user_id":"1","user_name":"Zoë","active":true,\
                "open_time":"2026-03-01T11:55:00.123Z","request_time":"2026-03-01T11:55:00.123Z","address":"127.0.0.1",\
                "client":"web","user":{"name":"x"},"data":{"a":[1,null]}},\
                {"id":"6454c53dba8c4833a080c378f0059f69","user_id":null,"user_name":null,"active":false,\
                "open_time":"2026-03-01T11:55:01.143Z","request_time":"2026-03-01T11:55:01.164Z","address":null,\
                "client":null,"user":null,"data":[1],"close_time":"2026-03-01T11:55:01.164Z"},\
                {"id":"mine","active":true},{"id":"yours","active":true}]""");
        Ran ran = cli.run("import", file.toString(), "-o", "json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines()).containsExactly(
                "sessions: 1 session without user_id: set to the empty text (entry 2)",
                "sessions: 1 session closed but with content: content dropped (entry 2)",
                "sessions: 2 sessions skipped: id must be a text of 32 lower-case hexadecimal digits"
                        + " (first: entry 3)");
        assertThat(ran.out()).startsWith("{\"read\":4,\"added\":2,\"present\":0,\"normalised\":1,\"skipped\":2,"
                + "\"dry_run\":false,\"verified\":2,\"missing\":0,\"different\":0");
        assertThat(all(here)).extracting(SessionV1::data).containsExactly(null, new Json("{\"a\":[1,null]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"_id\":\"ID\",\"user_id\":\"1\",\"active\":true,\"open_time\":{\"$date\":\"2026-03-01T11:55:00.123Z\"},"
                    + "\"request_time\":{\"$date\":\"2026-03-01T11:55:00.123Z\"},\"data\":{\"a\":[5,9007199254740993]}}",
            "[{\"_id\":\"ID\",\"user_id\":\"1\",\"active\":true,\"open_time\":{\"$date\":{\"$numberLong\":\"1772366100123\"}},"
                    + "\"request_time\":{\"$date\":{\"$numberLong\":\"1772366100123\"}},"
                    + "\"data\":{\"a\":[{\"$numberInt\":\"5\"},{\"$numberLong\":\"9007199254740993\"}]}}]"})
    void mongoExportFilesAreRead(String text) throws IOException {
        String id = "1ef9e6fb3645446d855d0dd8adfc31fa";
        Path file = Files.writeString(folder.resolve("mongo.json"), text.replace("ID", id));
        assertThat(cli.run("import", file.toString()).exit()).isZero();
        assertThat(all(here)).singleElement().satisfies(session -> {
            assertThat(session.id().value()).isEqualTo(id);
            assertThat(session.openTime()).isEqualTo("2026-03-01T11:55:00.123Z");
            assertThat(session.data()).isEqualTo(new Json("{\"a\":[5,9007199254740993]}"));
        });
    }

    /** Sessions as the original changes them: it updates the request time and has no expiry. */
    @Test
    void expiryIsRecomputedForSessionsChangedByTheOriginal() throws IOException {
        String line = "{\"id\":\"%s\",\"user_id\":\"1\",\"active\":true,\"open_time\":\"2026-03-01T09:00:00.000Z\","
                + "\"request_time\":\"%s\",\"version\":3,\"expires_at\":\"2026-03-01T10:00:00.000Z\"}\n";
        Path file = Files.writeString(folder.resolve("sessions.json"),
                line.formatted("1".repeat(32), "2026-03-01T09:50:00.000Z")
                        + line.formatted("2".repeat(32), "2026-03-01T11:50:00.000Z"));
        Ran ran = cli.run("import", file.toString());
        assertThat(ran.err())
                .isEqualTo("sessions: 1 session with expires_at before request_time: recomputed"
                        + " (entry 2)" + System.lineSeparator());
        assertThat(all(here)).extracting(SessionV1::expiresAt).containsExactly(
                Instant.parse("2026-03-01T12:50:00Z"), Instant.parse("2026-03-01T10:00:00Z"));
        cli.opened.put("here", there);
        assertThat(cli.run("import", file.toString(), "--renew-expiry").exit()).isZero();
        assertThat(all(there)).extracting(SessionV1::expiresAt).containsExactly(
                Instant.parse("2026-03-01T12:50:00Z"), Instant.parse("2026-03-01T10:50:00Z"));
    }

    @Test
    void sessionsBeforeAFileErrorAreImported() throws IOException {
        fill(1200);
        Path file = folder.resolve("sessions.jsonl.gz");
        cli.run("export", file.toString());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        cli.opened.put("here", there);
        Ran ran = cli.run("import", file.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("added before this error:", file + " is truncated");
        assertThat(all(there)).isNotEmpty();
    }

    @Test
    void damagedCompressedFilesAreRejected() throws IOException {
        fill(50);
        Path file = folder.resolve("sessions.jsonl.gz");
        cli.run("export", file.toString());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        assertThat(cli.run("import", file.toString()).exit()).isEqualTo(2);
        Files.writeString(file, "");
        assertThat(cli.run("import", file.toString()).err()).endsWith(file + " is truncated" + System.lineSeparator());
        Files.writeString(file, "{\"id\":\"not compressed\"}");
        assertThat(cli.run("import", file.toString()).err())
                .endsWith(file + ": Not in GZIP format" + System.lineSeparator());
    }

    @Test
    void malformedJsonIsRejectedWithItsPosition() throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.json"), "[{\n}, what]");
        Ran ran = cli.run("import", file.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(file + ": The JSON is malformed at line 2");
        assertThat(cli.run("import", folder.resolve("none").toString()).err()).contains("there is no file");
        assertThat(cli.run("import", folder.toString()))
                .isEqualTo(CliFixture.message(2, folder + " is a folder (see sessions import --help)"));
    }

    @Test
    void storeIsCopiedToAnother() {
        fill(1100);
        there.copies().insertMissing(all(here).subList(0, 100));
        Ran rehearsed = cli.run("copy", "here", "there", "--dry-run", "-o", "csv");
        assertThat(rehearsed.out()).contains("1100,1000,100,0,true");
        assertThat(all(there)).hasSize(100);
        Ran copied = cli.run("copy", "here", "there", "-o", "csv");
        assertThat(copied.exit()).isZero();
        assertThat(copied.out()).contains("1100,1000,100,0,false,1100,0,0,");
        assertThat(all(there)).isEqualTo(all(here));
        assertThat(cli.run("copy", "here", "here").err()).contains("FROM and TO are the same store");
        assertThat(cli.run("copy", "nowhere", "there").exit()).isEqualTo(6);
    }

    @Test
    void sessionsThatTheTargetCannotHoldAreSkippedAndReported() {
        fill(2);
        SessionV1 foreign = session("user", NOON);
        here.copies().insertMissing(
                List.of(new SessionV1(foreign.id(), "u".repeat(256), null, true, NOON, null, NOON, null, null,
                        null, null, 1, NOON)));
        Ran ran = cli.run("copy", "here", "there", "-o", "csv");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("sessions: 1 session skipped: user_id must have 1 to 255 characters but has 256"
                + " (id " + foreign.id() + ")" + System.lineSeparator());
        assertThat(ran.out()).contains("3,2,0,1,false,2,0,0,");
    }

    @Test
    void skippedSessionThatExistsIsNotCountedTwice() throws IOException {
        fill(1);
        SessionV1 first = all(here).getFirst();
        Path file = Files.write(folder.resolve("sessions.jsonl"), StoredSession.toUtf8(new SessionV1(first.id(),
                "u".repeat(256), null, true, NOON, null, NOON, null, null, null, null, 1, NOON.plusSeconds(3600)),
                null));
        Ran ran = cli.run("import", file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("differ: 0 sessions missing, 1 session different");
    }

    private void fill(int count) {
        here.copies().insertMissing(IntStream.range(0, count).mapToObj(i -> SessionV1.open(
                new SessionOpening("user " + i % 10, "Zoë", null, "web", new Json("{\"role\": \"admin\"}"),
                        new Json("{\"n\":" + i + ",\"text\":\"" + "x".repeat(1000) + "\"}")),
                NOON.plusMillis(i / 3), ONE_HOUR)).toList());
        cli.clock.set(NOON.plusSeconds(60));
    }

    private List<SessionV1> all(SessionStore store) {
        return store.copies().readAfter(null, SessionFilter.ALL, cli.clock.instant(), Integer.MAX_VALUE);
    }

    private static String checksum(Ran ran) {
        return ran.out().replaceFirst("(?s).*\"checksum\":\"([0-9a-f]{64})\",\"store_checksum\":\"\\1\".*", "$1");
    }
}
