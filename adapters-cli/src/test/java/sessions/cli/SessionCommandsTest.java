package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sessions.cli.CliFixture.Ran;
import sessions.domain.model.Json;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.testkit.Fixtures;
import sessions.wire.resource.ResourceJson;

/** The commands about one session. */
class SessionCommandsTest {

    private final CliFixture cli = new CliFixture();

    @Test
    void opensWithAllFields() {
        Ran ran = cli.run("open", "--user", "alice", "--name=Al", "--address", "10.0.0.1", "--client", "app",
                "--user-content", "{\"role\":1.50}", "--data", "[ ]");
        SessionV1 session = onlySession();
        assertThat(ran).isEqualTo(new Ran(0, ResourceJson.of(session) + "\n", ""));
        assertThat(session).extracting(SessionV1::userId, SessionV1::userName, SessionV1::address, SessionV1::client)
                .containsExactly("alice", "Al", "10.0.0.1", "app");
        assertThat(session.user()).isEqualTo(new Json("{\"role\":1.50}"));
        assertThat(session.data()).isEqualTo(new Json("[ ]"));
    }

    @Test
    void opensOnceForAnIdempotencyKey() {
        String first = cli.run("open", "--user", "alice", "--key", "k").out();
        assertThat(cli.run("open", "--user", "alice", "--key", "k").out()).isEqualTo(first);
        assertThat(cli.run("open", "--user", "bob", "--key", "k"))
                .isEqualTo(CliFixture.message(2, "The idempotency key was already used for a different request"));
        cli.ports.resources().delete("test", onlySession().id().value(), null);
        assertThat(cli.run("open", "--user", "alice", "--key", "k"))
                .isEqualTo(CliFixture.message(3, "the session opened with this key has been deleted"));
        assertThat(cli.run("open", "--user", "alice", "--key", "").exit()).isEqualTo(2);
    }

    @Test
    void getDoesNotExtendTheExpiry() {
        SessionV1 session = cli.open("alice");
        cli.clock.advance(Duration.ofMinutes(59));
        cli.run("get", session.id().value());
        cli.clock.advance(Duration.ofMinutes(2));
        assertThat(cli.run("get", session.id().value()).out()).contains("\"active\":false");
    }

    @Test
    void storesPatchesAndUpdates() {
        String id = cli.open("alice").id().value();
        assertThat(cli.run("store", id, "{\"a\":1,\"b\":2}").out()).contains("\"data\":{\"a\":1,\"b\":2}");
        assertThat(cli.run("patch", id, "{\"a\":null,\"c\":3}").out()).contains("\"data\":{\"b\":2,\"c\":3}");
        assertThat(cli.run("update-user", id, "\"u\"").out()).contains("\"user\":\"u\"", "\"version\":4");
        cli.clock.advance(Duration.ofMinutes(30));
        assertThat(cli.run("touch", id).out()).contains("\"request_time\":\"2026-03-01T12:30:00.123Z\"");
    }

    @Test
    void changesRequireTheExpectedVersion() {
        SessionV1 session = cli.open("alice");
        String id = session.id().value();
        Ran stale = CliFixture.message(5, "The session has changed: its version is now 1");
        assertThat(cli.run("store", id, "1", "--if-version", "2")).isEqualTo(stale);
        assertThat(cli.run("patch", id, "{}", "--if-version", "2")).isEqualTo(stale);
        assertThat(cli.run("update-user", id, "1", "--if-version", "2")).isEqualTo(stale);
        assertThat(cli.run("touch", id, "--if-version", "2")).isEqualTo(stale);
        assertThat(cli.run("close", id, "--if-version", "2")).isEqualTo(stale);
        assertThat(cli.run("delete", id, "--if-version", "2")).isEqualTo(stale);
        assertThat(cli.present(session)).isEqualTo(session);
        assertThat(cli.run("store", id, "1", "--if-version", "1").exit()).isZero();
        assertThat(cli.run("store", id, "1", "--if-version", "0").err()).contains("a whole number from 1");
    }

    @Test
    void contentComesFromAFileOrStandardInput(@TempDir Path folder) throws IOException {
        String id = cli.open("alice").id().value();
        Path file = Files.writeString(folder.resolve("data.json"), "{\"from\":\"file é\"}\n");
        assertThat(cli.run("store", id, "@" + file).out()).contains("\"data\":{\"from\":\"file é\"}");
        cli.input = " {\"from\":\"input\"}\n";
        assertThat(cli.run("store", id, "-").out()).contains("\"data\":{\"from\":\"input\"}");
        assertThat(cli.run("store", id, "@" + folder.resolve("none"))).isEqualTo(
                CliFixture.message(2, "Cannot read " + folder.resolve("none") + ": there is no such file"));
        assertThat(cli.run("store", id, "@" + folder)).isEqualTo(
                CliFixture.message(2, "Cannot read " + folder + ": Is a directory"));
        assertThat(cli.run("store", id, "@"))
                .isEqualTo(CliFixture.message(2, "File name missing after @"));
        assertThat(cli.run("open", "--user", "a", "--data", "-", "--user-content", "-").err())
                .contains("cannot both come from standard input");
    }

    @Test
    void contentIsReadStrictly() {
        SessionV1 session = cli.open("alice");
        String id = session.id().value();
        assertThat(cli.run("store", id, "{a:1}"))
                .isEqualTo(CliFixture.message(2, "The JSON is malformed at line 1, column 2"));
        assertThat(cli.run("store", id, "null"))
                .isEqualTo(CliFixture.message(2, "Validation failed: data must not be null"));
        assertThat(cli.run("update-user", id, " null "))
                .isEqualTo(CliFixture.message(2, "Validation failed: user must not be null"));
        assertThat(cli.run("patch", id, "").exit()).isEqualTo(2);
        assertThat(cli.present(session)).isEqualTo(session);
    }

    @Test
    void changingAClosedSessionIsAConflict() {
        SessionV1 closed = cli.close(cli.open("alice"));
        for (String[] command : new String[][]{{"store", closed.id().value(), "1"}, {"touch", closed.id().value()}}) {
            assertThat(cli.run(command))
                    .isEqualTo(CliFixture.message(5, "The session is closed and can no longer be changed"));
        }
    }

    @Test
    void unknownSessionsAreStatusThree() {
        for (String id : new String[]{CliFixture.UNKNOWN_ID, "no id at all", ""}) {
            Ran unknown = CliFixture.message(3, "there is no session " + id);
            assertThat(cli.run("get", id)).isEqualTo(unknown);
            assertThat(cli.run("store", id, "1")).isEqualTo(unknown);
            assertThat(cli.run("patch", id, "{}")).isEqualTo(unknown);
            assertThat(cli.run("update-user", id, "1")).isEqualTo(unknown);
            assertThat(cli.run("touch", id)).isEqualTo(unknown);
        }
    }

    @Test
    void shortenedIdsOfTablesAreExplained() {
        SessionV1 session = cli.open("alice");
        for (String id : new String[]{session.id().toString(), session.id().value().substring(0, 6)}) {
            Ran unknown = CliFixture.message(3, "there is no session " + id
                    + "; tables show only the beginning of ids: use list --full-ids");
            assertThat(cli.run("get", id)).isEqualTo(unknown);
            assertThat(cli.run("touch", id)).isEqualTo(unknown);
            assertThat(cli.run("close", id).err()).isEqualTo(unknown.err());
        }
    }

    @Test
    void missingParametersAreNamed() {
        assertThat(cli.run("get"))
                .isEqualTo(CliFixture.message(2, "Missing required parameter: 'ID' (see sessions get --help)"));
        assertThat(cli.run("store", "x")).isEqualTo(
                CliFixture.message(2, "Missing required parameter: 'CONTENT' (see sessions store --help)"));
        assertThat(cli.run("open")).isEqualTo(
                CliFixture.message(2, "Missing required option: '--user=ID' (see sessions open --help)"));
        assertThat(cli.run("open", "--user", "").err()).contains("user_id must have 1 to 255 characters but has 0");
    }

    private SessionV1 onlySession() {
        return cli.present(cli.ports.resources()
                .listSessions("test", SessionFilter.ALL, sessions.domain.model.CursorPaging.FIRST).sessions()
                .getFirst());
    }

    @Test
    void closeTimeIsPrintedOnlyForClosedSessions() {
        SessionV1 session = cli.open(Fixtures.opening("alice"));
        assertThat(cli.run("get", session.id().value()).out()).doesNotContain("close_time").contains("expires_at");
        cli.close(session);
        assertThat(cli.run("get", session.id().value()).out()).contains("close_time").doesNotContain("expires_at");
    }
}
