package violations.sessions.skipped;

import static org.assertj.core.api.Assumptions.assumeThat;

/** Breaks the rule that no test is skipped. */
public final class AssumingTests {

    void saysNothingWhereTheAssumptionDoesNotHold() {
        assumeThat(System.getenv("HOME")).isNotNull();
    }
}
