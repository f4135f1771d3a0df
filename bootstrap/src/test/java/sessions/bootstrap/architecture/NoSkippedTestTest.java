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

/** A skipped test proves nothing but looks green. This module is built last, so it sees the tests of all modules. */
class NoSkippedTestTest {

    @Test
    void noTestOfAnyModuleIsSkipped() throws IOException {
        JavaClasses tests = new ClassFileImporter().withImportOption(location -> !location.contains("/violations/"))
                .importPaths(compiledTests());
        assertThat(tests.contain(NoSkippedTestTest.class)).isTrue();
        CodingRules.NO_TEST_IS_SKIPPED.check(tests);
    }

    @ParameterizedTest
    @ValueSource(classes = {DisabledTests.class, ConditionalTests.class, AssumingTests.class, AbortedTests.class})
    void exampleBreaksTheRule(Class<?> example) {
        assertThat(CodingRules.NO_TEST_IS_SKIPPED.evaluate(new ClassFileImporter().importClasses(example))
                .hasViolation())
                .isTrue();
    }

    /** The tests of the testkit are main classes. */
    private static List<Path> compiledTests() throws IOException {
        Path project = Path.of("..").toRealPath();
        try (Stream<Path> modules = Files.list(project)) {
            return modules.flatMap(module -> Stream.of(module.resolve("target/test-classes"),
                    project.resolve("testkit/target/classes"))).distinct().filter(Files::isDirectory).toList();
        }
    }
}
