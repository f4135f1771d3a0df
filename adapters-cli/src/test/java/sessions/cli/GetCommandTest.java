package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sessions.cli.Terminal.Ran;
import sessions.domain.Json;
import sessions.domain.SessionOpening;
import sessions.domain.SessionV1;
import sessions.wire.SessionJson;

class GetCommandTest {

    private final Terminal terminal = new Terminal();

    @Test
    void printsTheSessionAsJsonAndNothingElse() {
        SessionV1 session = terminal.open("alice");
        Ran ran = terminal.run("get", session.id().value());
        assertThat(ran).isEqualTo(new Ran(0, SessionJson.of(session) + System.lineSeparator(), ""));
    }

    @Test
    void doesNotExtendTheSessionsLife() {
        SessionV1 session = terminal.open("alice");
        terminal.clock.advance(Duration.ofMinutes(59));
        terminal.run("get", session.id().value());
        terminal.clock.advance(Duration.ofMinutes(2));
        assertThat(terminal.run("get", session.id().value()).out()).contains("\"active\":false");
    }

    @Test
    void unknownSessionIsStatusThreeWithNothingOnStandardOutput() {
        assertThat(terminal.run("get", Terminal.UNKNOWN_ID))
                .isEqualTo(new Ran(3, "", "sessions: there is no such session" + System.lineSeparator()));
        assertThat(terminal.run("get", "no id at all").exit()).isEqualTo(3);
    }

    @Test
    void contentOnSeveralLinesIsPrintedOnOne() {
        SessionV1 session = terminal
                .open(new SessionOpening("alice", null, null, null, new Json("{\n\t\"a\":\r\n [1,\n2]\n}"), null));
        assertThat(terminal.run("get", session.id().value()).out()).hasLineCount(1).contains("[1, 2]");
    }

    @Test
    void controlCharactersStayEscaped() {
        SessionV1 session = terminal.open(new SessionOpening("a\u001b[31m", "b\u009b2J\u007f\u202e", null, null,
                new Json("\"c\u009d\""), null));
        String json = terminal.run("get", session.id().value()).out();
        assertThat(json).containsIgnoringCase("a\\u001b[31m").containsIgnoringCase("b\\u009b2J\\u007f\\u202e")
                .containsIgnoringCase("\"c\\u009d\"");
    }

    @Test
    void withoutAnIdItIsRefused() {
        Ran ran = terminal.run("get");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo(
                "sessions: Missing required parameter: 'ID' (see sessions get --help)" + System.lineSeparator());
    }
}
