package sessions.pip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests well-formed and malformed templates, YAML and lists of components. */
final class TemplateSyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "---\n", "# nothing\n", "[]", "{{#if X}}\n- descriptor: a:b:c:d:e\n{{/if}}"})
    void fileWithoutComponentsKeepsSessionsInMemory(String text) {
        PipConfig config = PipFile.read(text);

        assertThat(config.settings()).containsExactly(Map.entry("store", "memory:"));
        assertThat(config.warnings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{{#if X}}\\nx|line 2: the template cannot be filled in: found: 'EOF', expected: '{{/'",
            "x\\n{{#X}}\\n{{/Y}}|line 3: the template cannot be filled in: found: 'Y', expected: 'X'",
            "x\\n{{X|line 2: the template cannot be filled in: found: 'EOF', expected: '}}'",
            "x\\n{{frob X}}|line 2: the template cannot be filled in: could not find helper: 'frob'"})
    void templateErrorNamesTheLineAndTheExpectedTag(String text, String problem) {
        assertThat(PipFile.problems(text.replace("\\n", "\n"))).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{> /etc/passwd}}", "{{#frob X}}{{/frob}}", "{{precompile '/etc/passwd'}}"})
    void templateHasAccessToVariablesOnly(String text) {
        assertThat(PipFile.problems(text)).singleElement().asString().contains("the template cannot be filled in: ");
    }

    @Test
    void lineNumbersCountSectionsThatAreSwitchedOff() {
        assertThat(PipFile.problems("""
                {{#if X}}
                - descriptor: gone:b:c:d:e
                {{/if}}
                {{! a comment
                in two lines }}
                - descriptor: wrong
                """)).containsExactly("line 6: descriptor must be group:type:kind:name:version but is 'wrong'");
    }

    @Test
    void invalidYamlIsReportedWithItsLine() {
        assertThat(PipFile.problems("- descriptor: \"a:b:c:d:e\"\n  name: [1, 2\n- x")).singleElement().asString()
                .startsWith("line 3: this is not valid YAML: ");
        assertThat(PipFile.problems("- a: b\n\tc: d")).singleElement().asString()
                .startsWith("line 2: this is not valid YAML: ");
        assertThat(PipFile.problems("- a: \u0001")).singleElement().asString().contains("this is not valid YAML: ");
    }

    @Test
    void keysIndentedUnderADescriptorWithoutQuotesAreExplained() {
        assertThat(PipFile.problems("""
                -   descriptor: a:b:c:d:e

                     level: 5
                """))
                .containsExactly("line 3: level is indented below the text of descriptor; indent keys to the column"
                        + " of descriptor, 5");
    }

    @Test
    void everyItemMustBeAComponent() {
        assertThat(PipFile.problems("- x\n-\n- name: y\n- descriptor: a:b\n- descriptor:\n- [z]")).containsExactly(
                "line 1: expected a component with a descriptor",
                "line 2: expected a component with a descriptor",
                "line 3: expected a component with a descriptor",
                "line 4: descriptor must be group:type:kind:name:version but is 'a:b'",
                "line 5: descriptor must be group:type:kind:name:version but is ''",
                "line 6: expected a component with a descriptor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "text"})
    void rejectsAnythingButAList(String text) {
        assertThat(PipFile.problems(text))
                .containsExactly("line 1: expected a list of components, each beginning with - descriptor:");
    }

    @Test
    void duplicateKeyIsAProblem() {
        assertThat(PipFile.problems("- descriptor: a:b:c:d:e\n  x: {y: 1}\n  x.y: 2"))
                .containsExactly("line 3: x.y is already set in line 2");
    }

    @Test
    void anchorsAreResolvedUnlessRecursive() {
        assertThat(PipFile.problems("- descriptor: a:b:c:d:e\n  x: &x\n    y: *x"))
                .containsExactly("line 2: x contains itself");
        assertThat(PipFile.withStoreAndEndpoint("- &a\n  descriptor: pip-services:logger:console:default:1.0\n"
                + "  level: debug\n- *a")
                .settings()).containsEntry("log-level", "debug");
    }

    @Test
    void nullsAndEmptyTextsCountAsAbsent() {
        PipConfig config = PipFile.withStoreAndEndpoint("""
                - descriptor: service-sessions:controller:default:default:1.0
                  options:
                    expire_timeout:
                    cleanup_interval: ~
                    other: null
                    more: ""
                  dependencies:
                """);

        assertThat(config.settings()).doesNotContainKeys("expire-timeout", "cleanup-interval");
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void nestedKeysMayBeJoinedByDots() {
        assertThat(PipFile.withStoreAndEndpoint("""
                - descriptor: service-sessions:controller:default:default:1.0
                  options.expire_timeout: 1000
                """).settings()).containsEntry("expire-timeout", "1000ms");
    }

    @Test
    void lastOfRepeatedDescriptorsWins() {
        PipConfig config = PipFile.withStoreAndEndpoint("""
                - descriptor: service-sessions:controller:default:default:1.0
                  options: {expire_timeout: 1}
                - descriptor: service-sessions:controller:default:default:1.0
                  options: {expire_timeout: 2}
                """);

        assertThat(config.settings()).containsEntry("expire-timeout", "2ms");
        assertThat(config.warnings())
                .containsExactly("line 2: service-sessions:controller:default:default:1.0: is ignored; as in the"
                        + " original, only the last of several is used:"
                        + " service-sessions:controller:default:default:1.0 in line 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- descriptor: a", "---\n{{#X}}\n-   \"descriptor\" : a", "-\n  descriptor: [",
            "[{descriptor: a}]"})
    void recognizesFilesByTheirDescriptors(String text) {
        assertThat(PipConfig.recognizes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "port: 8080\nstore: 'memory:'", "# - descriptor: a\nport: 1", "- a\n- b"})
    void doesNotRecognizeOtherFiles(String text) {
        assertThat(PipConfig.recognizes(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"!secret,x.y must be in quotes; because it begins with !",
            "&secret,x.y must be in quotes; because it begins with &",
            "*secret,this is not valid YAML: found undefined alias",
            "'a: secret',this is not valid YAML: mapping values are not allowed here"})
    void passwordThatYamlMisreadsIsRejectedAndNotShown(String password, String problem) {
        assertThat(PipFile.problems("- descriptor: a:b:c:d:e\n  x:\n    y: " + password))
                .containsExactly("line 3: " + problem.replace(';', ','));
    }

    @Test
    void passwordsAreNotShown() {
        assertThat(new PipConfig(Map.of("store-password", "secret"), List.of("w")).toString())
                .isEqualTo("PipConfig[store-password][w]");
    }
}
