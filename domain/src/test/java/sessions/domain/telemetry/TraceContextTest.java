package sessions.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String PARENT = "00-" + TRACE + "-" + SPAN + "-01";

    @Test
    void headersAreParsedAndWrittenAsInTheStandard() {
        assertThat(TraceContext.parse(PARENT, "a=1,b=2")).contains(new TraceContext(TRACE, SPAN, "01", "a=1,b=2"));
        assertThat(new TraceContext(TRACE, SPAN, "01", "").parent()).isEqualTo(PARENT);
        assertThat(TraceContext.parse(PARENT, null)).contains(new TraceContext(TRACE, SPAN, "01", ""));
    }

    @Test
    void fieldsOfLaterVersionsAreIgnored() {
        assertThat(TraceContext.parse("cc" + PARENT.substring(2) + "-what-will-be", null))
                .contains(new TraceContext(TRACE, SPAN, "01", ""));
    }

    @Test
    void stateThatIsTooLongIsDropped() {
        assertThat(TraceContext.parse(PARENT, "a=" + "1".repeat(511)))
                .contains(new TraceContext(TRACE, SPAN, "01", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
            "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"})
    void malformedHeadersAreIgnored(String parent) {
        assertThat(TraceContext.parse(parent, "a=1")).isEmpty();
    }
}
