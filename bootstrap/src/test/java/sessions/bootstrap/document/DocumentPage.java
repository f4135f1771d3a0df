package sessions.bootstrap.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown page of the project.
 *
 * @param file its path, from the folder of this module
 */
record DocumentPage(Path file) {

    static final DocumentPage INDEX = new DocumentPage(Path.of("../docs/README.md"));
    static final DocumentPage API = new DocumentPage(Path.of("../docs/api.md"));
    static final DocumentPage CONFIGURATION = new DocumentPage(Path.of("../docs/configuration.md"));

    private static final Pattern CODE = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)#?([^)]*)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    /**
     * A link to another page or to a heading.
     *
     * @param file the path of the target
     * @param anchor the anchor of the heading, or empty for the whole file
     */
    record Link(Path file, String anchor) {
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the links to files of the project, without those in code. */
    Stream<Link> links() {
        return LINK.matcher(prose()).results().map(this::link);
    }

    private Link link(MatchResult link) {
        String target = link.group(1);
        return new Link(target.isEmpty() ? file : file.resolveSibling(target).normalize(), link.group(2));
    }

    /** Returns the anchors of the headings: in lower case, with hyphens for spaces, without punctuation. */
    Set<String> anchors() {
        return HEADING.matcher(prose()).results().map(heading -> heading.group(1).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "").replace(' ', '-')).collect(Collectors.toSet());
    }

    private String prose() {
        return CODE.matcher(text()).replaceAll("");
    }
}
