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
        "thetascan.classifier..",
        "thetascan.random..",
        "thetascan.space..",
        "thetascan.optimiser..",
        "thetascan.neighbour..",
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
                    "thetascan.search..",
                    "thetascan.tally..",
                    "thetascan.island..",
                    "thetascan.schedule..",
                    "thetascan.scan..",
                    "thetascan.metrics..");

    @ArchTest
    static final ArchRule onlyTheLoopKnowsTheLoop = classes()
            .that()
            .resideOutsideOfPackages("thetascan.scan..", "thetascan.diagnosis..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("thetascan.scan..");

    /** A family of optimisers knows the interface and the families it is built on, and only the list knows them all. */
    @ArchTest
    static final ArchRule onlyTheListKnowsAllOptimisers = classes()
            .that()
            .resideInAPackage("thetascan.optimiser")
            .and()
            .doNotHaveSimpleName("Optimisers")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("thetascan.optimiser.(*)..");

    /** The description of a search knows nobody who runs it. */
    @ArchTest
    static final ArchRule descriptionKnowsNoExecution = classes()
            .that()
            .resideInAnyPackage("thetascan.search..", "thetascan.tally..", "thetascan.family..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("thetascan.island..", "thetascan.schedule..", "thetascan.scan..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("thetascan.(*)..").should().beFreeOfCycles();
}
