package org.evenkeel.cli.optimize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.cli.terminal.Range;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.optimizer.Caps;
import org.evenkeel.optimizer.Limits;
import org.evenkeel.optimizer.MeanVariance;
import org.evenkeel.optimizer.OptimizerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the weights must obey, and what large ones and changes cost. */
final class LimitOptions {
    @Option(
            names = "--bounds",
            paramLabel = "MIN:MAX",
            description = "bounds of each weight, as 0:0.3; below 0 where debts are allowed. 0:1 where left out")
    private @Nullable String bounds;

    @Option(
            names = "--weight",
            paramLabel = "ASSET=MIN:MAX",
            description = "bounds of one weight instead; may be given often")
    private Map<String, String> weights = new LinkedHashMap<>();

    @Option(
            names = "--sector",
            paramLabel = "NAME=ASSETS",
            description = "a sector and its assets, as tech=AAPL,MSFT; may be given often")
    private Map<String, String> sectors = new LinkedHashMap<>();

    @Option(
            names = "--sector-limit",
            paramLabel = "NAME=MIN:MAX",
            description = "bounds of a sector's weight, as tech=0:0.4; may be given often")
    private Map<String, String> sectorLimits = new LinkedHashMap<>();

    @Option(
            names = "--l2",
            paramLabel = "FACTOR",
            description = "a price on large weights: factor x sum of squares is added to the variance",
            defaultValue = "0")
    private double l2;

    @Option(
            names = "--present",
            paramLabel = "ASSET=WEIGHT",
            description = "a weight as it is now, for --turnover-cost; 0 where left out; may be given often")
    private Map<String, Double> present = new LinkedHashMap<>();

    @Option(
            names = "--turnover-cost",
            paramLabel = "RATE",
            description = "what buying or selling the whole portfolio costs, as 0.001",
            defaultValue = "0")
    private double turnoverCost;

    /**
     * The limits.
     *
     * @throws UsageException when one is none, or is about an asset or a sector that there is not
     */
    Limits limits(List<String> assets) {
        try {
            Limits limits = Limits.longOnly(assets);
            if (bounds != null) {
                Range range = Range.parse("--bounds", bounds);
                limits = Limits.between(assets, range.lower(), range.upper());
            }
            for (Map.Entry<String, String> weight : weights.entrySet()) {
                Range range = Range.parse("--weight", weight.getValue());
                limits = limits.withWeight(weight.getKey(), range.lower(), range.upper());
            }
            for (Map.Entry<String, String> limit : sectorLimits.entrySet()) {
                Range range = Range.parse("--sector-limit", limit.getValue());
                limits = limits.withSector(
                        limit.getKey(), members(limit.getKey(), assets), range.lower(), range.upper());
            }
            return limits;
        } catch (OptimizerException e) {
            throw new UsageException(Words.rounded(e.getMessage()), e);
        }
    }

    private List<String> members(String sector, List<String> assets) {
        String members = sectors.get(sector);
        if (members == null) {
            throw new UsageException("--sector-limit is about a sector " + sector
                    + ", but none has that name: say --sector " + sector + "=ASSET,ASSET.");
        }
        List<String> named = List.of(members.split(",", -1));
        for (String member : named) {
            if (!assets.contains(member)) {
                throw new UsageException("--sector " + sector + "=" + members + " names '" + member
                        + "', which is none of the assets " + String.join(", ", assets) + ".");
            }
        }
        return named;
    }

    /**
     * The upper bounds, for an objective that obeys nothing else.
     *
     * @throws UsageException when there are other limits, or the bounds are too tight
     */
    Caps caps(PortfolioObjective objective, int assets) {
        if (!weights.isEmpty() || !sectorLimits.isEmpty() || !sectors.isEmpty()) {
            throw new UsageException(objective.word() + " obeys the upper of --bounds alone, not --weight or"
                    + " --sector-limit: leave them out, or choose an objective such as min-variance.");
        }
        if (bounds == null) {
            return Caps.none(assets);
        }
        Range range = Range.parse("--bounds", bounds);
        if (range.lower() != 0) {
            throw new UsageException(objective.word() + " obeys the upper of --bounds alone: write --bounds 0:"
                    + Words.number(range.upper()) + ".");
        }
        try {
            return Caps.each(assets, Math.min(1, range.upper()));
        } catch (OptimizerException e) {
            throw new UsageException(Words.rounded(e.getMessage()), e);
        }
    }

    /** Makes sure that nothing is said that would have no effect. */
    void requireWhole() {
        for (String sector : sectors.keySet()) {
            if (!sectorLimits.containsKey(sector)) {
                throw new UsageException(
                        "--sector " + sector + " has no bounds: say --sector-limit " + sector + "=0:0.4.");
            }
        }
        if (!present.isEmpty() && turnoverCost == 0) {
            throw new UsageException(
                    "--present is of no use without --turnover-cost: say what trading costs, as 0.001.");
        }
    }

    /** Makes sure that there are no limits. */
    void requireNone(PortfolioObjective objective) {
        if (bounds != null || !weights.isEmpty() || !sectorLimits.isEmpty() || !sectors.isEmpty()) {
            throw new UsageException(objective.word()
                    + " obeys no limits: leave them out, or choose an objective such as min-variance.");
        }
    }

    /** Makes sure that large weights and changes cost nothing. */
    void requireNoPrices(PortfolioObjective objective) {
        if (l2 != 0 || turnoverCost != 0 || !present.isEmpty()) {
            throw new UsageException(
                    objective.word() + " does not weigh --l2, --present and --turnover-cost: leave them"
                            + " out, or choose an objective such as min-variance.");
        }
    }

    /** The portfolios with what large weights and changes cost. */
    MeanVariance priced(MeanVariance portfolios, List<String> assets) {
        double[] now = new double[assets.size()];
        present.forEach((asset, weight) -> {
            if (!assets.contains(asset)) {
                throw new UsageException("--present is about " + asset + ", which is none of the assets "
                        + String.join(", ", assets) + ".");
            }
            now[assets.indexOf(asset)] = weight;
        });
        try {
            MeanVariance priced = portfolios.withL2(l2);
            return turnoverCost == 0 ? priced : priced.withTurnover(now, turnoverCost);
        } catch (OptimizerException e) {
            throw new UsageException(Words.rounded(e.getMessage()), e);
        }
    }
}
