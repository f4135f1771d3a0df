package sessions.rest.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;

/**
 * The entity tags of a conditional request (RFC 9110, 8.8.3 and 13.1).
 *
 * @param any whether the header is {@code *}
 * @param tags the tags; empty if the header is {@code *}
 */
public record EntityTags(boolean any, List<Tag> tags) {

    private static final int MAX_TAGS = 32;

    private static final Pattern TAG = Pattern.compile("[\\s,]*(W/)?\"([!#-~\u0080-\u00ff]*)\"\\s*(?:,[\\s,]*|$)");

    /**
     * One tag.
     *
     * @param value the text between the quotes
     */
    record Tag(boolean weak, String value) {
    }

    /** Returns a strong tag as header text: the value in quotes. */
    public static String text(String value) {
        return '"' + value + '"';
    }

    /**
     * Reads a header; empty if it is absent.
     *
     * @throws InvalidDataException if the header is malformed
     */
    static Optional<EntityTags> of(Context ctx, String header) {
        List<String> lines = Collections.list(ctx.req().getHeaders(header));
        return lines.isEmpty() ? Optional.empty() : Optional.of(parse(header, String.join(",", lines)));
    }

    /** Returns whether the request's {@code If-None-Match} matches a tag, by weak comparison (RFC 9110, 13.1.2). */
    public static boolean isNotModified(Context ctx, String value) {
        return of(ctx, ConditionalHeaders.IF_NONE_MATCH).filter(tags -> tags.matchWeakly(value)).isPresent();
    }

    private boolean matchWeakly(String value) {
        return any || tags.stream().anyMatch(tag -> tag.value().equals(value));
    }

    private static EntityTags parse(String header, String text) {
        if (text.strip().equals("*")) {
            return new EntityTags(true, List.of());
        }
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(text);
        while (matcher.lookingAt()) {
            tags.add(new Tag(matcher.group(1) != null, matcher.group(2)));
            matcher.region(matcher.end(), text.length());
        }
        if (tags.isEmpty() || tags.size() > MAX_TAGS || matcher.regionStart() < text.length()) {
            throw new InvalidDataException(List.of(new Violation(header,
                    "must be * or up to " + MAX_TAGS + " entity tags in double quotes, such as \"3\"")));
        }
        return new EntityTags(false, List.copyOf(tags));
    }
}
