package org.evenkeel.research;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.TradeCosts;
import org.evenkeel.metrics.TradeStatistics;

/** What the figures of some of a simulation's books are made from. */
final class Reports {
    private final Simulation simulation;

    Reports(Simulation simulation) {
        this.simulation = simulation;
    }

    MetricsInput input(IntPredicate books) {
        return MetricsInput.of(curve(books)).withTrades(trades(books));
    }

    EquityCurve curve(IntPredicate books) {
        int start = simulation.prices().start();
        double[] equity = sum(simulation::bookEquity, books);
        if (equity.length > 0) {
            // Added up like the rows that follow: a book that never trades must not return what rounding leaves.
            equity[0] = chosen(books).mapToDouble(simulation::initialCash).reduce(0, Double::sum);
        }
        long[] times = simulation.prices().times();
        return EquityCurve.of(Arrays.copyOfRange(times, start, times.length), equity);
    }

    private double[] exposures(IntPredicate books) {
        double[] equity = sum(simulation::bookEquity, books);
        double[] cash = sum(simulation::cash, books);
        return IntStream.range(0, equity.length)
                .filter(row -> equity[row] > 0)
                .mapToDouble(row -> 1 - cash[row] / equity[row])
                .toArray();
    }

    private IntStream chosen(IntPredicate books) {
        return IntStream.range(0, simulation.books()).filter(books);
    }

    /** From the start on. */
    private double[] sum(IntFunction<double[]> columns, IntPredicate books) {
        int start = simulation.prices().start();
        double[] sum = new double[simulation.prices().rows() - start];
        chosen(books).mapToObj(columns).forEach(column -> {
            for (int row = 0; row < sum.length; row++) {
                sum[row] += column[start + row];
            }
        });
        return sum;
    }

    private TradeStatistics trades(IntPredicate books) {
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
        return new TradeStatistics(profits, volume, new TradeCosts(fees, slipped, 0, 0), exposures(books));
    }
}
