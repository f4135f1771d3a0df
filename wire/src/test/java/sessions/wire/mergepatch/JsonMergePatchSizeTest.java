package sessions.wire.mergepatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sessions.domain.model.Json;

/** Deeply nested and large content. Quadratic time or memory would exceed the timeout. */
@Timeout(30)
class JsonMergePatchSizeTest {

    private static final int MANY = 100_000;

    @Test
    void mergesObjectsAtTheDeepestLevel() {
        assertThat(patched(nested("{\"a\":1}"), nested("{\"b\":2}"))).isEqualTo(nested("{\"a\":1,\"b\":2}"));
        assertThat(patched("{}", nested("{\"b\":null}"))).isEqualTo(nested("{}"));
        assertThat(patched(nested("{\"a\":1}"), nested("{\"a\":null}"))).isEqualTo(nested("{}"));
    }

    @Test
    void keepsDeepArrays() {
        String deep = "[".repeat(499) + "]".repeat(499);
        assertThat(patched("{\"a\":" + deep + "}", "{\"b\":" + deep + "}"))
                .isEqualTo("{\"a\":" + deep + ",\"b\":" + deep + "}");
    }

    @Test
    void changesAllOfManyMembers() {
        String target = object(i -> "\"k" + i + "\":1.0");
        assertThat(patched(target, object(i -> "\"k" + (MANY - 1 - i) + "\":2.0")))
                .isEqualTo(object(i -> "\"k" + i + "\":2.0"));
        assertThat(patched(target, object(i -> "\"k" + i + "\":null"))).isEqualTo("{}");
        assertThat(patched("{}", target)).isEqualTo(target);
    }

    @Test
    void changesOneOfManyMembers() {
        assertThat(patched(object(i -> "\"k" + i + "\":" + i), "{\"k5\":null}")).doesNotContain("\"k5\":")
                .hasSize(object(i -> "\"k" + i + "\":" + i).length() - "\"k5\":5,".length());
    }

    @Test
    void handlesNamesThatRepeatManyTimes() {
        String repeated = object(i -> "\"a\":{\"b\":" + i + "}");
        assertThat(patched(repeated, "{\"a\":{\"c\":1}}")).isEqualTo("{\"a\":{\"b\":99999,\"c\":1}}");
        assertThat(patched("{\"x\":" + repeated + "}", "{\"x\":{\"a\":null}}")).isEqualTo("{\"x\":{}}");
        assertThat(patched("{}", repeated)).isEqualTo("{\"a\":{\"b\":99999}}");
        assertThat(patched(object(i -> "\"a\":1,\"k" + i + "\":1"), object(i -> "\"a\":" + i + ",\"a\":null")))
                .isEqualTo(object(i -> "\"k" + i + "\":1"));
    }

    @Test
    void appliesManyPatchesWithTheSameName() {
        String large = object(i -> "\"k" + i + "\":1");
        assertThat(patched("{\"a\":" + large + "}", object(i -> "\"a\":{\"k" + i + "\":2}")))
                .isEqualTo("{\"a\":" + object(i -> "\"k" + i + "\":2") + "}");
    }

    /** As deeply nested as content may be, including the innermost object. */
    private static String nested(String innermost) {
        return "{\"n\":".repeat(499) + innermost + "}".repeat(499);
    }

    private static String object(IntFunction<String> member) {
        return IntStream.range(0, MANY).mapToObj(member).collect(Collectors.joining(",", "{", "}"));
    }

    private static String patched(String target, String patch) {
        return new JsonMergePatch(10_000_000).apply(new Json(target), new Json(patch)).text();
    }
}
