package sessions.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

    private static final String SIZE = "is not a size from 1KiB to 256MiB, such as 512KiB or 1MiB";

    @ParameterizedTest
    @CsvSource({"1024,1024", "1024B,1024", "2KB,2000", "512KiB,524288", "3MB,3000000", "1MiB,1048576",
            "256MiB,268435456"})
    void sizesMayHaveAUnit(String text, int bytes) {
        assertThat(new NumberConverters.BodySize().convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1023", "1KB", "257MiB", "268435457", "9999999999MiB", "1GiB", "1 MiB",
            "1mib", "1.5MiB", "MiB", "99999999999"})
    void invalidSizesAreRejected(String text) {
        assertRejected(new NumberConverters.BodySize(), text, SIZE);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "8080,8080", "65535,65535"})
    void validPortsAreAccepted(String text, int port) {
        assertThat(new NumberConverters.Port().convert(text)).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65536", "9999999999", "99999999999", "80 ", "http", "0x50", "٨٠"})
    void invalidPortsAreRejected(String text) {
        assertRejected(new NumberConverters.Port(), text, "is not a port from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource({"[::1],::1", "::1,::1", "0.0.0.0,0.0.0.0", "localhost,localhost"})
    void hostsMayBeInBrackets(String text, String host) {
        assertThat(new HostConverter().convert(text)).isEqualTo(host);
    }

    @Test
    void pageSizesHaveBounds() {
        assertThat(new NumberConverters.PageSize().convert("1")).isEqualTo(1);
        assertThat(new NumberConverters.PageSize().convert("10000")).isEqualTo(10_000);
        for (String text : new String[]{"", "0", "10001", "-5", "ten"}) {
            assertRejected(new NumberConverters.PageSize(), text, "is not a number from 1 to 10000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://app.example.com", "http://localhost:3000", "http://[::1]:8080",
            " https://app.example.com "})
    void originsAreSchemeHostAndPort(String text) {
        assertThat(new OriginConverter().convert(text)).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app.example.com", "https://app.example.com/", "https://app.example.com/path",
            "https://app.example.com?x", "//app.example.com", "https://", "https://*.example.com", "null", "a b"})
    void invalidOriginsAreRejected(String text) {
        assertRejected(new OriginConverter(), text, "is not an origin such as https://app.example.com, or *");
    }

    @Test
    void thereAreFiveLogLevels() {
        LogLevelConverter converter = new LogLevelConverter();
        assertThat(converter.convert("error")).isEqualTo(Level.ERROR);
        assertThat(converter.convert("trace")).isEqualTo(Level.TRACE);
        for (String text : new String[]{"", "INFO", "all", "off", "verbose"}) {
            assertRejected(converter, text, "is not one of error, warn, info, debug, trace");
        }
    }

    private static void assertRejected(ITypeConverter<?> converter, String text, String problem) {
        assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' " + problem);
    }
}
