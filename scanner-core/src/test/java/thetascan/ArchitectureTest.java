package thetascan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
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

    private static final String[] ALGORITHMS = {
        "thetascan.random..",
        "thetascan.space..",
        "thetascan.optimiser..",
        "thetascan.nsga..",
        "thetascan.tpe..",
        "thetascan.elites..",
        "thetascan.continuation..",
        "thetascan.novelty..",
        "thetascan.option..",
        "thetascan.registry..",
        "thetascan.seeding..",
        "thetascan.state.."
    };

    /** Optimisers and detectors see coordinates and a fitness: no constraint, no model, no scan. */
    @ArchTest
    static final ArchRule algorithmsKnowNoConstraintAndNoModel = noClasses()
            .that()
            .resideInAnyPackage(ALGORITHMS)
            .should()
            .dependOnClassesThat(resideInAPackage("thetascan..")
                    .and(resideOutsideOfPackages(ALGORITHMS))
                    .and(resideOutsideOfPackage("thetascan.quantity..")));

    @ArchTest
    static final ArchRule noveltyAndOptimisersDoNotKnowEachOther = classes()
            .that()
            .resideInAPackage("thetascan.novelty..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "thetascan.optimiser..",
                    "thetascan.nsga..",
                    "thetascan.tpe..",
                    "thetascan.elites..",
                    "thetascan.continuation..",
                    "thetascan.space..");

    @ArchTest
    static final ArchRule modelInterfaceKnowsNothingOfTheSearch = classes()
            .that()
            .resideInAnyPackage("thetascan.model..", "thetascan.point..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "thetascan.optimiser..",
                    "thetascan.nsga..",
                    "thetascan.tpe..",
                    "thetascan.elites..",
                    "thetascan.continuation..",
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
