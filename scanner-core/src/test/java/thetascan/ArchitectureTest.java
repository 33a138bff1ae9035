package thetascan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of this module may know. */
@AnalyzeClasses(packages = "thetascan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Optimisers and detectors see coordinates and a fitness: no constraint, no model, no scan. */
    @ArchTest
    static final ArchRule searchAlgorithmsKnowNoConstraintAndNoModel = classes()
            .that()
            .resideInAnyPackage(
                    "thetascan.random..",
                    "thetascan.space..",
                    "thetascan.optimiser..",
                    "thetascan.novelty..",
                    "thetascan.option..",
                    "thetascan.state..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "thetascan.random..",
                    "thetascan.space..",
                    "thetascan.optimiser..",
                    "thetascan.novelty..",
                    "thetascan.option..",
                    "thetascan.state..",
                    "thetascan.quantity..",
                    "org.apache.commons.math3..",
                    "org.ejml..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule noveltyAndOptimisersDoNotKnowEachOther = classes()
            .that()
            .resideInAPackage("thetascan.novelty..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("thetascan.optimiser..", "thetascan.space..");

    @ArchTest
    static final ArchRule modelInterfaceKnowsNothingOfTheSearch = classes()
            .that()
            .resideInAnyPackage("thetascan.model..", "thetascan.point..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "thetascan.optimiser..",
                    "thetascan.novelty..",
                    "thetascan.objective..",
                    "thetascan.archive..",
                    "thetascan.island..",
                    "thetascan.scan..",
                    "thetascan.metrics..");

    @ArchTest
    static final ArchRule onlyTheLoopKnowsTheLoop = classes()
            .that()
            .resideOutsideOfPackage("thetascan.scan..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("thetascan.scan..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("thetascan.(*)..").should().beFreeOfCycles();
}
