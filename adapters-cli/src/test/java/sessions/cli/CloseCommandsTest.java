package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sessions.cli.Terminal.Ran;
import sessions.domain.SessionFilter;
import sessions.domain.SessionV1;
import sessions.persistence.memory.MemorySessionStore;
import sessions.testkit.Fixtures;

class CloseCommandsTest {

    private final MemorySessionStore store = new MemorySessionStore();
    private final Terminal terminal = new Terminal(store);

    @Test
    void closesAndPrintsWhatBecameOfTheSession() {
        SessionV1 session = terminal.open("alice");
        Ran ran = terminal.run("close", session.id().value());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains(session.id().value(), "\"active\":false", "\"close_time\"", "\"data\":null");
        assertThat(ran.err()).isEmpty();
        assertThat(terminal.service.getSessionById("test", session.id().value()).orElseThrow().active()).isFalse();
    }

    @Test
    void aClosedSessionIsPrintedAsItIs() {
        SessionV1 session = terminal.open("alice");
        Ran first = terminal.run("close", session.id().value());
        terminal.clock.advance(Fixtures.HOUR);
        assertThat(terminal.run("close", session.id().value())).isEqualTo(first);
    }

    @Test
    void closesAllThatExistAndNamesTheOthers() {
        SessionV1 first = terminal.open("alice");
        SessionV1 last = terminal.open("bob");
        Ran ran = terminal.run("close", first.id().value(), Terminal.UNKNOWN_ID, last.id().value());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.contains("\"active\":false"));
        assertThat(ran.err())
                .isEqualTo("sessions: there is no session " + Terminal.UNKNOWN_ID + System.lineSeparator());
    }

    @Test
    void withoutAnIdNothingIsClosed() {
        Ran ran = terminal.run("close");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("sessions: Missing required parameter").hasLineCount(1);
    }

    @Test
    void closeExpiredMakesTheEndPermanentAndLeavesTheOthers() {
        SessionV1 old = terminal.open("alice");
        terminal.clock.advance(Duration.ofMinutes(61));
        SessionV1 young = terminal.open("bob");
        assertThat(terminal.run("close-expired"))
                .isEqualTo(new Ran(0, "", "sessions: expired sessions are closed" + System.lineSeparator()));
        // What a reader at the time of the opening sees tells whether the end was made permanent.
        assertThat(store.list(SessionFilter.ALL, Fixtures.NOON, 0, 10)).filteredOn(session -> !session.active())
                .extracting(SessionV1::id).containsExactly(old.id());
        assertThat(terminal.service.getSessionById("test", young.id().value()).orElseThrow().active()).isTrue();
    }

    @Test
    void closeExpiredTakesNoArguments() {
        assertThat(terminal.run("close-expired", "now").exit()).isEqualTo(2);
    }
}
