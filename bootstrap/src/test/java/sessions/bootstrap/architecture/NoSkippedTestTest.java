package sessions.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import violations.sessions.skipped.AbortedTests;
import violations.sessions.skipped.AssumingTests;
import violations.sessions.skipped.ConditionalTests;
import violations.sessions.skipped.DisabledTests;

/**
 * A skipped test proves nothing but looks green. This module depends on all others with tests, so it is built last and sees
 * their tests.
 */
class NoSkippedTestTest {

    @Test
    void noTestOfAnyModuleIsSkipped() throws IOException {
        List<Path> compiled = compiledTests();
        assertThat(compiled).contains(Path.of("../benchmarks/target/test-classes")).allMatch(Files::isDirectory);
        JavaClasses tests = new ClassFileImporter().withImportOption(location -> !location.contains("/violations/"))
                .importPaths(compiled);
        CodingRules.NO_TEST_IS_SKIPPED.check(tests);
    }

    @ParameterizedTest
    @ValueSource(classes = {DisabledTests.class, ConditionalTests.class, AssumingTests.class, AbortedTests.class})
    void exampleBreaksTheRule(Class<?> example) {
        assertThat(CodingRules.NO_TEST_IS_SKIPPED.evaluate(new ClassFileImporter().importClasses(example))
                .hasViolation())
                .isTrue();
    }

    /** The contracts of the testkit are main classes. */
    private static List<Path> compiledTests() throws IOException {
        return Stream.concat(Stream.of(Path.of("../testkit/target/classes")),
                modulesWithTests().map(module -> module.resolve("target/test-classes"))).toList();
    }

    private static Stream<Path> modulesWithTests() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(module -> Files.isDirectory(module.resolve("src/test/java"))).toList().stream();
        }
    }
}
