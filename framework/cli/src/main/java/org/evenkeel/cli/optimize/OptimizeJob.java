package org.evenkeel.cli.optimize;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.cli.terminal.CsvTable;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.optimizer.Caps;
import org.evenkeel.optimizer.HierarchicalRiskParity;
import org.evenkeel.optimizer.InfeasibleLimitsException;
import org.evenkeel.optimizer.InverseVolatility;
import org.evenkeel.optimizer.Limits;
import org.evenkeel.optimizer.MeanVariance;
import org.evenkeel.optimizer.MinimumCvar;
import org.evenkeel.optimizer.OptimizerException;
import org.evenkeel.optimizer.Outlook;
import org.evenkeel.optimizer.RiskParity;
import org.evenkeel.optimizer.WholeUnits;

/** From a table of prices to a portfolio. */
final class OptimizeJob {
    private static final double USUAL_AVERSION = 1;
    private static final double USUAL_MARKET_AVERSION = 2.5;
    private static final int MOST_POINTS = 1_000;
    /** How the library names what a command takes as an option. */
    private static final String SHRINK = "(ledoitWolf)";

    private static final Pattern ASSET = Pattern.compile("\\b[Aa]sset (\\d+)\\b");

    /**
     * What is asked for beside the objective.
     *
     * @param target the return or the volatility of a year
     * @param riskAversion of the investor or the market
     * @param tail the share of periods that are the worst
     * @param frontier how many points of it
     * @param purchase the money to be spent
     */
    record Wishes(
            OptionalDouble target,
            OptionalDouble riskAversion,
            double tail,
            OptionalInt frontier,
            Optional<Purchase> purchase) {}

    /**
     * Money to be spent.
     *
     * @param amount how much
     * @param greedy whether unit by unit
     */
    record Purchase(double amount, boolean greedy) {}

    private final PortfolioObjective objective;
    private final EstimateOptions estimateOptions;
    private final LimitOptions limitOptions;
    private final ViewOptions views;
    private final Wishes wishes;

    OptimizeJob(
            PortfolioObjective objective,
            EstimateOptions estimates,
            LimitOptions limits,
            ViewOptions views,
            Wishes wishes) {
        this.objective = objective;
        this.estimateOptions = estimates;
        this.limitOptions = limits;
        this.views = views;
        this.wishes = wishes;
        requireSense();
    }

    private void requireSense() {
        if (objective.needsTarget() && wishes.target.isEmpty()) {
            throw new UsageException(objective.word() + " needs a --target, as --target 0.15.");
        }
        if (!objective.takesTarget() && wishes.target.isPresent()) {
            throw new UsageException(objective.word() + " has no use for --target: it goes with target-return,"
                    + " target-risk and min-cvar.");
        }
        if (objective != PortfolioObjective.BLACK_LITTERMAN && !views.isEmpty()) {
            throw new UsageException("--view, --market-cap and --tau go with --objective black-litterman, not with "
                    + objective.word() + ".");
        }
        if (wishes.riskAversion.isPresent() && !objective.takesAversion()) {
            throw new UsageException(objective.word() + " has no use for --risk-aversion: it goes with max-utility and"
                    + " black-litterman.");
        }
        limitOptions.requireWhole();
        if (!objective.isMeanVariance()) {
            limitOptions.requireNoPrices(objective);
        }
        if (objective == PortfolioObjective.EQUAL) {
            limitOptions.requireNone(objective);
        }
        requireNumbers();
        if (!(wishes.tail > 0 && wishes.tail < 1)) {
            throw new UsageException("--tail " + wishes.tail + " is none: give a share between 0 and 1, as 0.05.");
        }
    }

    private void requireNumbers() {
        double target = wishes.target.orElse(1);
        if (!Double.isFinite(target) || objective == PortfolioObjective.TARGET_RISK && target <= 0) {
            throw new UsageException("--target " + Words.number(target) + " is none: give the "
                    + (objective == PortfolioObjective.TARGET_RISK
                            ? "volatility of a year, above 0,"
                            : "return of a year")
                    + " as 0.15.");
        }
        double aversion = wishes.riskAversion.orElse(1);
        if (!(aversion > 0 && aversion < Double.POSITIVE_INFINITY)) {
            throw new UsageException(
                    "--risk-aversion " + Words.number(aversion) + " is none: give a number above 0, as 2.5.");
        }
        estimateOptions.requireSense();
        if (wishes.frontier.isPresent()) {
            points();
        }
    }

    /** The portfolio. */
    OptimizeResult run(CsvTable csv, PrintStream notes) {
        try {
            Estimates estimates = Estimates.of(csv, estimateOptions, notes);
            return optimized(
                    objective == PortfolioObjective.BLACK_LITTERMAN
                            ? views.mixedInto(
                                    estimates,
                                    wishes.riskAversion.orElse(USUAL_MARKET_AVERSION),
                                    estimateOptions.riskFree())
                            : estimates);
        } catch (InfeasibleLimitsException e) {
            throw e;
        } catch (OptimizerException e) {
            List<String> names = estimateOptions.assets().isEmpty() ? csv.names() : estimateOptions.assets();
            throw new OptimizerException(e.reason(), Words.rounded(told(String.valueOf(e.getMessage()), names)));
        }
    }

    /** Assets by their names, advice by the options that it takes. */
    private String told(String message, List<String> names) {
        List<String> assets = names.stream()
                .filter(name -> !estimateOptions.market().equals(Optional.of(name)))
                .toList();
        return ASSET.matcher(message.replace(SHRINK, "(--risk ledoit-wolf)")).replaceAll(match -> {
            int asset = Integer.parseInt(match.group(1));
            return Matcher.quoteReplacement(asset < assets.size() ? assets.get(asset) : match.group());
        });
    }

    private OptimizeResult optimized(Estimates estimates) {
        double[] weights = weights(estimates);
        List<OptimizeResult.Portfolio> frontier = wishes.frontier.isEmpty()
                ? List.of()
                : portfolios(estimates).frontier(points()).stream()
                        .map(point -> portfolio(point, estimates))
                        .toList();
        return new OptimizeResult(
                new OptimizeResult.Wanted(objective, wishes.tail),
                estimates,
                portfolio(weights, estimates),
                frontier,
                wishes.purchase.map(purchase -> bought(purchase, weights, estimates)));
    }

    private int points() {
        int points = wishes.frontier.orElseThrow();
        if (points < 2 || points > MOST_POINTS) {
            throw new UsageException(
                    "--frontier " + points + " is none: ask for 2 points or more, and " + MOST_POINTS + " at most.");
        }
        return points;
    }

    private MeanVariance portfolios(Estimates estimates) {
        if (!objective.isLimited()) {
            limitOptions.requireNone(objective);
        }
        Limits limits = limitOptions.limits(estimates.names());
        MeanVariance portfolios = MeanVariance.of(estimates.expected(), estimates.covariance(), limits);
        return limitOptions.priced(portfolios, estimates.names());
    }

    private double[] weights(Estimates estimates) {
        return switch (objective) {
            case MAX_SHARPE, BLACK_LITTERMAN -> portfolios(estimates).maximumSharpe(estimateOptions.riskFree());
            case MIN_VARIANCE -> portfolios(estimates).minimumVariance();
            case TARGET_RETURN -> portfolios(estimates).targetReturn(wishes.target.orElseThrow());
            case TARGET_RISK -> portfolios(estimates).targetRisk(wishes.target.orElseThrow());
            case MAX_UTILITY -> portfolios(estimates).maximumUtility(wishes.riskAversion.orElse(USUAL_AVERSION));
            case MIN_CVAR -> minimumCvar(estimates);
            case HRP, RISK_PARITY, INVERSE_VOLATILITY -> capped(estimates);
            case EQUAL -> {
                double[] same = new double[estimates.names().size()];
                Arrays.fill(same, 1.0 / same.length);
                yield same;
            }
        };
    }

    private double[] minimumCvar(Estimates estimates) {
        if (estimates.prices().hasGaps()) {
            throw new UsageException("min-cvar needs rows without gaps: use --rows common.");
        }
        double[][] returns = estimates.prices().returns();
        Limits limits = limitOptions.limits(estimates.names());
        return wishes.target.isEmpty()
                ? MinimumCvar.weights(returns, wishes.tail, limits)
                : MinimumCvar.targetReturn(
                        returns, wishes.tail, limits, estimates.expected(), wishes.target.orElseThrow());
    }

    private double[] capped(Estimates estimates) {
        Caps caps = limitOptions.caps(objective, estimates.names().size());
        return switch (objective) {
            case HRP ->
                estimates.prices().hasGaps()
                        ? HierarchicalRiskParity.weights(estimates.prices().returns(), caps)
                        : HierarchicalRiskParity.weights(estimates.covariance(), caps);
            case RISK_PARITY -> RiskParity.weights(estimates.covariance(), caps);
            default -> InverseVolatility.weights(estimates.covariance(), caps);
        };
    }

    private OptimizeResult.Portfolio portfolio(double[] weights, Estimates estimates) {
        Outlook outlook = Outlook.of(weights, estimates.expected(), estimates.covariance());
        double sharpe = outlook.sharpe(estimateOptions.riskFree());
        return new OptimizeResult.Portfolio(
                weights,
                outlook.expectedReturn(),
                outlook.volatility(),
                Double.isNaN(sharpe) ? OptionalDouble.empty() : OptionalDouble.of(sharpe),
                estimates.prices().hasGaps()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(MinimumCvar.meanOfWorst(
                                weights, estimates.prices().returns(), wishes.tail)));
    }

    private static OptimizeResult.Purchase bought(Purchase purchase, double[] weights, Estimates estimates) {
        double[] prices = estimates.prices().latest();
        return new OptimizeResult.Purchase(
                purchase.amount,
                purchase.greedy
                        ? WholeUnits.greedy(weights, prices, purchase.amount)
                        : WholeUnits.exact(weights, prices, purchase.amount));
    }
}
