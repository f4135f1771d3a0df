package violations.sessions.skipped;

import org.junit.jupiter.api.Assumptions;

/** Breaks the rule that no test is skipped. */
public final class AbortedTests {

    void saysNothing() {
        Assumptions.abort();
    }
}
