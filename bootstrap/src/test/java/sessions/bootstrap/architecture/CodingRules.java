package sessions.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** Rules that apply in all layers. */
final class CodingRules {

    /** Only an adapter's root package is public; its subpackages are internal. */
    static final ArchRule ADAPTERS_ARE_USED_BY_THEIR_ROOT_PACKAGES = CompositeArchRule
            .of(LayerRules.ADAPTERS.stream().map(CodingRules::onlyRootPackageIsUsed).toList());

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(resideInANullMarkedPackage());

    static final ArchRule NO_CLASS_WRITES_TO_STANDARD_STREAMS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule NO_CLASS_USES_JAVA_UTIL_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    /** Everything that makes JUnit skip a test: conditions, assumptions of JUnit and AssertJ, and aborting. */
    static final ArchRule NO_TEST_IS_SKIPPED = noClasses().should().dependOnClassesThat()
            .haveNameMatching("org\\.junit\\.jupiter\\.api\\.(Disabled|Assumptions|condition\\..*)"
                    + "|org\\.assertj\\.core\\.api\\..*Assumptions.*|org\\.opentest4j\\.TestAbortedException");

    /** Without a locale, these methods write digits as the machine's locale does; SQL and machines cannot read those. */
    static final ArchRule TEXT_IS_FORMATTED_WITH_A_LOCALE = noClasses().should()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould().callMethod(String.class, "format", String.class, Object[].class)
            .orShould().callMethod(System.Logger.class, "log", System.Logger.Level.class, String.class, Object[].class);

    /** Session ids, idempotency keys and API keys are generated there. */
    static final ArchRule SECRETS_COME_FROM_SECURE_RANDOM = noClasses().that()
            .resideInAnyPackage("..sessions.domain..", "..sessions.application.access..").should()
            .dependOnClassesThat().haveNameMatching("java\\.util\\.(Random|SplittableRandom|random\\..*"
                    + "|concurrent\\.ThreadLocalRandom)")
            .orShould().callMethod(UUID.class, "randomUUID").orShould().callMethod(Math.class, "random");

    private CodingRules() {
    }

    private static ArchRule onlyRootPackageIsUsed(String adapter) {
        String subpackages = adapter.substring(0, adapter.length() - "..".length()) + ".*..";
        return noClasses().that().resideOutsideOfPackage(adapter).should().dependOnClassesThat()
                .resideInAPackage(subpackages).allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
