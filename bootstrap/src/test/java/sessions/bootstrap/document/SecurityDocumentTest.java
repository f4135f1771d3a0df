package sessions.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The security page is verifiable: it lists all requirements and existing tests. {@link DocumentLinksTest} checks its links. */
class SecurityDocumentTest {

    private static final Path PAGE = Path.of("../docs/security.md");

    /** The number of requirements in each section of OWASP ASVS 5.0.0. */
    private static final Map<String, Integer> SECTIONS = Map.ofEntries(Map.entry("7.1", 3), Map.entry("7.2", 4),
            Map.entry("7.3", 2), Map.entry("7.4", 5), Map.entry("7.5", 3), Map.entry("7.6", 2), Map.entry("12.1", 5),
            Map.entry("12.2", 2), Map.entry("12.3", 5), Map.entry("13.1", 4), Map.entry("13.2", 6),
            Map.entry("13.3", 4), Map.entry("13.4", 7), Map.entry("14.2", 8), Map.entry("16.2", 5),
            Map.entry("16.3", 4), Map.entry("16.4", 3), Map.entry("16.5", 4));
    private static final List<String> SINGLE = List.of("6.3.2", "11.5.1");

    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\d+\\.\\d+\\.\\d+) \\| [123] \\| [^|]+ \\| (met|you|partly|gap|n/a) \\| [^|]* \\| ([^|]+) \\|$",
            Pattern.MULTILINE);
    private static final Pattern ITEM = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern PROOFS = Pattern.compile("none|`\\w+(#\\w+)?`(, `\\w+(#\\w+)?`)*");
    private static final Pattern PROOF = Pattern.compile("`(\\w+)(?:#(\\w+))?`");

    private final String page = read(PAGE);
    private final List<MatchResult> rows = ROW.matcher(page).results().toList();

    @Test
    void everyRequirementHasARow() {
        List<String> required = new ArrayList<>(SINGLE);
        SECTIONS.forEach((section, count) -> IntStream.rangeClosed(1, count)
                .forEach(number -> required.add(section + "." + number)));
        assertThat(rows.stream().map(row -> row.group(1)).toList()).doesNotHaveDuplicates().containsAll(required);
        assertThat(page.lines().filter(line -> line.matches("\\| \\d.*")).toList()).as("rows that can be read")
                .hasSameSizeAs(rows);
    }

    @Test
    void everyNamedTestExists() throws IOException {
        Map<String, Path> tests = tests();
        for (MatchResult row : rows) {
            assertThat(row.group(3)).as(row.group(1)).matches(PROOFS);
            PROOF.matcher(row.group(3)).results().forEach(proof -> assertExists(proof, tests));
        }
    }

    private static void assertExists(MatchResult proof, Map<String, Path> tests) {
        Path test = tests.get(proof.group(1));
        assertThat(test).as(proof.group()).isNotNull();
        if (test != null && proof.group(2) != null) {
            assertThat(read(test)).as(proof.group())
                    .containsPattern("(void|Stream<DynamicTest>) " + proof.group(2) + "\\(");
        }
    }

    @Test
    void exactlyTheUnmetRequirementsAreListed() {
        String list = page.substring(page.indexOf("\n## What is missing"));
        List<String> unmet = rows.stream().filter(row -> row.group(2).matches("partly|gap")).map(row -> row.group(1))
                .toList();
        assertThat(ITEM.matcher(list).results().map(MatchResult::group).distinct())
                .containsExactlyInAnyOrderElementsOf(unmet);
    }

    /** The test classes of all modules and the testkit's contracts, by name. */
    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new TreeMap<>();
        for (Path folder : foldersOfTests()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
        return tests;
    }

    private static List<Path> foldersOfTests() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return Stream.concat(Stream.of(Path.of("../testkit/src/main/java")),
                    modules.map(module -> module.resolve("src/test/java"))).filter(Files::isDirectory).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
