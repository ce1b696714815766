package org.evenkeel.cluster;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What HouseRulesTest in framework/cli holds of all other modules. */
final class ClusterRulesTest {
    private static final String HOUSE = "org.evenkeel.";
    private static final Set<String> MAY_SEE =
            Set.of("cluster", "sweep", "backtest", "data", "api", "market", "metrics");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.evenkeel.cluster");

    @Test
    void the_cluster_sees_only_the_modules_below_it_and_none_with_a_strategy_in_it() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "are in a module other than " + MAY_SEE,
                        type -> type.getPackageName().startsWith(HOUSE)
                                && !MAY_SEE.contains(type.getPackageName()
                                        .substring(HOUSE.length())
                                        .split("\\.")[0])))
                .check(CLASSES);
    }

    @Test
    void libraries_of_other_modules_are_left_to_them() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.hadoop..", "org.apache.parquet..", "com.github.benmanes.caffeine..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void nothing_but_the_way_in_is_public() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .be(SparkClusters.class)
                .check(CLASSES);
    }
}
