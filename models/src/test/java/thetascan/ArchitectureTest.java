package thetascan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of this module may know. */
@AnalyzeClasses(packages = "thetascan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] MODELS = {"thetascan.physics..", "thetascan.z3hdm.."};

    @ArchTest
    static final ArchRule physicsKnowsNoModelAndNoSearch = classes()
            .that()
            .resideInAPackage("thetascan.physics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("thetascan.physics..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule modelsKnowTheInterfaceAndTheLimits = classes()
            .that()
            .resideInAPackage("thetascan.z3hdm..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "thetascan.z3hdm..",
                    "thetascan.physics..",
                    "thetascan.model..",
                    "thetascan.space..",
                    "thetascan.point..",
                    "thetascan.constraint..",
                    "thetascan.limit..",
                    "thetascan.quantity..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule nothingBelowKnowsAModel = noClasses()
            .that()
            .resideOutsideOfPackages(MODELS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MODELS);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("thetascan.(physics|z3hdm)..").should().beFreeOfCycles();
}
