package sessions.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    @ParameterizedTest
    @CsvSource({"1ms,PT0.001S", "500ms,PT0.5S", "30s,PT30S", "15m,PT15M", "24h,PT24H", "7d,PT168H", "PT15M,PT15M",
            "P2DT1S,PT48H1S", "36500d,PT876000H"})
    void durationsHaveAUnit(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "m", "-5m", "5 m", "1.5h", "5M", "5min", "forever", "999999999999999d",
            "1234567890123456s"})
    void otherTextsAreRejected(String text) {
        assertRejected(text, "is not a time such as 500ms, 30s, 15m, 24h, 7d or PT15M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0d", "PT0.0009S", "PT-5M", "36501d", "999999999999999ms"})
    void durationsOutOfRangeAreRejected(String text) {
        assertRejected(text, "is not between 1ms and 36500d");
    }

    @Test
    void orZeroAlsoAcceptsZero() {
        assertThat(new DurationConverter.OrZero().convert("0")).isZero();
        assertThat(new DurationConverter.OrZero().convert("5m")).isEqualTo(Duration.ofMinutes(5));
    }

    private static void assertRejected(String text, String problem) {
        assertThatThrownBy(() -> new DurationConverter().convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' " + problem);
    }
}
