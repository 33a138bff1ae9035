package thetascan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import thetascan.cli.Main;

/** Who may know what in this module. */
@AnalyzeClasses(locations = RunnerImportsTest.ThisModule.class)
class RunnerImportsTest {

    /** The classes of this module without its tests. */
    static final class ThisModule implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(
                    Location.of(Main.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }

    /** Each package, bottom up, and those of this module it may know: all of them stand before it. */
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        MAY_KNOW.put("storage", List.of());
        MAY_KNOW.put("table", List.of("storage"));
        MAY_KNOW.put("extension", List.of());
        MAY_KNOW.put("spark", List.of());
        MAY_KNOW.put("catalogue", List.of("storage", "table", "extension"));
        MAY_KNOW.put("config", List.of("catalogue", "extension", "spark"));
        MAY_KNOW.put("checkpoint", List.of("storage", "table", "extension", "catalogue", "config"));
        MAY_KNOW.put("curation", List.of("storage", "table", "catalogue", "config"));
        MAY_KNOW.put("evaluation", List.of("table", "catalogue"));
        MAY_KNOW.put("study", List.of());
        MAY_KNOW.put(
                "report",
                List.of("storage", "table", "catalogue", "config", "checkpoint", "curation", "evaluation", "study"));
        MAY_KNOW.put(
                "cli",
                List.of(
                        "storage",
                        "table",
                        "extension",
                        "spark",
                        "catalogue",
                        "config",
                        "checkpoint",
                        "curation",
                        "evaluation",
                        "study",
                        "report"));
    }

    @ArchTest
    static void packagesKnowEachOtherOneWay(JavaClasses classes) {
        Set<String> below = new TreeSet<>();
        MAY_KNOW.forEach((name, known) -> {
            assertThat(below).as("packages below %s", name).containsAll(known);
            below.add(name);
            String[] allowed = Stream.concat(Stream.of(name), known.stream())
                    .map(RunnerImportsTest::inside)
                    .toArray(String[]::new);
            String[] all =
                    MAY_KNOW.keySet().stream().map(RunnerImportsTest::inside).toArray(String[]::new);
            classes()
                    .that(resideInAPackage(inside(name)))
                    .should()
                    .onlyDependOnClassesThat(not(resideInAnyPackage(all)).or(resideInAnyPackage(allowed)))
                    .check(classes);
        });
    }

    /** A package that is new must say whom it knows. */
    @ArchTest
    static void everyPackageIsNamed(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : classes) {
            found.add(each.getPackageName().replaceFirst("^thetascan\\.(\\w+).*", "$1"));
        }
        assertThat(found).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
    }

    private static String inside(String name) {
        return "thetascan." + name + "..";
    }

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
            .resideOutsideOfPackages("thetascan.storage", "thetascan.table")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..", "de.siegmar.fastcsv..");

    @ArchTest
    static final ArchRule YAML_IN_CONFIG = noClasses()
            .that()
            .resideOutsideOfPackage("thetascan.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule OPTIONS_IN_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("thetascan.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    /** A command parses and hands over: of the engine it sees what it hands on, not what points and searches are made of. */
    @ArchTest
    static final ArchRule COMMANDS_ONLY_PARSE = classes()
            .that()
            .resideInAPackage("thetascan.cli")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("thetascan.."))
                    .or(resideInAnyPackage(MAY_KNOW.keySet().stream()
                            .map(RunnerImportsTest::inside)
                            .toArray(String[]::new)))
                    .or(resideInAnyPackage(
                            "thetascan.model",
                            "thetascan.constraint",
                            "thetascan.limit..",
                            "thetascan.family",
                            "thetascan.seeding",
                            "thetascan.scan")));

    /** Nor does it lay out text or start threads. */
    @ArchTest
    static final ArchRule COMMANDS_LAY_OUT_NO_TEXT = noClasses()
            .that()
            .resideInAPackage("thetascan.cli")
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent.atomic", "java.util.concurrent.locks")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.Executor.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Locale.class);
}
