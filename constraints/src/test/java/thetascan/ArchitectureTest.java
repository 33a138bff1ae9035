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

    private static final String[] PLATFORM = {"java..", "org.jspecify.."};

    @ArchTest
    static final ArchRule quantityKnowsNothing = classes()
            .that()
            .resideInAPackage("thetascan.quantity")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with("thetascan.quantity"));

    @ArchTest
    static final ArchRule fingerprintKnowsNothing = classes()
            .that()
            .resideInAPackage("thetascan.fingerprint")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with("thetascan.fingerprint"));

    @ArchTest
    static final ArchRule constraintKnowsQuantity = classes()
            .that()
            .resideInAPackage("thetascan.constraint")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with("thetascan.constraint", "thetascan.quantity", "com.fasterxml.jackson.."));

    @ArchTest
    static final ArchRule limitKnowsNothing = classes()
            .that()
            .resideInAPackage("thetascan.limit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with("thetascan.limit"));

    @ArchTest
    static final ArchRule hbdatasetKnowsLimits = classes()
            .that()
            .resideInAPackage("thetascan.limit.hbdataset")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    "thetascan.limit.hbdataset",
                    "thetascan.limit",
                    "thetascan.constraint",
                    "thetascan.quantity",
                    "thetascan.fingerprint"));

    @ArchTest
    static final ArchRule thereIsNoOtherPackage = classes()
            .should()
            .resideInAnyPackage(
                    "thetascan.quantity",
                    "thetascan.fingerprint",
                    "thetascan.constraint",
                    "thetascan.limit",
                    "thetascan.limit.hbdataset");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("thetascan.(*)..").should().beFreeOfCycles();

    private static String[] with(String... packages) {
        String[] all = new String[PLATFORM.length + packages.length];
        System.arraycopy(PLATFORM, 0, all, 0, PLATFORM.length);
        System.arraycopy(packages, 0, all, PLATFORM.length, packages.length);
        return all;
    }
}
