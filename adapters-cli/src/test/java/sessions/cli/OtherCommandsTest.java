package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sessions.cli.CliFixture.Ran;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.persistence.memory.MemorySessionStore;
import sessions.shell.ServiceTarget;
import sessions.shell.Terminal;
import sessions.testkit.Fixtures;

class OtherCommandsTest {

    private final MemorySessionStore store = new MemorySessionStore();
    private final CliFixture cli = new CliFixture(store);

    @Test
    void deletePrintsTheDeletedSessions() {
        SessionV1 session = cli.open("alice");
        SessionV1 other = cli.open("alice");
        assertThat(cli.run("delete", session.id().value(), "-o", "jsonl").out()).contains("\"data\":[1,2]");
        assertThat(cli.run("delete", session.id().value()).exit()).isEqualTo(3);
        assertThat(cli.present(other)).isEqualTo(other);
        assertThat(cli.run("delete", session.id().value(), other.id().value()).err())
                .startsWith("sessions: would delete 1 session; cannot ask for confirmation");
        assertThat(cli.run("delete").err()).startsWith("sessions: give session ids or --stdin");
    }

    @Test
    void closeExpiredClosesOnlyExpiredSessions() {
        SessionV1 old = cli.open("alice");
        cli.clock.advance(Duration.ofMinutes(61));
        SessionV1 young = cli.open("bob");
        assertThat(cli.run("close-expired")).isEqualTo(CliFixture.message(0, "expired sessions closed"));
        // Reading as of the opening time shows whether the session was closed permanently.
        assertThat(store.lists().list(SessionFilter.ALL, Fixtures.NOON, 0, 10)).filteredOn(session -> !session.active())
                .extracting(SessionV1::id).containsExactly(old.id());
        assertThat(cli.present(young).active()).isTrue();
        assertThat(cli.run("close-expired", "now").exit()).isEqualTo(2);
    }

    @Test
    void statusPrintsTheService() {
        cli.clock.advance(Duration.ofSeconds(5));
        assertThat(cli.run("status")).isEqualTo(new Ran(0,
                "{\"id\":\"host\",\"name\":\"sessions\",\"description\":\"For tests\","
                        + "\"start_time\":\"2026-03-01T12:00:00.123Z\",\"current_time\":\"2026-03-01T12:00:05.123Z\","
                        + "\"uptime\":5000,\"properties\":{},\"components\":[\"a:b:c:d:1.0\",\"e:f:g:h:1.0\"]}\n",
                ""));
        assertThat(cli.run("status", "-o", "csv").out()).endsWith(",5000,a:b:c:d:1.0 e:f:g:h:1.0\n");
        cli.terminal = Terminal.of("1", "1");
        assertThat(cli.run("status").out()).contains("uptime        5000\n");
    }

    @Test
    void pingPrintsTheServicesTime() {
        assertThat(cli.run("ping").out())
                .matches("\\{\"time\":\"2026-03-01T12:00:00\\.123Z\",\"milliseconds\":\\d+}\n");
    }

    @Test
    void completionPrintsAScriptForTheShell() {
        for (String shell : new String[]{"bash", "zsh"}) {
            Ran ran = cli.run("completion", shell);
            assertThat(ran.exit()).isZero();
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).startsWith("# For " + shell).contains("complete -F", "close-expired", "--if-version",
                    "\"jsonl\"").doesNotContain("JSONL");
        }
        assertThat(cli.run("completion", "fish").err()).contains("'fish' is not one of bash, zsh");
        assertThat(cli.run("completion").exit()).isEqualTo(2);
    }

    @Test
    void serviceIsLocalByDefault() {
        cli.run("list");
        assertThat(cli.connection).contains(
                new ServiceTarget.Remote(URI.create("http://127.0.0.1:8080"), null, null, Duration.ofSeconds(30)));
        cli.run("list", "--url", "https://sessions.example.com/base", "--api-key", "secret", "--timeout", "5s",
                "--tls-ca", "ca.pem");
        assertThat(cli.connection).contains(new ServiceTarget.Remote(URI.create("https://sessions.example.com/base"),
                "secret", Path.of("ca.pem"), Duration.ofSeconds(5)));
        assertThat(cli.connection.orElseThrow().toString()).doesNotContain("secret");
        cli.run("list", "--direct", "--store", "x");
        assertThat(cli.connection).contains(new ServiceTarget.Direct());
    }

    @Test
    void storeOptionsRequireDirect() {
        assertThat(cli.run("list", "--store", "x"))
                .isEqualTo(
                        CliFixture.message(2, "--store requires --direct (see sessions list --help)"));
    }

    @Test
    void serviceOptionsCannotBeUsedWithDirect() {
        for (String option : new String[]{"--url=http://host", "--api-key=k", "--timeout=1s", "--tls-ca=ca.pem"}) {
            assertThat(cli.run("close", "--user", "u", "--yes", "--direct", option))
                    .isEqualTo(CliFixture.message(2, option.substring(0, option.indexOf('='))
                            + " cannot be used with --direct (see sessions close --help)"));
        }
        assertThat(cli.connection).isEmpty();
    }

    @Test
    void timeoutIsAtMostOneDay() {
        assertThat(cli.run("ping", "--timeout", "2d").err()).contains("'2d' is more than a day").hasLineCount(1);
    }

    @Test
    void invalidApiKeyIsRejectedAndNotShown() {
        for (String key : new String[]{"a b", "secret\n", "sécret", ""}) {
            assertThat(cli.run("ping", "--api-key", key)).isEqualTo(CliFixture.message(2, "Invalid value for option"
                    + " '--api-key': an API key must be printable ASCII without spaces (see sessions ping --help)"));
        }
    }

    @Test
    void invalidUrlIsRejectedAndNotShown() {
        for (String url : new String[]{"localhost:8080", "ftp://host", "http://", "/path", "http://me:pw@host",
                "http://host?key=1", "http://host#x", "http://a b", "http://host:99999", ""}) {
            Ran ran = cli.run("ping", "--url", url);
            assertThat(ran.exit()).as(url).isEqualTo(2);
            assertThat(ran.err()).hasLineCount(1).contains("must be a URL such as http://127.0.0.1:8080")
                    .doesNotContain("pw");
        }
    }
}
