package org.cadreledger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Module edges, who may see which framework, no cycles (architecture.md "Shape"). */
@AnalyzeClasses(packages = "org.cadreledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_contract_depends_on_nothing_but_java = classes()
            .that(ofModule("ledger-api"))
            .should()
            .onlyDependOnClassesThat(ofModule("ledger-api").or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule projections_cannot_see_the_write_side =
            noClasses().that(ofModule("projections")).should().dependOnClassesThat(ofModule("ledger-app"));

    @ArchTest
    static final ArchRule projections_are_free_of_frameworks = noClasses()
            .that(ofModule("projections"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.axonframework.."));

    @ArchTest
    static final ArchRule the_driver_stays_in_the_store_the_documents_and_the_stores_of_users_and_files = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.cadreledger.store..",
                    "org.cadreledger.documents..",
                    "org.cadreledger.embedded..",
                    "org.cadreledger.security..",
                    "org.cadreledger.evidence..",
                    // half-filled forms: never part of the log, deleted when sent
                    "org.cadreledger.drafts..",
                    "org.cadreledger.projecting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule only_the_store_reads_its_commits = noClasses()
            .that()
            .resideOutsideOfPackage("org.cadreledger.store..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("MongoCommits");

    @ArchTest
    static final ArchRule aggregates_and_rules_know_nothing_of_http = noClasses()
            .that(resideInAnyPackage("org.cadreledger.ledger..", "org.cadreledger.period..", "org.cadreledger.cadre..")
                    .and(DescribedPredicate.not(resideInAnyPackage("..api", "..api..", "..pages", "..pages.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule the_demo_knows_only_the_public_api = noClasses()
            .that(resideInAPackage("org.cadreledger.demo.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.cadreledger..")
                    .and(DescribedPredicate.not(resideInAPackage("org.cadreledger.demo.."))));

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.cadreledger.(**)").should().beFreeOfCycles();

    @ArchTest
    static void every_module_was_looked_at(com.tngtech.archunit.core.domain.JavaClasses all) {
        for (String module : new String[] {"ledger-api", "projections", "ledger-app"}) {
            assertThat(all.stream().anyMatch(ofModule(module))).as(module).isTrue();
        }
    }

    private static DescribedPredicate<JavaClass> ofModule(String module) {
        return describe(
                "of module " + module,
                type -> type.getBaseComponentType()
                        .getSource()
                        .map(source -> source.getUri().toString().contains("/" + module + "/"))
                        .orElse(false));
    }
}
