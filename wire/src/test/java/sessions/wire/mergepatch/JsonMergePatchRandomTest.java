package sessions.wire.mergepatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.model.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Patches on text have the same results as the algorithm of RFC 7396 on trees. */
class JsonMergePatchRandomTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int ROUNDS = 20_000;
    private static final int MAX_DEPTH = 4;

    private static final List<String> SPACES = List.of("", "", "", " ", "\n\t", "  \r\n");
    private static final List<List<String>> NAMES = List.of(List.of("a", "\\u0061"), List.of("b"), List.of(""),
            List.of("}\\\"", "\\u007d\\\""), List.of("é", "\\u00e9"), List.of("null"));
    private static final List<String> SCALARS = List.of("null", "null", "null", "true", "0", "-1.5e3", "\"\"",
            "\"null\"",
            "\",\\\"}\"");

    private final Random random = new Random(7396);

    @Test
    void textAndTreeAgree() {
        for (int round = 0; round < ROUNDS; round++) {
            String target = document();
            String patch = document();
            String result = new JsonMergePatch(1_000_000).apply(new Json(target), new Json(patch)).text();
            JsonNode expected = merge(MAPPER.readTree(target), MAPPER.readTree(patch));
            assertThat(MAPPER.readTree(result)).as("%s with %s is %s", target, patch, result).isEqualTo(expected);
            assertThat(names(MAPPER.readTree(result))).isEqualTo(names(expected));
        }
    }

    /** RFC 7396, section 2, literally. */
    private static JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode object = target instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                object.remove(change.getKey());
            } else {
                object.set(change.getKey(), merge(object.get(change.getKey()), change.getValue()));
            }
        });
        return object;
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private String document() {
        return space() + (random.nextInt(20) == 0 ? value(1) : object(1)) + space();
    }

    private String value(int depth) {
        int kind = depth < MAX_DEPTH ? random.nextInt(10) : 0;
        if (kind < 4) {
            return oneOf(SCALARS);
        }
        return kind < 9 ? object(depth + 1) : "[" + space() + value(depth + 1) + "," + value(depth + 1) + "]";
    }

    /** Names are unique, because Jackson's trees keep only one member per name. */
    private String object(int depth) {
        List<List<String>> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.stream().limit(random.nextInt(NAMES.size()))
                .map(spellings -> space() + '"' + oneOf(spellings) + '"' + space() + ":" + space() + value(depth)
                        + space())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String space() {
        return oneOf(SPACES);
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
