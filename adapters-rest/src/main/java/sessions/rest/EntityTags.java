package sessions.rest;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sessions.domain.InvalidDataException;
import sessions.domain.Violation;

/**
 * The entity tags of a conditional request (RFC 9110, 8.8.3 and 13.1).
 *
 * @param any whether the header is {@code *}
 * @param tags the tags else
 */
record EntityTags(boolean any, List<Tag> tags) {

    private static final int MOST = 32;

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([!#-~\u0080-\u00ff]*)\"\\s*(,|$)");
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");

    /**
     * One tag.
     *
     * @param version the version that it stands for, or 0, which no session has, where it is none of ours
     */
    record Tag(boolean weak, long version) {
    }

    /**
     * Reads a header, empty where it is absent.
     *
     * @throws InvalidDataException where it is malformed
     */
    static Optional<EntityTags> of(Context ctx, String header) {
        List<String> lines = Collections.list(ctx.req().getHeaders(header));
        return lines.isEmpty() ? Optional.empty() : Optional.of(parse(header, String.join(",", lines)));
    }

    /** Whether one of them stands for the version, weak ones too (weak comparison, RFC 9110, 8.8.3.2). */
    boolean include(long version) {
        return any || tags.stream().anyMatch(tag -> tag.version() == version);
    }

    private static EntityTags parse(String header, String text) {
        if (text.strip().equals("*")) {
            return new EntityTags(true, List.of());
        }
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(text);
        while (matcher.lookingAt()) {
            tags.add(new Tag(matcher.group(1) != null, version(matcher.group(2))));
            matcher.region(matcher.end(), text.length());
        }
        if (tags.isEmpty() || tags.size() > MOST || matcher.regionStart() < text.length()) {
            throw new InvalidDataException(List.of(new Violation(header,
                    "must be * or up to " + MOST + " entity tags in double quotes, such as \"3\"")));
        }
        return new EntityTags(false, List.copyOf(tags));
    }

    private static long version(String tag) {
        return VERSION.matcher(tag).matches() ? Long.parseLong(tag) : 0;
    }
}
