package org.evenkeel.metrics;

import static org.evenkeel.metrics.UndefinedReason.EQUITY_NOT_POSITIVE;
import static org.evenkeel.metrics.UndefinedReason.NO_CLOSED_TRADES;
import static org.evenkeel.metrics.UndefinedReason.NO_EXPOSURE_DATA;
import static org.evenkeel.metrics.UndefinedReason.NO_LOSSES;
import static org.evenkeel.metrics.UndefinedReason.NO_TRADE_DATA;
import static org.evenkeel.metrics.UndefinedReason.NO_WINS;
import static org.evenkeel.metrics.UndefinedReason.TOO_FEW_CLOSED_TRADES;

import java.util.List;
import java.util.Map;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.metrics.arrays.Trades;

/** The figures read from the ledger: money, trades and costs. */
final class LedgerFigures {

    private static final List<Metric> OF_EQUITY =
            List.of(Metric.INITIAL_EQUITY, Metric.FINAL_EQUITY, Metric.NET_FLOWS, Metric.PROFIT);

    private static final List<Metric> OF_TRADES = List.of(
            Metric.CLOSED_TRADES,
            Metric.WIN_RATE,
            Metric.PROFIT_FACTOR,
            Metric.EXPECTANCY,
            Metric.AVERAGE_WIN,
            Metric.AVERAGE_LOSS,
            Metric.SQN,
            Metric.EXPOSURE,
            Metric.TURNOVER,
            Metric.FEES_PAID,
            Metric.IMPACT_PAID,
            Metric.GAS_PAID,
            Metric.BRIDGES_PAID,
            Metric.COSTS_PAID);

    private LedgerFigures() {}

    static void addEquity(EquityCurve curve, Map<Metric, Figure> figures) {
        double initial = curve.equity()[0];
        double last = curve.equity()[curve.size() - 1];
        double[] flows = curve.findFlows().orElseGet(() -> new double[1]);
        double net = 0;
        for (int i = 1; i < flows.length; i++) {
            net += flows[i];
        }
        figures.put(Metric.INITIAL_EQUITY, Figure.value(initial));
        figures.put(Metric.FINAL_EQUITY, Figure.value(last));
        figures.put(Metric.NET_FLOWS, Figure.value(net));
        figures.put(Metric.PROFIT, Figure.value(last - initial - net));
    }

    static void addNoEquity(Map<Metric, Figure> figures) {
        OF_EQUITY.forEach(metric -> figures.put(metric, Figure.undefined(UndefinedReason.NO_EQUITY)));
    }

    static void addTrades(Series series, EquityCurve curve, TradeStatistics trades, Map<Metric, Figure> figures) {
        addProfits(trades.realisedProfits(), figures);
        figures.put(Metric.EXPOSURE, Figure.of(Returns.mean(trades.exposures()), NO_EXPOSURE_DATA));
        figures.put(Metric.TURNOVER, turnover(series, Returns.mean(curve.equity()), trades.volume()));
        addCosts(trades.costs(), figures);
    }

    private static void addCosts(TradeCosts costs, Map<Metric, Figure> figures) {
        figures.put(Metric.FEES_PAID, Figure.value(costs.fees()));
        figures.put(Metric.IMPACT_PAID, Figure.value(costs.impact()));
        figures.put(Metric.GAS_PAID, Figure.value(costs.gas()));
        figures.put(Metric.BRIDGES_PAID, Figure.value(costs.bridging()));
        figures.put(Metric.COSTS_PAID, Figure.value(costs.total()));
    }

    static void addNoTrades(Map<Metric, Figure> figures) {
        OF_TRADES.forEach(metric -> figures.put(metric, Figure.undefined(NO_TRADE_DATA)));
    }

    private static void addProfits(double[] profits, Map<Metric, Figure> figures) {
        boolean none = profits.length == 0;
        UndefinedReason noLoss = none ? NO_CLOSED_TRADES : NO_LOSSES;
        figures.put(Metric.CLOSED_TRADES, Figure.value(profits.length));
        figures.put(Metric.WIN_RATE, Figure.of(Trades.winRate(profits), NO_CLOSED_TRADES));
        figures.put(Metric.PROFIT_FACTOR, Figure.of(Trades.profitFactor(profits), noLoss));
        figures.put(Metric.EXPECTANCY, Figure.of(Trades.expectancy(profits), NO_CLOSED_TRADES));
        figures.put(Metric.AVERAGE_WIN, Figure.of(Trades.averageWin(profits), none ? NO_CLOSED_TRADES : NO_WINS));
        figures.put(Metric.AVERAGE_LOSS, Figure.of(Trades.averageLoss(profits), noLoss));
        figures.put(Metric.SQN, Figure.of(Trades.systemQuality(profits), TOO_FEW_CLOSED_TRADES));
    }

    private static Figure turnover(Series series, double meanEquity, double volume) {
        return series.scaled(series.overGrowth(
                () -> meanEquity > 0 ? volume / 2 / meanEquity / series.years() : Double.NaN, EQUITY_NOT_POSITIVE));
    }
}
