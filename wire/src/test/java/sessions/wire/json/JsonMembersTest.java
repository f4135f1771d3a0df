package sessions.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.InvalidJsonException;

class JsonMembersTest {

    static String[] values() {
        return new String[]{"1", "-0.0", "1E400", "12345678901234567890.123456789", "9".repeat(5000), "true", "false",
                "\"\"", "\"a\\\"b\\\\\"", "\"\\u0000\\ud800\\/\\n\"", "\"é 用户 😀 \u2028\"",
                "\"" + "x".repeat(70_000) + "\"",
                "[]", "[ 1 ,\t2 ]", "{ }", "{\"a\":{\"a\":1,\"a\":[null,{}]}}",
                "{\"" + "k".repeat(60_000) + "\":\"}\"}",
                "[\"]\",\"}\",{\"x\":\"{\"}]"};
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesKeepTheirText(String value) {
        for (String document : new String[]{"{\"v\":" + value + "}", " { \"a\" : [1,{}] , \"v\" : " + value + " }\n",
                "{\"v\":" + value + ",\"z\":\"\"}"}) {
            JsonMembers.Value read = Objects.requireNonNull(JsonMembers.parse(document).get("v"));
            assertThat(read.text()).isEqualTo(value);
        }
    }

    @Test
    void textsAreDecoded() {
        JsonMembers.Value value = Objects.requireNonNull(JsonMembers.parse("{\"v\":\"a\\u00e9\\n😀\"}").get("v"));
        assertThat(value.string()).isEqualTo("aé\n😀");
        assertThat(value.type()).isEqualTo(ValueType.STRING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[\"v\"]", "\"v\"", "5", "true", "{}", "{\"v\":null}", " {\"V\":1} "})
    void missingMemberHasNoValue(String document) {
        assertThat(JsonMembers.parse(document).get("v")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{", "{\"v\":1", "{\"v\":1}}", "{} {}", "[1,2", "{\"v\":tru}", "{\"v\":1,}",
            "{\"v\" 1}",
            "{\"v\":\"\u0000\"}", "{\"v\":[1,]}", "{\"v\":{\"a\":01}}", "{\"v\":[\"\\q\"]}", "{\"v\":-}", "{\"v\":1.}"})
    void malformedDocumentsAreRejected(String document) {
        assertThatExceptionOfType(InvalidJsonException.class).isThrownBy(() -> JsonMembers.parse(document));
    }

    @Test
    void errorNamesThePosition() {
        assertThatExceptionOfType(InvalidJsonException.class).isThrownBy(() -> JsonMembers.parse("{\n \"v\": ?}"))
                .withMessage("The JSON is malformed at line 2, column 7");
    }

    @Test
    void repeatedMembersAreRejectedButNotWithinValues() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> JsonMembers.parse("{\"v\":1,\"w\":{\"a\":1,\"a\":2},\"v\":null}"))
                .withMessage("Validation failed: v must not be given twice");
    }

    @Test
    void repeatedNameIsShownShortenedAndOnOneLine() {
        String name = "a\\n" + "b".repeat(1000);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> JsonMembers.parse("{\"" + name + "\":1,\"" + name + "\":2,\"c\":1,\"c\":2}"))
                .withMessage("Validation failed: a_" + "b".repeat(62) + "… must not be given twice");
    }

    @Test
    void membersMayBeNestedAsDeeplyAsContent() {
        String deepest = "[".repeat(500) + "]".repeat(500);
        JsonMembers.Value value = Objects.requireNonNull(JsonMembers.parse("{\"v\":" + deepest + "}").get("v"));
        assertThat(value.text()).isEqualTo(deepest);
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> JsonMembers.parse("{\"v\":[" + deepest + "]}"))
                .withMessage("The JSON nests deeper than 500 levels");
    }
}
