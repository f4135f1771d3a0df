package sessions.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules for the division into packages. */
final class PackageRules {

    static final int MAX_PACKAGE = 29;

    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES = slices().matching("..sessions.(**)").should().beFreeOfCycles();

    /** A class name must be unambiguous for the reader. */
    static final ArchRule CLASS_NAMES_ARE_UNIQUE = classes().that().areTopLevelClasses().and()
            .doNotHaveSimpleName("package-info").should(new HaveUniqueNames());

    static final ArchRule PACKAGES_ARE_SMALL = packagesHaveAtMost(MAX_PACKAGE);

    private PackageRules() {
    }

    static ArchRule packagesHaveAtMost(int most) {
        return classes().that().areTopLevelClasses().should(new HaveSmallPackage(most));
    }

    private static final class HaveUniqueNames extends ArchCondition<JavaClass> {

        private final Map<String, JavaClass> seen = new HashMap<>();

        HaveUniqueNames() {
            super("have a unique name");
        }

        @Override
        public void init(Collection<JavaClass> all) {
            seen.clear();
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            JavaClass other = seen.putIfAbsent(type.getSimpleName(), type);
            if (other != null) {
                events.add(SimpleConditionEvent.violated(type,
                        type.getName() + " has the same name as " + other.getName()));
            }
        }
    }

    private static final class HaveSmallPackage extends ArchCondition<JavaClass> {

        private final int most;
        private Map<String, List<JavaClass>> packages = Map.of();

        HaveSmallPackage(int most) {
            super("be one of at most " + most + " in its package");
            this.most = most;
        }

        @Override
        public void init(Collection<JavaClass> all) {
            packages = all.stream().collect(Collectors.groupingBy(JavaClass::getPackageName));
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            int size = packages.getOrDefault(type.getPackageName(), List.of()).size();
            if (size > most) {
                events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has " + size + " classes"));
            }
        }
    }
}
