package thetascan.table;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Tables can be read, merged and written without knowing what a point, a model or a catalogue is. */
@AnalyzeClasses(packages = "thetascan", importOptions = ImportOption.DoNotIncludeTests.class)
class TableImportsTest {

    @ArchTest
    static final ArchRule TABLES_KNOW_FOLDERS = noClasses()
            .that()
            .resideInAPackage("thetascan.table")
            .should()
            .dependOnClassesThat(resideInAPackage("thetascan..")
                    .and(resideOutsideOfPackages("thetascan.table", "thetascan.storage", "thetascan.quantity")));

    @ArchTest
    static final ArchRule FOLDERS_KNOW_NOTHING = noClasses()
            .that()
            .resideInAPackage("thetascan.storage")
            .should()
            .dependOnClassesThat(resideInAPackage("thetascan..").and(resideOutsideOfPackages("thetascan.storage")));

    @ArchTest
    static final ArchRule FORMATS_STAY_HERE = noClasses()
            .that()
            .resideOutsideOfPackages("thetascan.table")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.parquet..", "de.siegmar.fastcsv..");

    @ArchTest
    static final ArchRule HADOOP_STAYS_BELOW = noClasses()
            .that()
            .resideOutsideOfPackages("thetascan.table", "thetascan.storage")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hadoop..");
}
