package org.evenkeel.metrics;

import static org.evenkeel.metrics.MetricGroup.BASIS;
import static org.evenkeel.metrics.MetricGroup.BENCHMARK;
import static org.evenkeel.metrics.MetricGroup.COSTS;
import static org.evenkeel.metrics.MetricGroup.RETURN;
import static org.evenkeel.metrics.MetricGroup.REWARD;
import static org.evenkeel.metrics.MetricGroup.RISK;
import static org.evenkeel.metrics.MetricGroup.TRADES;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every figure of a report, in the order of the report, with the formula that is shown beside it.
 *
 * <p>In the formulas r is the simple, time-weighted return of a period, b the benchmark's, f the risk-free rate of a
 * period, n the number of returns, P the periods per year; std has ddof 1.
 *
 * <p>A stub, a first or last period of less than half the median length ({@link
 * org.evenkeel.metrics.arrays.Periods#full}), has no return of a period. What is made of means, spreads and ranks of r
 * leaves it out; what follows the curve (total return, CAGR, drawdowns, Calmar) does not.
 *
 * <p>Figures of a year (CAGR, volatility, Sharpe, Sortino, Calmar, alpha, captures, turnover) are told of 30 days at least
 * ({@link org.evenkeel.metrics.arrays.Periods#SHORTEST_TOLD_MILLIS}), or where the periods of a year are given.
 */
public enum Metric {
    PERIODS(
            "periods",
            "Periods",
            BASIS,
            Unit.COUNT,
            new Formula(
                    "n, the number of full periods; a stub at either end, shorter than half the median, is left out",
                    "count")),
    PERIODS_PER_YEAR(
            "periodsPerYear",
            "Periods per year",
            BASIS,
            Unit.COUNT,
            new Formula("P = n ÷ the years of 365.25 days that the full periods span; or as given", "timestamps")),
    INITIAL_EQUITY(
            "initialEquity", "Initial equity", BASIS, Unit.USD, new Formula("equity at the first point", "ledger")),
    FINAL_EQUITY("finalEquity", "Final equity", BASIS, Unit.USD, new Formula("equity at the last point", "ledger")),
    NET_FLOWS(
            "netFlows",
            "Net deposits",
            BASIS,
            Unit.USD,
            new Formula("Σ deposits − Σ withdrawals after the first point", "ledger")),
    PROFIT("profit", "Profit", RETURN, Unit.USD, new Formula("final equity − initial equity − net deposits", "ledger")),
    TOTAL_RETURN(
            "totalReturn",
            "Total return",
            RETURN,
            Unit.PERCENT,
            new Formula("Π(1 + r) − 1, deposits taken out, stubs too", "GIPS")),
    CAGR(
            "cagr",
            "CAGR",
            RETURN,
            Unit.PERCENT,
            new Formula(
                    "(1 + total return)^(1 ÷ years) − 1; years by the calendar, or all periods"
                            + " ÷ P where P is given",
                    "empyrical")),
    VOLATILITY(
            "volatility", "Volatility", RISK, Unit.PERCENT, new Formula("std(r) · √P over full periods", "empyrical")),
    MAX_DRAWDOWN(
            "maxDrawdown",
            "Maximum drawdown",
            RISK,
            Unit.PERCENT,
            new Formula("min(value ÷ highest value before − 1), ≤ 0", "empyrical")),
    MAX_DRAWDOWN_DURATION(
            "maxDrawdownDuration",
            "Duration of the maximum drawdown",
            RISK,
            Unit.DAYS,
            new Formula("from its peak to its recovery, or to the end", "pyfolio")),
    LONGEST_DRAWDOWN_DURATION(
            "longestDrawdownDuration",
            "Longest drawdown",
            RISK,
            Unit.DAYS,
            new Formula("longest time from a peak to its recovery, or to the end", "quantstats")),
    VALUE_AT_RISK(
            "valueAtRisk",
            "Value at risk 5 %",
            RISK,
            Unit.PERCENT,
            new Formula("5 % percentile of r, linear interpolation", "empyrical")),
    CONDITIONAL_VALUE_AT_RISK(
            "conditionalValueAtRisk",
            "Conditional value at risk 5 %",
            RISK,
            Unit.PERCENT,
            new Formula("mean of the r at or below the value at risk", "Rockafellar and Uryasev 2000")),
    TAIL_RATIO(
            "tailRatio",
            "Tail ratio",
            RISK,
            Unit.RATIO,
            new Formula("|95 % percentile of r| ÷ |5 % percentile of r|", "empyrical")),
    STABILITY(
            "stability",
            "Stability",
            RISK,
            Unit.RATIO,
            new Formula("R² of log cumulative returns on the period number", "empyrical")),
    SKEW("skew", "Skew", RISK, Unit.RATIO, new Formula("m₃ ÷ m₂^1.5, population moments", "scipy.stats.skew")),
    KURTOSIS(
            "kurtosis",
            "Kurtosis (excess)",
            RISK,
            Unit.RATIO,
            new Formula("m₄ ÷ m₂² − 3, population moments; 0 for a normal", "scipy.stats.kurtosis")),
    SHARPE("sharpe", "Sharpe", REWARD, Unit.RATIO, new Formula("mean(r − f) ÷ std(r) · √P", "Sharpe 1994")),
    PROBABILISTIC_SHARPE(
            "probabilisticSharpe",
            "Probability that Sharpe > 0",
            REWARD,
            Unit.PERCENT,
            new Formula(
                    "Φ(s·√(n − 1) ÷ √(1 − skew·s + (k − 1)÷4·s²)), s = Sharpe per period, k = m₄ ÷ m₂² (raw kurtosis)",
                    "Bailey and López de Prado 2012")),
    SORTINO(
            "sortino",
            "Sortino",
            REWARD,
            Unit.RATIO,
            new Formula(
                    "mean(r − f) ÷ √mean(min(r − f, 0)²) · √P, the mean over all periods", "Sortino and Price 1994")),
    CALMAR("calmar", "Calmar", REWARD, Unit.RATIO, new Formula("CAGR ÷ |maximum drawdown|", "Young 1991")),
    OMEGA(
            "omega",
            "Omega",
            REWARD,
            Unit.RATIO,
            new Formula("Σmax(r − f, 0) ÷ Σmax(f − r, 0)", "Keating and Shadwick 2002, above f; empyrical")),
    BENCHMARK_TOTAL_RETURN(
            "benchmarkTotalReturn",
            "Benchmark's return",
            BENCHMARK,
            Unit.PERCENT,
            new Formula("Π(1 + b) − 1, stubs too", "GIPS")),
    ALPHA(
            "alpha",
            "Alpha",
            BENCHMARK,
            Unit.PERCENT,
            new Formula("(1 + mean((r − f) − β(b − f)))^P − 1", "Jensen 1968; empyrical")),
    BETA("beta", "Beta", BENCHMARK, Unit.RATIO, new Formula("cov(r, b) ÷ var(b)", "empyrical")),
    CORRELATION(
            "correlation",
            "Correlation",
            BENCHMARK,
            Unit.RATIO,
            new Formula("cov(r, b) ÷ (std(r) · std(b))", "Pearson")),
    UP_CAPTURE(
            "upCapture",
            "Up capture",
            BENCHMARK,
            Unit.RATIO,
            new Formula(
                    "annualised compound r ÷ annualised compound b over the periods with b > 0; by UTC days where"
                            + " finer",
                    "empyrical")),
    DOWN_CAPTURE(
            "downCapture",
            "Down capture",
            BENCHMARK,
            Unit.RATIO,
            new Formula(
                    "annualised compound r ÷ annualised compound b over the periods with b < 0; by UTC days where"
                            + " finer",
                    "empyrical")),
    CLOSED_TRADES(
            "closedTrades",
            "Closed positions",
            TRADES,
            Unit.COUNT,
            new Formula("number of realised profits and losses", "ledger")),
    WIN_RATE(
            "winRate",
            "Win rate",
            TRADES,
            Unit.PERCENT,
            new Formula("closed positions with a profit ÷ closed positions", "ledger")),
    PROFIT_FACTOR("profitFactor", "Profit factor", TRADES, Unit.RATIO, new Formula("Σ profits ÷ |Σ losses|", "ledger")),
    EXPECTANCY(
            "expectancy",
            "Expectancy",
            TRADES,
            Unit.USD,
            new Formula("mean realised profit of a closed trade", "ledger")),
    AVERAGE_WIN("averageWin", "Average win", TRADES, Unit.USD, new Formula("mean of the profits", "ledger")),
    AVERAGE_LOSS("averageLoss", "Average loss", TRADES, Unit.USD, new Formula("mean of the losses, < 0", "ledger")),
    SQN(
            "sqn",
            "System quality number",
            TRADES,
            Unit.RATIO,
            new Formula("√trades · mean(profit) ÷ std(profit)", "Tharp")),
    EXPOSURE("exposure", "Exposure", TRADES, Unit.PERCENT, new Formula("mean share of equity invested", "ledger")),
    TURNOVER(
            "turnover",
            "Turnover",
            TRADES,
            Unit.RATIO,
            new Formula(
                    "(bought + sold) ÷ 2 ÷ mean equity ÷ years: how often a year the portfolio is turned over",
                    "ledger")),
    FEES_PAID("feesPaid", "Fees paid", COSTS, Unit.USD, new Formula("Σ pool fees and commissions", "ledger")),
    IMPACT_PAID(
            "impactPaid",
            "Lost to price impact",
            COSTS,
            Unit.USD,
            new Formula("Σ what trades lost by moving the price against themselves", "ledger")),
    GAS_PAID("gasPaid", "Gas paid", COSTS, Unit.USD, new Formula("Σ gas, that of failed trades too", "ledger")),
    BRIDGES_PAID("bridgesPaid", "Bridging paid", COSTS, Unit.USD, new Formula("Σ costs of transfers", "ledger")),
    COSTS_PAID(
            "costsPaid", "Costs paid", COSTS, Unit.USD, new Formula("fees + price impact + gas + bridging", "ledger"));

    private static final Map<String, Metric> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::key, Function.identity()));

    private final String key;
    private final String label;
    private final MetricGroup group;
    private final Unit unit;
    private final Formula formula;

    Metric(String key, String label, MetricGroup group, Unit unit, Formula formula) {
        this.key = key;
        this.label = label;
        this.group = group;
        this.unit = unit;
        this.formula = formula;
    }

    /** The metric with this JSON key. */
    public static Optional<Metric> findByKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** Its name in JSON, camelCase; never changes. */
    public String key() {
        return key;
    }

    /** Its name for a reader. */
    public String label() {
        return label;
    }

    /** The section it is shown in. */
    public MetricGroup group() {
        return group;
    }

    /** What it is counted in. */
    public Unit unit() {
        return unit;
    }

    /** Its definition in one line. */
    public String formula() {
        return formula.text();
    }

    /** Where the definition comes from, or where the number is read. */
    public String source() {
        return formula.source();
    }

    private record Formula(String text, String source) {}
}
