package org.evenkeel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The compile direction of the house: which module may see which, and who alone may see a library. framework/cluster is
 * not on this class path, for nothing here may need it: ClusterRulesTest holds it to the same.
 */
final class HouseRulesTest {
    private static final String HOUSE = "org.evenkeel.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.evenkeel");

    /** Each module, and the modules that it may see beside itself. */
    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("market", Set.of()),
            Map.entry("metrics", Set.of()),
            Map.entry("optimizer", Set.of()),
            Map.entry("files", Set.of("market")),
            Map.entry("data", Set.of("market", "files")),
            Map.entry("state", Set.of("market", "files")),
            Map.entry("indicators", Set.of("market")),
            Map.entry("testkit", Set.of("market")),
            Map.entry("api", Set.of("market", "state", "indicators", "optimizer")),
            Map.entry("research", Set.of("market", "indicators", "metrics")),
            Map.entry("strategies", Set.of("market", "state", "indicators", "api", "research")),
            Map.entry("engine", Set.of("market", "state", "indicators", "api")),
            Map.entry("backtest", Set.of("market", "state", "indicators", "api", "engine")),
            Map.entry("live", Set.of("market", "state", "indicators", "api", "engine", "backtest", "metrics")),
            Map.entry("onchain", Set.of("market", "files", "state", "indicators", "api", "engine")),
            Map.entry("report", Set.of("market", "state", "indicators", "api", "metrics")),
            Map.entry(
                    "sweep",
                    Set.of(
                            "market",
                            "state",
                            "indicators",
                            "api",
                            "engine",
                            "backtest",
                            "metrics",
                            "research",
                            "report")),
            Map.entry(
                    "cli",
                    Set.of(
                            "sweep",
                            "research",
                            "market",
                            "files",
                            "data",
                            "state",
                            "indicators",
                            "metrics",
                            "optimizer",
                            "api",
                            "engine",
                            "backtest",
                            "live",
                            "onchain",
                            "report",
                            "strategies")));

    /** Libraries that some modules alone may see, by package. */
    private static final Map<String, Set<String>> RESERVED = Map.of(
            "org.apache.hadoop", Set.of("data"),
            "org.apache.parquet", Set.of("data"),
            "com.github.benmanes.caffeine", Set.of("data", "onchain"),
            "org.web3j", Set.of("onchain"),
            "dev.failsafe", Set.of("onchain"),
            "org.apache.spark", Set.of("cluster"),
            "picocli", Set.of("cli"));

    static Set<String> modules() {
        return new TreeSet<>(MAY_SEE.keySet());
    }

    static Set<Map.Entry<String, Set<String>>> reserved() {
        return RESERVED.entrySet();
    }

    /** The first part of a class's package below the house's own; empty for classes from elsewhere. */
    private static String module(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).split("\\.")[0] : "";
    }

    private static ArchRule mayOnlySee(String module, Set<String> others) {
        return noClasses()
                .that(describe("are in " + module, type -> module(type).equals(module)))
                .should()
                .dependOnClassesThat(describe("are in a module other than " + others, type -> {
                    String seen = module(type);
                    return !seen.isEmpty() && !seen.equals(module) && !others.contains(seen);
                }))
                .allowEmptyShould(true);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_sees_only_the_modules_below_it(String module) {
        mayOnlySee(module, MAY_SEE.get(module)).check(CLASSES);
    }

    @Test
    void of_the_state_a_strategy_sees_the_values_that_the_api_speaks_in_and_nothing_else() {
        noClasses()
                .that(describe("are in strategies", type -> module(type).equals("strategies")))
                .should()
                .dependOnClassesThat(describe(
                        "are in state but not in its model",
                        type -> module(type).equals("state")
                                && !type.getPackageName().equals(HOUSE + "state.model")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void the_program_runs_without_spark() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.apache.spark.SparkContext"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName(HOUSE + "cluster.SparkClusters"));
    }

    /** Maven takes the scope that is nearest: a library that cli names for its tests is gone for all below it, too. */
    @Test
    void no_library_that_the_program_runs_on_is_left_to_tests() throws IOException {
        List<String> forTests = Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<scope>test</scope>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(artifact -> "/" + artifact.group(1) + "/")
                .toList();
        assertTrue(forTests.contains("/archunit/"), forTests.toString());
        noClasses()
                .that(describe("are of the program", type -> !module(type).equals("testkit")))
                .should()
                .dependOnClassesThat(describe(
                        "are in a library of the scope test",
                        type -> type.getSource()
                                .map(source -> source.getUri().toString())
                                .filter(jar -> forTests.stream().anyMatch(jar::contains))
                                .isPresent()))
                .check(CLASSES);
    }

    @Test
    void the_rules_can_fail() {
        assertTrue(mayOnlySee("indicators", Set.of()).evaluate(CLASSES).hasViolation());
    }

    @Test
    void every_class_belongs_to_a_module_that_these_rules_know() {
        Set<String> known = CLASSES.stream().map(HouseRulesTest::module).collect(Collectors.toCollection(TreeSet::new));
        known.removeAll(MAY_SEE.keySet());
        assertEquals(Set.of(), known, "add the module to these rules");
    }

    @Test
    void the_classes_of_this_java_version_are_read() {
        assertTrue(CLASSES.contain(HOUSE + "market.TradingPair"), "ArchUnit skips class files that are too new for it");
        assertTrue(CLASSES.contain(HOUSE + "indicators.Indicators"));
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void a_library_is_seen_by_the_modules_that_it_is_for(Map.Entry<String, Set<String>> libraryAndModules) {
        String library = libraryAndModules.getKey();
        Set<String> owners = libraryAndModules.getValue();
        noClasses()
                .that(describe("are outside " + owners, type -> !owners.contains(module(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library + "..")
                .check(CLASSES);
    }

    @Test
    void what_may_be_traded_is_told_without_a_file() {
        noClasses()
                .that(describe("are in market", type -> module(type).equals("market")))
                .should()
                .dependOnClassesThat(describe(
                        "read or write files",
                        type -> type.getPackageName().startsWith("java.nio.file")
                                || type.getPackageName().equals("java.nio.channels")
                                || type.getName().startsWith("java.io.File")))
                .check(CLASSES);
    }

    @Test
    void exact_arithmetic_over_pools_knows_no_node() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "onchain.pool..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.web3j..", "java.net..", HOUSE + "onchain.rpc..")
                .check(CLASSES);
    }

    /** {@code Main} knows all commands; a room knows what it stands on, and nobody knows {@code Main}. */
    @Test
    void the_rooms_of_the_command_line_see_each_other_in_one_direction() {
        slices().matching(HOUSE + "cli.(*)..").should().beFreeOfCycles().check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "cli.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + "cli")
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        List<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(place -> !isNullMarked(place))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertEquals(List.of(), unmarked, "these packages lack a package-info with @NullMarked");
    }

    private static boolean isNullMarked(JavaPackage place) {
        return place.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
