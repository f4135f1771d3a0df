package sessions.bootstrap.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares responses with the recording. Markers stand for values that differ between runs: {@code $capture} a text to
 * remember, {@code $time} a time, {@code $any} anything, {@code $repeat} a repeated text, {@code $length} an array of a
 * length, {@code $set} an array in any order. With {@code $optional} a key may be absent; with {@code $extra} an object
 * may have more keys.
 */
final class Expectation {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final Map<String, String> captured = new HashMap<>();

    Expectation(String run) {
        captured.put("run", run);
    }

    /** Inserts the captured texts. */
    String filled(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(captured.getOrDefault(found.group(1), found.group())));
    }

    /** Returns the recorded value with captured texts inserted and {@code $repeat} expanded. */
    JsonNode filled(JsonNode recorded) {
        if (recorded.isString()) {
            return text(filled(recorded.stringValue()));
        }
        if (recorded.has("$repeat")) {
            return text(repeated(recorded));
        }
        if (recorded.isArray()) {
            return JsonNodeFactory.instance.arrayNode().addAll(recorded.valueStream().map(this::filled).toList());
        }
        if (recorded.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            recorded.properties().forEach(entry -> object.set(entry.getKey(), filled(entry.getValue())));
            return object;
        }
        return recorded;
    }

    /** Returns the differences, one per line; empty if the response is as recorded. */
    List<String> differences(JsonNode recorded, JsonNode actual) {
        List<String> differences = new ArrayList<>();
        compare("", recorded, actual, differences);
        return differences;
    }

    private void compare(String path, JsonNode recorded, JsonNode actual, List<String> differences) {
        if (recorded.has("$any")) {
            return;
        }
        if (recorded.has("$time") || recorded.has("$capture")) {
            compareText(path, recorded, actual, differences);
        } else if (recorded.has("$length")) {
            expect(path, recorded.get("$length").intValue() == actual.size(), recorded, actual, differences);
        } else if (recorded.has("$set")) {
            compareSet(path, recorded.get("$set"), actual, differences);
        } else if (recorded.has("$repeat")) {
            expect(path, text(repeated(recorded)).equals(actual), recorded, actual, differences);
        } else if (recorded.isObject()) {
            compareObject(path, recorded, actual, differences);
        } else if (recorded.isArray()) {
            compareArray(path, recorded, actual, differences);
        } else {
            expect(path, filled(recorded).equals(actual), filled(recorded), actual, differences);
        }
    }

    private void compareText(String path, JsonNode recorded, JsonNode actual, List<String> differences) {
        boolean fits = actual.isString()
                && (!recorded.has("$time") || TIME.matcher(actual.stringValue()).matches());
        expect(path, fits, recorded, actual, differences);
        if (fits && recorded.has("$capture")) {
            captured.put(recorded.get("$capture").stringValue(), actual.stringValue());
        }
    }

    private void compareSet(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        List<JsonNode> left = new ArrayList<>(actual.valueStream().toList());
        for (JsonNode item : expected) {
            expect(path, left.removeIf(candidate -> differences(item, candidate).isEmpty()), item, actual, differences);
        }
        expect(path, left.isEmpty(), expected, actual, differences);
    }

    private void compareObject(String path, JsonNode recorded, JsonNode actual, List<String> differences) {
        Set<String> actualKeys = actual.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        for (Map.Entry<String, JsonNode> entry : recorded.properties()) {
            String key = entry.getKey();
            if (actualKeys.remove(key) && isList(recorded, key)) {
                compareSet(path + "/" + key, entry.getValue(), actual.get(key), differences);
            } else if (actual.has(key)) {
                compare(path + "/" + key, entry.getValue(), actual.get(key), differences);
            } else if (!key.equals("$extra") && !entry.getValue().has("$optional")) {
                differences.add(path + "/" + key + " is missing in " + actual);
            }
        }
        if (!recorded.has("$extra") && !actualKeys.isEmpty()) {
            differences.add(path + " has the further keys " + actualKeys);
        }
    }

    /** The sessions of a page, whose order differs from the original's. */
    private static boolean isList(JsonNode recorded, String key) {
        return key.equals("data") && recorded.has("total") && recorded.get(key).isArray();
    }

    private void compareArray(String path, JsonNode recorded, JsonNode actual, List<String> differences) {
        expect(path, actual.isArray() && actual.size() == recorded.size(), recorded, actual, differences);
        for (int i = 0; i < Math.min(recorded.size(), actual.size()); i++) {
            compare(path + "/" + i, recorded.get(i), actual.get(i), differences);
        }
    }

    private static void expect(String path, boolean holds, JsonNode expected, JsonNode actual,
            List<String> differences) {
        if (!holds) {
            differences.add(path + ": expected " + expected + " but found " + actual);
        }
    }

    private String repeated(JsonNode recorded) {
        JsonNode repeat = recorded.get("$repeat");
        return repeat.get("text").stringValue().repeat(repeat.get("times").intValue());
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
