package org.cadreledger.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class EdgesTest {
    @Test
    void the_generator_knows_the_program_by_its_public_api_alone() {
        DescribedPredicate<JavaClass> others = JavaClass.Predicates.resideInAPackage("org.cadreledger..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.cadreledger.demo..")))
                .or(JavaClass.Predicates.resideInAnyPackage(
                        "org.springframework..", "org.axonframework..", "com.mongodb.."));
        noClasses()
                .that()
                .resideInAPackage("org.cadreledger.demo..")
                .should()
                .dependOnClassesThat(others)
                .check(new ClassFileImporter().importPackages("org.cadreledger.demo"));
    }
}
