package violations.sessions.skipped;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Breaks the rule that no test is skipped. */
public final class ConditionalTests {

    @EnabledOnOs(OS.AIX)
    void saysNothingElsewhere() {
    }
}
