package thetascan;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of this module may know. */
@AnalyzeClasses(packages = "thetascan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> OF_THIS_MODULE =
            describe("are of this module", each -> each.getBaseComponentType()
                    .getSource()
                    .map(source -> source.getUri().toString().contains("/models/target/"))
                    .orElse(false));

    @ArchTest
    static final ArchRule physicsKnowsNoModelAndNoSearch = classes()
            .that()
            .resideInAPackage("thetascan.physics..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("thetascan.physics..").or(resideOutsideOfPackage("thetascan..")));

    @ArchTest
    static final ArchRule leptonFlavourKnowsPhysicsOnly = classes()
            .that()
            .resideInAPackage("thetascan.lepton..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("thetascan.lepton..", "thetascan.physics..")
                    .or(resideOutsideOfPackage("thetascan..")));

    @ArchTest
    static final ArchRule relicDensityKnowsPhysicsOnly = classes()
            .that()
            .resideInAPackage("thetascan.relic..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("thetascan.relic..", "thetascan.physics..")
                    .or(resideOutsideOfPackage("thetascan..")));

    /** A library of its own: it could leave the house tomorrow. */
    @ArchTest
    static final ArchRule slhaKnowsNothingButJava = classes()
            .that()
            .resideInAPackage("thetascan.slha..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("thetascan.slha..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule programsAreRunWithNothingButJava = classes()
            .that()
            .resideInAPackage("thetascan.external")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("thetascan.external", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule filesOfProgramsKnowNoModel = classes()
            .that()
            .resideInAPackage("thetascan.external.file")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "thetascan.external.file",
                    "thetascan.external",
                    "thetascan.slha",
                    "thetascan.quantity",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule modelsDoNotKnowEachOther = slices().matching(
                    "thetascan.(z3hdm|twohdm|scotogenic|inert|region6|regions|formula)..")
            .should()
            .notDependOnEachOther();

    /** The language of formulas serves more than models: it knows none. */
    @ArchTest
    static final ArchRule theLanguageOfFormulasKnowsNoModel = classes()
            .that()
            .resideInAnyPackage(
                    "thetascan.formula.syntax..",
                    "thetascan.formula.meaning..",
                    "thetascan.formula.graph..",
                    "thetascan.formula.bytecode..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "thetascan.formula.syntax..",
                            "thetascan.formula.meaning..",
                            "thetascan.formula.graph..",
                            "thetascan.formula.bytecode..",
                            "thetascan.physics..",
                            "thetascan.quantity..")
                    .or(resideOutsideOfPackage("thetascan..")));

    @ArchTest
    static final ArchRule theRoomsOfTheLanguageHaveNoCycles =
            slices().matching("thetascan.formula.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule bytecodeIsMadeInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("thetascan.formula.bytecode..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.objectweb.asm..");

    /** Of the search no more than its interface to models. */
    @ArchTest
    static final ArchRule modelsKnowTheInterfaceAndTheLimits = classes()
            .that(OF_THIS_MODULE)
            .should()
            .onlyDependOnClassesThat(OF_THIS_MODULE
                    .or(resideOutsideOfPackage("thetascan.."))
                    .or(resideInAnyPackage(
                            "thetascan.model..",
                            "thetascan.space..",
                            "thetascan.point..",
                            "thetascan.constraint..",
                            "thetascan.limit..",
                            "thetascan.quantity..",
                            "thetascan.fingerprint..")));

    /** No Spark, no Hadoop, no file format of the catalogue. */
    @ArchTest
    static final ArchRule theModelsInProcessArePlainJava = classes()
            .that()
            .resideInAnyPackage(
                    "thetascan.physics..",
                    "thetascan.lepton..",
                    "thetascan.relic..",
                    "thetascan.higgs..",
                    "thetascan.z3hdm..",
                    "thetascan.twohdm..",
                    "thetascan.dark..",
                    "thetascan.inert..",
                    "thetascan.scotogenic..",
                    "thetascan.region6..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("thetascan..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("thetascan.(*)..").should().beFreeOfCycles();
}
