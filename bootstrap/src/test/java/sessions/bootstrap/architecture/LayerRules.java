package sessions.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The allowed dependencies between layers. The patterns start with two dots so that they also match the violating
 * examples.
 */
final class LayerRules {

    private static final String DOMAIN = "..sessions.domain..";
    private static final String APPLICATION = "..sessions.application..";
    private static final String WIRE = "..sessions.wire..";
    private static final String CLIENT = "..sessions.client..";
    private static final String TRANSPORT = "..sessions.transport..";
    private static final String JETTY = "..sessions.jetty..";
    private static final String SHELL = "..sessions.shell..";
    private static final String FILES = "..sessions.files..";
    private static final String BOOTSTRAP = "..sessions.bootstrap..";

    static final List<String> ADAPTERS = List.of("..sessions.rest..", "..sessions.seneca..", "..sessions.persistence..",
            "..sessions.cli..", CLIENT, "..sessions.limits..", "..sessions.metrics..",
            "..sessions.tracing..",
            "..sessions.grpc..", "..sessions.pip..");

    private static final String MEMORY = "..sessions.persistence.memory..";

    /** Holds its sessions in memory, and so uses the memory store. */
    private static final String FILE = "..sessions.persistence.file..";

    private static final List<String> STORES = List.of(MEMORY, FILE, "..sessions.persistence.jdbi..",
            "..sessions.persistence.mongo..");

    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify..";

    static final ArchRule EVERY_CLASS_BELONGS_TO_A_LAYER = classes().should().resideInAnyPackage(
            Stream.concat(Stream.of(DOMAIN, APPLICATION, WIRE, TRANSPORT, JETTY, SHELL, FILES, BOOTSTRAP),
                    ADAPTERS.stream())
                    .toArray(String[]::new));

    static final ArchRule DOMAIN_KNOWS_ONLY_THE_JDK = classes().that().resideInAPackage(DOMAIN)
            .should().onlyDependOnClassesThat().resideInAnyPackage(DOMAIN, JAVA, NULLNESS);

    static final ArchRule APPLICATION_KNOWS_ONLY_THE_DOMAIN = classes().that().resideInAPackage(APPLICATION)
            .should().onlyDependOnClassesThat().resideInAnyPackage(APPLICATION, DOMAIN, JAVA, NULLNESS);

    static final ArchRule WIRE_KNOWS_ONLY_DOMAIN_AND_JSON = classes().that().resideInAPackage(WIRE)
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage(WIRE, DOMAIN, JAVA, NULLNESS, "tools.jackson..", "com.fasterxml.jackson.annotation..");

    /** A program with the client has nothing else on its class path. */
    static final ArchRule CLIENT_KNOWS_ONLY_DOMAIN_WIRE_AND_LOG = classes().that().resideInAPackage(CLIENT)
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage(CLIENT, WIRE, DOMAIN, JAVA, "javax.net.ssl..", NULLNESS, "org.slf4j..");

    static final ArchRule TRANSPORT_KNOWS_NO_SERVER = classes().that().resideInAPackage(TRANSPORT)
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage(TRANSPORT, WIRE, DOMAIN, JAVA, "javax.net.ssl..", NULLNESS, "org.slf4j..",
                    "nl.altindag.ssl..");

    static final ArchRule JETTY_KNOWS_NO_API = classes().that().resideInAPackage(JETTY)
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage(JETTY, TRANSPORT, WIRE, DOMAIN, JAVA, "javax.net.ssl..", NULLNESS, "org.slf4j..",
                    "org.eclipse.jetty..");

    static final ArchRule SHELL_KNOWS_ONLY_DOMAIN_AND_PICOCLI = classes().that().resideInAPackage(SHELL)
            .should().onlyDependOnClassesThat().resideInAnyPackage(SHELL, DOMAIN, JAVA, NULLNESS, "picocli..");

    static final ArchRule FILES_KNOW_ONLY_THE_JDK = classes().that().resideInAPackage(FILES)
            .should().onlyDependOnClassesThat().resideInAnyPackage(FILES, JAVA, NULLNESS);

    /** Modules without the testkit; the logs of their tests are not checked. */
    static final ArchRule MODULES_WITHOUT_LOG_CHECKS_LOG_NOTHING = noClasses().that()
            .resideInAnyPackage(DOMAIN, WIRE, FILES, SHELL, "..sessions.limits..", "..sessions.pip..").should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.System\\$Logger|org\\.slf4j\\..*");

    static final ArchRule ADAPTERS_KNOW_NEITHER_EACH_OTHER_NOR_THE_APPLICATION = CompositeArchRule
            .of(ADAPTERS.stream().map(LayerRules::adapterKnowsNoOther).toList());

    static final ArchRule STORES_KNOW_NO_OTHER_STORE = CompositeArchRule
            .of(STORES.stream().map(LayerRules::storeKnowsNoOther).toList());

    static final ArchRule NOTHING_KNOWS_BOOTSTRAP = noClasses().that().resideOutsideOfPackage(BOOTSTRAP)
            .should().dependOnClassesThat().resideInAPackage(BOOTSTRAP);

    private LayerRules() {
    }

    private static ArchRule storeKnowsNoOther(String store) {
        return noClasses().that().resideInAPackage(store).should().dependOnClassesThat()
                .resideInAnyPackage(STORES.stream().filter(other -> !mayKnow(store, other)).toArray(String[]::new))
                .allowEmptyShould(true);
    }

    private static boolean mayKnow(String store, String other) {
        return other.equals(store) || (store.equals(FILE) && other.equals(MEMORY));
    }

    private static ArchRule adapterKnowsNoOther(String adapter) {
        return noClasses().that().resideInAPackage(adapter).should().dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Stream.of(APPLICATION, BOOTSTRAP),
                        ADAPTERS.stream().filter(other -> !other.equals(adapter))).toArray(String[]::new))
                .allowEmptyShould(true);
    }
}
