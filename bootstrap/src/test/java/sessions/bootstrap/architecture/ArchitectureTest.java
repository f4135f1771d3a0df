package sessions.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import violations.sessions.application.ApplicationKnowsLogging;
import violations.sessions.cli.AdapterKnowsAnother;
import violations.sessions.cli.UsesSubpackage;
import violations.sessions.client.ClientKnowsPicocli;
import violations.sessions.cycle.back.Back;
import violations.sessions.cycle.there.There;
import violations.sessions.domain.DomainKnowsPicocli;
import violations.sessions.domain.DomainLogs;
import violations.sessions.domain.FormatsInTheLocaleOfTheMachine;
import violations.sessions.domain.MakesGuessableSecrets;
import violations.sessions.files.FilesKnowDomain;
import violations.sessions.jetty.JettyKnowsRest;
import violations.sessions.nowhere.BelongsToNoLayer;
import violations.sessions.persistence.jdbi.StoreKnowsAnother;
import violations.sessions.persistence.jdbi.UsesJavaLogging;
import violations.sessions.persistence.jdbi.WritesToStandardOutput;
import violations.sessions.rest.KnowsBootstrap;
import violations.sessions.shell.ShellKnowsWire;
import violations.sessions.transport.TransportKnowsJetty;
import violations.sessions.unmarked.InUnmarkedPackage;
import violations.sessions.wire.WireKnowsPicocli;

/** Every rule holds for the program, and an example that violates it proves that the rule can fail. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit")).importPackages("sessions");

    static Stream<Arguments> rules() {
        return Stream.of(arguments(LayerRules.EVERY_CLASS_BELONGS_TO_A_LAYER, BelongsToNoLayer.class),
                arguments(LayerRules.DOMAIN_KNOWS_ONLY_THE_JDK, DomainKnowsPicocli.class),
                arguments(LayerRules.APPLICATION_KNOWS_ONLY_THE_DOMAIN, ApplicationKnowsLogging.class),
                arguments(LayerRules.WIRE_KNOWS_ONLY_DOMAIN_AND_JSON, WireKnowsPicocli.class),
                arguments(LayerRules.CLIENT_KNOWS_ONLY_DOMAIN_WIRE_AND_LOG, ClientKnowsPicocli.class),
                arguments(LayerRules.TRANSPORT_KNOWS_NO_SERVER, TransportKnowsJetty.class),
                arguments(LayerRules.JETTY_KNOWS_NO_API, JettyKnowsRest.class),
                arguments(LayerRules.SHELL_KNOWS_ONLY_DOMAIN_AND_PICOCLI, ShellKnowsWire.class),
                arguments(LayerRules.FILES_KNOW_ONLY_THE_JDK, FilesKnowDomain.class),
                arguments(LayerRules.MODULES_WITHOUT_LOG_CHECKS_LOG_NOTHING, DomainLogs.class),
                arguments(LayerRules.ADAPTERS_KNOW_NEITHER_EACH_OTHER_NOR_THE_APPLICATION, AdapterKnowsAnother.class),
                arguments(LayerRules.STORES_KNOW_NO_OTHER_STORE, StoreKnowsAnother.class),
                arguments(LayerRules.NOTHING_KNOWS_BOOTSTRAP, KnowsBootstrap.class),
                arguments(CodingRules.ADAPTERS_ARE_USED_BY_THEIR_ROOT_PACKAGES, UsesSubpackage.class),
                arguments(CodingRules.EVERY_PACKAGE_IS_NULL_MARKED, InUnmarkedPackage.class),
                arguments(CodingRules.NO_CLASS_WRITES_TO_STANDARD_STREAMS, WritesToStandardOutput.class),
                arguments(CodingRules.NO_CLASS_USES_JAVA_UTIL_LOGGING, UsesJavaLogging.class),
                arguments(CodingRules.SECRETS_COME_FROM_SECURE_RANDOM, MakesGuessableSecrets.class),
                arguments(CodingRules.TEXT_IS_FORMATTED_WITH_A_LOCALE, FormatsInTheLocaleOfTheMachine.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void programKeepsTheRule(ArchRule rule) {
        rule.check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void exampleBreaksTheRule(ArchRule rule, Class<?> example) {
        JavaClasses examples = new ClassFileImporter().importClasses(example);
        assertThat(rule.evaluate(examples).getFailureReport().getDetails()).isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains(example.getPackageName()));
    }

    @Test
    void packagesAreSmallAndWithoutCyclesAndClassNamesUnique() {
        PackageRules.NO_CYCLES_BETWEEN_PACKAGES.check(PROGRAM);
        PackageRules.PACKAGES_ARE_SMALL.check(PROGRAM);
        PackageRules.CLASS_NAMES_ARE_UNIQUE.check(PROGRAM);
    }

    @Test
    void packageCycleBreaksTheRule() {
        assertBroken(PackageRules.NO_CYCLES_BETWEEN_PACKAGES, There.class, Back.class);
    }

    @Test
    void duplicateClassNameBreaksTheRule() {
        assertBroken(PackageRules.CLASS_NAMES_ARE_UNIQUE, There.class, violations.sessions.cycle.back.There.class);
    }

    @Test
    void tooLargePackageBreaksTheRule() {
        assertBroken(PackageRules.packagesHaveAtMost(1), Back.class, violations.sessions.cycle.back.There.class);
    }

    private static void assertBroken(ArchRule rule, Class<?>... examples) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(examples)).hasViolation()).isTrue();
    }

    @Test
    void everyModuleIsChecked() {
        assertThat(PROGRAM.stream().map(type -> type.getPackageName().split("\\.", -1)[1]).distinct().toList())
                .containsExactlyInAnyOrder("domain", "application", "wire", "transport", "jetty", "shell", "files",
                        "rest",
                        "seneca", "grpc", "persistence", "cli", "client", "pip", "limits", "metrics", "tracing",
                        "bootstrap");
    }
}
