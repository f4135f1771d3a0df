package violations.sessions.skipped;

import org.junit.jupiter.api.Disabled;

/** Breaks the rule that no test is skipped. */
public final class DisabledTests {

    @Disabled
    void saysNothing() {
    }
}
