package sessions.testkit.openapi;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Media types as keys of {@code content}; they may contain {@code *} for a part. */
final class MediaTypes {

    private MediaTypes() {
    }

    /** Returns the documented entry for a content type, if there is one. The longest matching key counts. */
    static Optional<JsonNode> find(JsonNode content, Optional<String> contentType) {
        return contentType.map(MediaTypes::withoutParameters).flatMap(type -> content.propertyNames().stream()
                .filter(key -> fits(key, type)).max(Comparator.comparingInt(String::length)).map(content::get));
    }

    static boolean isJson(Optional<String> contentType) {
        return contentType.map(MediaTypes::withoutParameters)
                .filter(type -> type.equals("application/json") || type.endsWith("+json")).isPresent();
    }

    /** Returns whether the type is JSON Lines. Its schema describes the lines as elements of an array. */
    static boolean isJsonLines(Optional<String> contentType) {
        return contentType.map(MediaTypes::withoutParameters).filter("application/jsonl"::equals).isPresent();
    }

    private static boolean fits(String key, String type) {
        return type.matches(Pattern.quote(key).replace("*", "\\E[^/]+\\Q"));
    }

    private static String withoutParameters(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
