package sessions.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidJsonException;

class JsonDocumentTest {

    @ParameterizedTest
    @MethodSource("sessions.wire.json.JsonMembersTest#values")
    void documentsKeepTheirText(String value) {
        assertThat(JsonDocument.read(value.getBytes(UTF_8)).text()).isEqualTo(value);
        assertThat(JsonDocument.read(("\r\n " + value + "\t\n").getBytes(UTF_8)).text()).isEqualTo(value);
    }

    @Test
    void nullIsContent() {
        assertThat(JsonDocument.read(" null ".getBytes(UTF_8)).isNull()).isTrue();
        assertThat(JsonDocument.read("[null]".getBytes(UTF_8)).isNull()).isFalse();
    }

    @Test
    void emptyBodiesAreRejected() {
        assertThat(rejection(new byte[0])).isEqualTo("The body is empty; JSON is expected");
        assertThat(rejection(" \n".getBytes(UTF_8)))
                .isEqualTo("The body contains only white space; JSON is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "1 2", "null,", "[1]]", "{\"a\":1}x"})
    void severalValuesAreRejected(String document) {
        assertThat(rejection(document.getBytes(UTF_8))).startsWith("The ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "+1", "1.", ".5", "NaN", "tru", "nul", "\"\t\"",
                    "\"\\q\"", "\"a", "// c\n1", "1 # c", "\u00a01", "\ufeff1", "\ufeff{}"})
    void invalidJsonIsRejected(String document) {
        assertThat(rejection(document.getBytes(UTF_8))).startsWith("The JSON is malformed at line ");
    }

    @Test
    void otherEncodingsAreRejected() {
        assertThat(rejection("\"é\"".getBytes(ISO_8859_1))).isEqualTo("The body is not UTF-8");
        assertThat(rejection("{}".getBytes(UTF_16LE))).startsWith("The JSON is malformed");
    }

    @Test
    void nestingIsLimited() {
        String deepest = "[".repeat(500) + "]".repeat(500);
        assertThat(JsonDocument.read(deepest.getBytes(UTF_8)).text()).isEqualTo(deepest);
        assertThat(rejection(("[" + deepest + "]").getBytes(UTF_8))).isEqualTo("The JSON nests deeper than 500 levels");
        assertThat(rejection(("{\"a\":" + deepest + "}").getBytes(UTF_8)))
                .isEqualTo("The JSON nests deeper than 500 levels");
    }

    private static String rejection(byte[] body) {
        return catchThrowableOfType(InvalidJsonException.class, () -> JsonDocument.read(body)).getMessage();
    }
}
