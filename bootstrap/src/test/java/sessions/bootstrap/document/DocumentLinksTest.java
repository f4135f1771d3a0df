package sessions.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that links of Markdown pages resolve, and that the index links every document. */
class DocumentLinksTest {

    private static final Path PROJECT = Path.of("..");
    private static final List<String> FOLDERS = List.of("docs", "examples");

    /** Pages that the index links. */
    private static final Pattern DOCUMENT = Pattern
            .compile("\\.\\./(docs/.+|examples/README|CONTRIBUTING|SECURITY)\\.md");

    @Test
    void everyLinkResolves() throws IOException {
        List<DocumentPage> pages = pages().stream().map(DocumentPage::new).toList();
        assertThat(pages).contains(DocumentPage.INDEX, new DocumentPage(Path.of("../README.md")));
        for (DocumentPage page : pages) {
            assertThat(page.links()).as(page.file().toString()).allSatisfy(DocumentLinksTest::assertResolves);
        }
    }

    private static void assertResolves(DocumentPage.Link link) {
        assertThat(link.file()).exists();
        if (!link.anchor().isEmpty()) {
            assertThat(new DocumentPage(link.file()).anchors()).as(link.file().toString()).contains(link.anchor());
        }
    }

    @Test
    void indexLinksEveryDocument() throws IOException {
        DocumentPage decisions = new DocumentPage(Path.of("../docs/decisions/README.md"));
        Set<Path> linked = Stream.of(DocumentPage.INDEX, decisions).flatMap(DocumentPage::links)
                .map(DocumentPage.Link::file).collect(Collectors.toSet());
        linked.add(DocumentPage.INDEX.file());
        assertThat(linked)
                .containsAll(pages().stream().filter(page -> DOCUMENT.matcher(page.toString()).matches()).toList());
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(pages(PROJECT, 1));
        for (String folder : FOLDERS) {
            pages.addAll(pages(PROJECT.resolve(folder), 2));
        }
        return pages;
    }

    private static List<Path> pages(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }
}
