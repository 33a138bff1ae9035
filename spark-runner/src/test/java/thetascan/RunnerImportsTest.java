package thetascan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know what in this module. */
@AnalyzeClasses(packages = "thetascan", importOptions = ImportOption.DoNotIncludeTests.class)
class RunnerImportsTest {

    @ArchTest
    static final ArchRule SPARK_IN_SPARK = noClasses()
            .that()
            .resideOutsideOfPackage("thetascan.spark")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule HADOOP_IN_FILES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "thetascan.storage", "thetascan.table", "thetascan.catalogue", "thetascan.checkpoint")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..");

    @ArchTest
    static final ArchRule YAML_IN_CONFIG = noClasses()
            .that()
            .resideOutsideOfPackage("thetascan.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule COMMAND_LINE_ON_TOP = noClasses()
            .that()
            .resideOutsideOfPackage("thetascan.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("thetascan.cli", "picocli..");

    @ArchTest
    static final ArchRule SEARCH_KNOWS_NO_RUNNER = noClasses()
            .that()
            .resideInAnyPackage(
                    "thetascan.constraint",
                    "thetascan.space",
                    "thetascan.optimiser",
                    "thetascan.objective",
                    "thetascan.archive",
                    "thetascan.island",
                    "thetascan.scan",
                    "thetascan.model",
                    "thetascan.z3hdm")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "thetascan.config",
                    "thetascan.spark",
                    "thetascan.catalogue",
                    "thetascan.checkpoint",
                    "thetascan.report");
}
