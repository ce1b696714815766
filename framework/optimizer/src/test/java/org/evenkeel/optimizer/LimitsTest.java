package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LimitsTest {
    private static final List<String> NAMES = List.of("AAPL", "MSFT", "XOM", "KO");

    private static Set<String> contradiction(Executable call) {
        InfeasibleLimitsException thrown = assertThrows(InfeasibleLimitsException.class, call);
        assertEquals(Reason.INFEASIBLE_LIMITS, thrown.reason());
        thrown.limits().forEach(name -> assertTrue(thrown.getMessage().contains(name), thrown.getMessage()));
        return Set.copyOf(thrown.limits());
    }

    @Test
    void limits_have_names_that_people_know_them_by() {
        Limits limits = Limits.between(NAMES, -0.1, 0.30)
                .withWeight("AAPL", 0.4, 1)
                .withSector("tech", List.of("AAPL", "MSFT"), 0.05, 0.2);

        assertEquals(
                List.of(
                        "weights add up to 1",
                        "no weight below -0.1",
                        "no weight above 0.3",
                        "weight of AAPL at least 0.4",
                        "weight of AAPL at most 1",
                        "sector tech at least 0.05",
                        "sector tech at most 0.2"),
                limits.names());
    }

    @Test
    void limits_that_can_be_obeyed_are() {
        Limits.longOnly(NAMES)
                .withWeight("KO", 0.5, 0.5)
                .withSector("tech", List.of("AAPL", "MSFT"), 0.5, 0.6)
                .requireFeasible();
        Limits.of(Caps.each(10, 0.1)).requireFeasible();
    }

    @Test
    void a_sector_that_holds_less_than_one_of_its_members_must_is_named_with_it() {
        Limits limits = Limits.longOnly(NAMES)
                .withWeight("AAPL", 0.4, 1)
                .withWeight("KO", 0.1, 1)
                .withSector("tech", List.of("AAPL", "MSFT"), 0, 0.2);

        assertEquals(
                Set.of("weight of AAPL at least 0.4", "sector tech at most 0.2", "no weight below 0"),
                contradiction(limits::requireFeasible));
    }

    @Test
    void the_smallest_of_several_contradictions_is_named() {
        Limits limits = Limits.longOnly(NAMES)
                .withSector("all", NAMES, 0, 0.5)
                .withSector("tech", List.of("AAPL", "MSFT"), 0.7, 1)
                .withWeight("XOM", 0.5, 1);

        // Tech and XOM are too much as well, but that takes the budget and a bound beside.
        assertEquals(Set.of("weights add up to 1", "sector all at most 0.5"), contradiction(limits::requireFeasible));
    }

    @Test
    void caps_that_are_too_tight_are_named_all() {
        Limits limits = Limits.between(NAMES, 0, 0.2);

        assertEquals(Set.of("weights add up to 1", "no weight above 0.2"), contradiction(limits::requireFeasible));
    }

    @Test
    void bounds_the_wrong_way_round_are_named() {
        Limits limits = Limits.longOnly(NAMES).withWeight("XOM", 0.6, 0.2);

        assertEquals(
                Set.of("weight of XOM at least 0.6", "weight of XOM at most 0.2"),
                contradiction(limits::requireFeasible));
    }

    @Test
    void a_return_that_no_portfolio_has_is_named_with_what_stands_in_its_way() {
        double[] expected = {0.3, 0.1, 0.05, 0.02};
        Limits limits = Limits.longOnly(NAMES).withWeight("AAPL", 0, 0.4);
        MeanVariance portfolios = MeanVariance.of(expected, MinimumVarianceTest.diagonal(1, 1, 1, 1), limits);

        assertEquals(
                Set.of("target return 0.25", "weights add up to 1", "no weight below 0", "weight of AAPL at most 0.4"),
                contradiction(() -> portfolios.targetReturn(0.25)));
        assertEquals(
                Set.of("target return 0.9", "weights add up to 1", "no weight below 0"),
                contradiction(() -> portfolios.targetReturn(0.9)));
    }

    @Test
    void a_risk_that_no_portfolio_has_is_named_with_what_stands_in_its_way() {
        Limits limits = Limits.longOnly(NAMES).withWeight("KO", 0.9, 1);
        MeanVariance portfolios =
                MeanVariance.of(new double[] {1, 2, 3, 4}, MinimumVarianceTest.diagonal(1, 1, 1, 1), limits);

        assertEquals(
                Set.of("target risk 0.7", "weight of KO at least 0.9"),
                contradiction(() -> portfolios.targetRisk(0.7)));
        assertEquals(
                Set.of("target risk 0.4", "weights add up to 1"),
                contradiction(() -> MeanVariance.of(
                                new double[4], MinimumVarianceTest.diagonal(1, 1, 1, 1), Limits.longOnly(NAMES))
                        .targetRisk(0.4)));
    }

    /** The fewest sectors that contradict each other, by trying all sets: each is an interval of sums of two weights. */
    @SeededTest
    void no_smaller_set_contradicts_and_none_of_the_set_can_be_left_out(long seed) {
        RandomAssets random = new RandomAssets(seed);
        Limits limits = Limits.longOnly(NAMES);
        for (int k = 0; k < 6; k++) {
            int first = random.between(0, 3);
            int second = random.between(0, 3);
            double least = random.uniform();
            limits = limits.withSector("s" + k, List.of(NAMES.get(first), NAMES.get(second)), least, least + 0.1);
        }
        List<Limit> all = limits.inForce();
        int fewest = Integer.MAX_VALUE;
        for (int set = 1; set < 1 << all.size(); set++) {
            if (Integer.bitCount(set) < fewest
                    && limits.findWeights(some(all, set)).isEmpty()) {
                fewest = Integer.bitCount(set);
            }
        }
        if (fewest == Integer.MAX_VALUE) {
            limits.requireFeasible();
            return;
        }
        Limits infeasible = limits;
        Set<String> found = contradiction(infeasible::requireFeasible);
        assertEquals(fewest, found.size(), found.toString());
        List<Limit> named =
                all.stream().filter(limit -> found.contains(limit.name())).toList();
        assertTrue(limits.findWeights(named).isEmpty());
    }

    private static List<Limit> some(List<Limit> all, int set) {
        List<Limit> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((set >> i & 1) == 1) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    @SeededTest
    void of_many_limits_an_irreducible_set_is_named(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = 50;
        Limits limits = Limits.longOnly(assets);
        for (int i = 0; i < assets; i++) {
            limits = limits.withWeight(Integer.toString(i), 0.021 + 0.02 * random.uniform(), 1);
        }
        Limits tooMuch = limits;
        List<Limit> all = limits.inForce();
        Set<String> found = contradiction(tooMuch::requireFeasible);
        List<Limit> named =
                all.stream().filter(limit -> found.contains(limit.name())).toList();
        assertTrue(limits.findWeights(named).isEmpty());
        for (Limit left : named) {
            List<Limit> rest =
                    named.stream().filter(limit -> !limit.equals(left)).toList();
            assertTrue(limits.findWeights(rest).isPresent(), left.name());
        }
    }

    @Test
    void what_is_no_limit_is_refused() {
        Assert.refuses(Reason.BAD_INPUT, "not all different", () -> Limits.longOnly(List.of("A", "A")));
        Assert.refuses(Reason.BAD_INPUT, "not all different", () -> Limits.longOnly(List.of()));
        Assert.refuses(
                Reason.BAD_INPUT, "no asset 'IBM'", () -> Limits.longOnly(NAMES).withWeight("IBM", 0, 1));
        Assert.refuses(Reason.BAD_INPUT, "limit of NaN", () -> Limits.between(NAMES, Double.NaN, 1));
        Assert.refuses(
                Reason.BAD_INPUT,
                "limit of Infinity",
                () -> Limits.longOnly(NAMES).withSector("s", NAMES, 0, Double.POSITIVE_INFINITY));
    }
}
