package sessions.wire.mergepatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.model.Json;

/** Parts that a patch does not touch keep their text. */
class JsonMergePatchTextTest {

    static String[] values() {
        return new String[]{"12345678901234567890.1234567890", "1.50e+02", "-0.0", "1E400", "9".repeat(5000), "true",
                "\"\"", "\"a\\\"b\\\\\"", "\"\\u0000\\ud800\\/\\n\"", "\"é 用户 😀 \u2028\"", "[ 1 ,\t2 ]", "{ }",
                "{\"a\":{\"a\":1 , \"a\":[null,{}]} }", "[\"]\",\"}\",{\"x\":\"{\",\"x\":null}]"};
    }

    @ParameterizedTest
    @MethodSource("values")
    void untouchedMembersKeepTheirText(String value) {
        String kept = "\n\t\"k\\u0065pt\" :  " + value;
        assertThat(patched("{" + kept + " , \"a\":1}", "{\"a\":2}")).isEqualTo("{" + kept + " , \"a\":2}");
        assertThat(patched("{" + kept + " , \"a\":1}", "{\"a\":null}")).isEqualTo("{" + kept + "}");
        assertThat(patched("{\"a\":1 ," + kept + " }", "{\"a\":{}}")).isEqualTo("{\"a\":{} ," + kept + " }");
        assertThat(patched("{\"a\":{" + kept + "}}", "{\"a\":{\"b\":1}}")).isEqualTo("{\"a\":{" + kept + ",\"b\":1}}");
    }

    @Test
    void valuesOfThePatchKeepTheirText() {
        for (String value : new String[]{"1.50e+02", "\"\\u0041\"", "[ 1 ,\t{\"x\":null} ]", "{ \"x\" : -0.0 }"}) {
            assertThat(patched("{\"a\":1}", "{ \"\\u0062\" : " + value + " }"))
                    .isEqualTo("{\"a\":1,\"\\u0062\" : " + value + "}");
            assertThat(patched("{\"a\" : 1}", "{\"\\u0061\":" + value + "}")).isEqualTo("{\"a\" : " + value + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{ }", "{ \"a\" : 1 , \"a\":{ } }", "{\"b\":[ ],\n \"c\" : { \"d\":null,\"d\":1.0 }\n}"})
    void patchThatChangesNothingKeepsTheWholeText(String target) {
        assertThat(patched(target, "{}")).isEqualTo(target);
        assertThat(patched(target, "{\"x\":null}")).isEqualTo(target);
    }

    @Test
    void removesOneCommaWithEachMember() {
        String target = "{ \"a\":1 , \"b\":2,\n\"c\":3 }";
        assertThat(patched(target, "{\"a\":null}")).isEqualTo("{ \"b\":2,\n\"c\":3 }");
        assertThat(patched(target, "{\"b\":null}")).isEqualTo("{ \"a\":1,\n\"c\":3 }");
        assertThat(patched(target, "{\"c\":null}")).isEqualTo("{ \"a\":1 , \"b\":2 }");
        assertThat(patched(target, "{\"a\":null,\"b\":null}")).isEqualTo("{ \"c\":3 }");
        assertThat(patched(target, "{\"c\":null,\"b\":null,\"a\":null}")).isEqualTo("{ }");
        assertThat(patched(target, "{\"a\":null,\"b\":null,\"c\":null,\"d\":4}")).isEqualTo("{ \"d\":4 }");
    }

    @Test
    void newObjectsKeepTheirWhiteSpaceButLoseNulls() {
        assertThat(patched("{}", "{\"a\":{ \"b\" : 1 , \"c\":null , \"d\" : [ ] }}"))
                .isEqualTo("{\"a\":{ \"b\" : 1 , \"d\" : [ ] }}");
        assertThat(patched("{\"a\":1}", "{\"a\": { \"b\":null,\t\"c\":2 } }")).isEqualTo("{\"a\":{ \"c\":2 }}");
    }

    @Test
    void whiteSpaceAroundContentDoesNotMatter() {
        assertThat(patched(" {\"a\":1}\n", "\t{\"b\":2} ")).isEqualTo("{\"a\":1,\"b\":2}");
    }

    private static String patched(String target, String patch) {
        return new JsonMergePatch(1_000_000).apply(new Json(target), new Json(patch)).text();
    }
}
