package org.alongside.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the whole platform keeps to, whichever service is looked at. */
class ArchitectureTest {

    private static final List<String> SERVICES = List.of("intake", "mentorship", "groups", "continuum");

    private static JavaClasses everything;

    @BeforeAll
    static void read() {
        everything = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("org.alongside");
    }

    @Test
    void no_service_knows_another() {
        for (var service : SERVICES) {
            var others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "org.alongside." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.alongside." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(everything);
        }
    }

    @Test
    void eventing_knows_no_service_and_the_audit_knows_nobody() {
        noClasses()
                .that()
                .resideInAPackage("org.alongside.eventing..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "other parts of Alongside",
                        c -> c.getPackageName().startsWith("org.alongside.")
                                && !c.getPackageName().startsWith("org.alongside.eventing")))
                .check(everything);
        noClasses()
                .that()
                .resideInAPackage("org.alongside.audit..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "what is audited",
                        c -> c.getPackageName().startsWith("org.alongside.")
                                && !c.getPackageName().startsWith("org.alongside.audit")))
                .check(everything);
    }

    @Test
    void the_parts_depend_on_each_other_one_way() {
        slices().matching("org.alongside.(*)..").should().beFreeOfCycles().check(everything);
        slices().matching("org.alongside.eventing.(*)..")
                .should()
                .beFreeOfCycles()
                .check(everything);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO)|.*[.$]Abstract\\w*Service")
                .check(everything);
    }

    @Test
    void our_code_uses_one_jackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(everything);
    }

    @Test
    void aggregates_read_no_clock_and_touch_no_database() {
        classes()
                .that()
                .haveSimpleName("Patient")
                .or()
                .haveSimpleName("Mentee")
                .or()
                .haveSimpleName("Participant")
                .or()
                .haveSimpleName("Journey")
                .should(new ArchCondition<>("decide from what they are given") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Stream.concat(
                                        type.getDirectDependenciesFromSelf().stream()
                                                .map(dependency -> dependency
                                                        .getTargetClass()
                                                        .getName())
                                                .filter(ArchitectureTest::isOutside),
                                        type.getMethodCallsFromSelf().stream()
                                                .map(call -> call.getTarget().getFullName())
                                                .filter(ArchitectureTest::makesItUp))
                                .forEach(name -> events.add(
                                        SimpleConditionEvent.violated(type, type.getName() + " uses " + name)));
                    }
                })
                .check(everything);
    }

    private static boolean isOutside(String type) {
        return type.equals("java.time.Clock")
                || type.startsWith("com.mongodb.")
                || type.startsWith("org.apache.kafka.")
                || type.endsWith(".Documents");
    }

    private static boolean makesItUp(String method) {
        return method.matches("java\\.time\\..*\\.now\\(.*")
                || method.startsWith("java.util.UUID.randomUUID(")
                || method.startsWith("java.lang.System.currentTimeMillis(");
    }
}
