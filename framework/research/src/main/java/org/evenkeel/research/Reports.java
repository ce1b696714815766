package org.evenkeel.research;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.TradeCosts;
import org.evenkeel.metrics.TradeStatistics;

/** Every figure of some of a simulation's books. */
final class Reports {
    private final Simulation simulation;

    Reports(Simulation simulation) {
        this.simulation = simulation;
    }

    PerformanceReport of(MetricsOptions options, IntPredicate books) {
        double[] equity = new double[simulation.prices().rows()];
        double[] cash = new double[equity.length];
        double initial = 0;
        for (int book = 0; book < simulation.books(); book++) {
            if (books.test(book)) {
                add(simulation.bookEquity(book), equity);
                add(simulation.cash(book), cash);
                initial += simulation.initialCash(book);
            }
        }
        double[] exposures = IntStream.range(0, equity.length)
                .filter(row -> equity[row] > 0)
                .mapToDouble(row -> 1 - cash[row] / equity[row])
                .toArray();
        double[] curve = equity.clone();
        if (curve.length > 0) {
            curve[0] = initial;
        }
        return Metrics.of(
                MetricsInput.of(EquityCurve.of(simulation.prices().times(), curve))
                        .withTrades(trades(books, exposures)),
                options);
    }

    private TradeStatistics trades(IntPredicate books, double[] exposures) {
        Fills fills = simulation.fills();
        double volume = 0;
        double fees = 0;
        double slipped = 0;
        double slippage = simulation.account().costs().slippage();
        for (int trade = 0; trade < fills.count(); trade++) {
            if (books.test(simulation.bookOf(fills.asset(trade)))) {
                double quantity = fills.quantity(trade);
                volume += Math.abs(fills.proceeds(trade));
                fees += Math.max(0, fills.fee(trade));
                double mid = fills.price(trade) / (quantity > 0 ? 1 + slippage : 1 - slippage);
                slipped += Math.abs(quantity) * mid * slippage;
            }
        }
        double[] profits = simulation.positions().stream()
                .filter(position -> !position.span().open() && books.test(simulation.bookOf(position.asset())))
                .mapToDouble(Position::profit)
                .toArray();
        return new TradeStatistics(profits, volume, new TradeCosts(fees, slipped, 0, 0), exposures);
    }

    private static void add(double[] column, double[] sum) {
        for (int row = 0; row < sum.length; row++) {
            sum[row] += column[row];
        }
    }
}
