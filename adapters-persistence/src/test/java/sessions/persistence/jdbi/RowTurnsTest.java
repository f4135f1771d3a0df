package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sessions.domain.error.StoreUnavailableException;

class RowTurnsTest {

    private final RowTurns turns = new RowTurns(2, Duration.ofMillis(1));

    @Test
    void onlySomeCallsChangeARowAtOnce() {
        String result = turns.run("test", "row", () -> turns.run("test", "row", () -> {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> turns.run("change a session", "row", () -> "third"))
                    .withMessage("The store could not change a session").havingCause()
                    .withMessage("other calls were waiting for the same rows all the time");
            return turns.run("test", "other row", () -> "done");
        }));
        assertThat(result).isEqualTo("done");
    }

    @Test
    void turnEndsWithTheCallEvenIfItFails() {
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> turns.run("test", "row", () -> {
                        throw new IllegalStateException("bug");
                    }));
        }
        assertThat(turns.run("test", "row", () -> "done")).isEqualTo("done");
    }
}
