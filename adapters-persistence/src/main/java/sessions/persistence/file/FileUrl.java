package sessions.persistence.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store URL, {@code file:PATH} or {@code file:PATH;IFEXISTS=TRUE}.
 *
 * @param path where the file is
 * @param mustExist whether there must be such a file already
 */
record FileUrl(Path path, boolean mustExist) {

    private static final Pattern FORM = Pattern.compile("file:(~/)?([^;?\\x00]*[^;?\\x00/])((?:;IFEXISTS=TRUE)*)");

    /** The place that a URL of this adapter names. */
    static FileUrl of(String url) {
        return parse(url).orElseThrow(() -> new IllegalArgumentException("not a URL of this adapter"));
    }

    /** The place that a URL names, or empty where it is none of this adapter. */
    static Optional<FileUrl> parse(String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Path path = Path.of(matcher.group(2));
        return Optional.of(new FileUrl(
                matcher.group(1) == null ? path : Path.of(System.getProperty("user.home")).resolve(path),
                !matcher.group(3).isEmpty()));
    }
}
