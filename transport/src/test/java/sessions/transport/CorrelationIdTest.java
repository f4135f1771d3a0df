package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrelationIdTest {

    @Test
    void usesTheFirstTextThatIsNotBlank() {
        assertThat(CorrelationId.of(null, " ", " first ", "second").text()).isEqualTo("first");
    }

    @Test
    void isRandomIfNoneWasSent() {
        assertThat(CorrelationId.of().text()).matches("[0-9a-f]{32}").isNotEqualTo(CorrelationId.of().text());
    }

    @Test
    void isSafeToLog() {
        assertThat(CorrelationId.of("a\nb" + "x".repeat(200)).text()).startsWith("a_b").hasSize(128);
    }

    @Test
    void headerValueIsPercentEncoded() {
        assertThat(CorrelationId.of("Zoë 1").headerValue()).isEqualTo("Zo%C3%AB 1");
    }
}
