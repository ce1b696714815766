package org.evenkeel.optimizer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * What the weights of a portfolio must obey: bounds on each, sums over sectors, and that they add up to 1. Each limit
 * has a name that people know it by. Immutable.
 *
 * <pre>{@code
 * Limits limits = Limits.longOnly(List.of("AAPL", "MSFT", "XOM"))
 *         .withWeight("AAPL", 0.1, 0.4)
 *         .withSector("tech", List.of("AAPL", "MSFT"), 0, 0.6);
 * }</pre>
 *
 * <p>Weights are only ever below 0, as debts, where a bound is. Limits may contradict each other: whatever searches for
 * a portfolio then answers with the smallest set that does; see {@link InfeasibleLimitsException}.
 */
public final class Limits {
    /** No weight is ever further from 0, whatever its bounds. */
    private static final double WIDEST = 1e4;

    private static final String BUDGET = "weights add up to 1";

    private final List<String> assets;
    private final List<Limit> limits;

    private Limits(List<String> assets, List<Limit> limits) {
        this.assets = assets;
        this.limits = List.copyOf(limits);
    }

    /** Weights of 0 or more of so many assets, which are known by their numbers from 0. */
    public static Limits longOnly(int assets) {
        return longOnly(IntStream.range(0, assets).mapToObj(Integer::toString).toList());
    }

    /**
     * Weights of 0 or more, and so of 1 at most.
     *
     * @param assets their names, in the order of their columns
     * @throws OptimizerException when there is none, or a name is there twice
     */
    public static Limits longOnly(List<String> assets) {
        Limits wide = between(assets, 0, 1);
        return new Limits(wide.assets, wide.limits.subList(0, 2));
    }

    /**
     * Weights between two bounds, the same for each asset.
     *
     * @param assets their names, in the order of their columns
     * @param lower the least that a weight may be; below 0 where debts are allowed
     * @param upper the most
     * @throws OptimizerException when there is no asset, a name is there twice, or a bound is not a number of a sensible
     *     size
     */
    public static Limits between(List<String> assets, double lower, double upper) {
        if (assets.isEmpty() || assets.stream().distinct().count() < assets.size()) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "The assets " + assets + " are none, or not all different: name each once.");
        }
        BitSet all = new BitSet();
        all.set(0, assets.size());
        double[] ones = new double[assets.size()];
        Arrays.fill(ones, 1);
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit.Sum(BUDGET, new Row(ones, 1, 1)));
        limits.add(new Limit.Bound("no weight below " + text(sensible(lower)), all, true, lower));
        limits.add(new Limit.Bound("no weight above " + text(sensible(upper)), all, false, upper));
        return new Limits(List.copyOf(assets), limits);
    }

    /** The limits that caps are, of assets that are known by their numbers from 0. */
    public static Limits of(Caps caps) {
        Limits limits = longOnly(caps.size());
        for (int i = 0; i < caps.size(); i++) {
            limits = caps.get(i) < 1 ? limits.withWeight(Integer.toString(i), 0, caps.get(i)) : limits;
        }
        return limits;
    }

    private static double sensible(double bound) {
        if (!(Math.abs(bound) <= WIDEST)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "A limit of " + bound + " is none: give one between " + -WIDEST + " and " + WIDEST + ".");
        }
        return bound;
    }

    static String text(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /**
     * These limits with bounds of its own for an asset, instead of those for all.
     *
     * @throws OptimizerException when there is no such asset, or a bound is not a number of a sensible size
     */
    public Limits withWeight(String asset, double lower, double upper) {
        int place = place(asset);
        BitSet one = new BitSet();
        one.set(place);
        List<Limit> more = new ArrayList<>();
        for (Limit limit : limits) {
            more.add(limit instanceof Limit.Bound bound ? bound.without(place) : limit);
        }
        more.add(new Limit.Bound("weight of " + asset + " at least " + text(sensible(lower)), one, true, lower));
        more.add(new Limit.Bound("weight of " + asset + " at most " + text(sensible(upper)), one, false, upper));
        return new Limits(assets, more);
    }

    /**
     * These limits with bounds on what the weights of some assets add up to.
     *
     * @param sector its name
     * @param members the assets
     * @throws OptimizerException when a member is no asset, or a bound is not a number of a sensible size
     */
    public Limits withSector(String sector, List<String> members, double lower, double upper) {
        double[] ones = new double[assets.size()];
        for (String member : members) {
            ones[place(member)] = 1;
        }
        return with("sector " + sector + " at least " + text(sensible(lower)), Row.atLeast(ones, lower))
                .with("sector " + sector + " at most " + text(sensible(upper)), Row.atMost(ones, upper));
    }

    /** These limits, with no weight below 0 for an asset. */
    Limits withoutDebt(int asset) {
        if (region().lower()[asset] >= 0) {
            return this;
        }
        BitSet one = new BitSet();
        one.set(asset);
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit.Bound("no debt in " + assets.get(asset), one, true, 0));
        return new Limits(assets, more);
    }

    /** These limits and one more. */
    Limits with(String name, Row row) {
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit.Sum(name, row));
        return new Limits(assets, more);
    }

    private int place(String asset) {
        int place = assets.indexOf(asset);
        if (place < 0) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "There is no asset '" + asset + "' among " + assets + ": correct its name.");
        }
        return place;
    }

    /** The assets' names, in the order of their weights. */
    public List<String> assets() {
        return assets;
    }

    /** How many assets there are. */
    public int size() {
        return assets.size();
    }

    /** The limits' names. */
    public List<String> names() {
        return inForce().stream().map(Limit::name).toList();
    }

    /** Those that say something: a bound for all assets says nothing once each has its own. */
    List<Limit> inForce() {
        return limits.stream()
                .filter(limit ->
                        !(limit instanceof Limit.Bound bound) || !bound.assets().isEmpty())
                .toList();
    }

    /** Where weights may be that obey all limits. */
    Region region() {
        return region(inForce());
    }

    /** Where weights may be that obey some limits, risk left aside. */
    Region region(List<Limit> some) {
        double[] lower = new double[size()];
        double[] upper = new double[size()];
        Arrays.fill(lower, -WIDEST);
        Arrays.fill(upper, WIDEST);
        List<Row> rows = new ArrayList<>();
        for (Limit limit : some) {
            switch (limit) {
                case Limit.Sum sum -> rows.add(sum.row());
                case Limit.Risk risk -> {}
                case Limit.Bound bound ->
                    bound.assets().stream().forEach(i -> (bound.lower() ? lower : upper)[i] = bound.value());
            }
        }
        if (some.stream().anyMatch(limit -> limit.name().equals(BUDGET))) {
            tighten(lower, upper);
        }
        return new Region(lower, upper, rows);
    }

    /** No weight is more than what the others' least leaves of 1. */
    private static void tighten(double[] lower, double[] upper) {
        double least = Arrays.stream(lower).sum();
        for (int i = 0; i < lower.length; i++) {
            double left = 1 - (least - lower[i]);
            upper[i] = left > lower[i] && left < upper[i] ? left : upper[i];
        }
    }

    /**
     * Makes sure that some weights obey all limits.
     *
     * @throws InfeasibleLimitsException with the smallest set that contradicts each other
     */
    void requireFeasible() {
        Contradiction.requireNone(inForce(), this::findWeights);
    }

    /** Weights that obey some limits; empty where there are none. */
    Optional<double[]> findWeights(List<Limit> some) {
        Region region = region(some);
        for (int i = 0; i < region.size(); i++) {
            if (region.lower()[i] > region.upper()[i]) {
                return Optional.empty();
            }
        }
        return LinearProgram.findPoint(region);
    }

    void requireSize(int size) {
        if (size() != size) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "There are limits for " + size() + " assets, but " + size + " assets: give as many of each.");
        }
    }
}
