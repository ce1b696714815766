package org.evenkeel.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.research.Account;
import org.evenkeel.research.Costs;
import org.evenkeel.research.Fills;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.Simulation;
import org.evenkeel.research.Vectorised;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;

/**
 * One rule run both ways: event by event with fills at the close that the decision saw, and vectorised on a table of
 * those closes. There is so much cash that the ledger's rounding to whole millionths of a dollar is no more than
 * noise.
 */
final class Twin {
    static final double CASH = 1e9;

    /** What is owned after the trades of a tick. */
    record Books(double cash, Map<TradingPair, Double> held) {}

    /** A trade in the row that it belongs to; quantities of sales are negative. */
    record Deal(int row, int asset, double quantity, double fee) {}

    private final Backtest backtest;
    private final TickTable.Prices table;
    private final Map<Long, Books> books = new TreeMap<>();
    private final Portfolio book;
    private final Simulation simulation;

    /** Both from the beginning of the data; see {@link #Twin(Function, Map, MarketDataSet, TickTable, double)}. */
    Twin(
            Function<Parameters, ? extends Strategy> factory,
            Map<String, String> set,
            MarketDataSet data,
            TickTable rows) {
        this(factory, set, data, rows, 0);
    }

    /**
     * @param factory makes the strategy, which must be {@link Vectorised} too
     * @param set what is set, the cycle among it
     * @param rows which rows the table has
     * @param share of the rows that come before the first decision
     */
    Twin(
            Function<Parameters, ? extends Strategy> factory,
            Map<String, String> set,
            MarketDataSet data,
            TickTable rows,
            double share) {
        Map<String, String> whole = new HashMap<>(set);
        whole.put("fill", "close");
        whole.put("initialCash", Double.toString(CASH));
        backtest = Backtest.prepare(factory, whole, data);
        TickTable.Prices all = rows.of(backtest);
        long start = all.prices().times()[(int) (share * all.prices().rows())];
        table = new TickTable.Prices(all.prices().startingAt(start), all.pairs());
        book = run();
        List<Costs.Fee> fees = table.pairs().stream()
                .map(pair -> new Costs.Fee(pair.fee(), pair.exchange().feeMode()))
                .toList();
        simulation =
                Simulation.of((Vectorised) backtest.strategy(), table.prices(), new Account(CASH, Costs.each(fees)));
    }

    private Portfolio run() {
        PriceTable prices = table.prices();
        Instant first = Instant.ofEpochMilli(prices.times()[prices.start()]);
        Instant last = Instant.ofEpochMilli(prices.times()[prices.rows() - 1]);
        Backtest.Period period = new Backtest.Period(first, last.plusMillis(1));
        List<Ledger> ledgers = new ArrayList<>();
        Ledger ledger = new Ledger(event -> note(event, ledgers));
        ledgers.add(ledger);
        backtest.open(ledger, backtest.info("twin", "nowhere"), period);
        backtest.run(period, ledger, CycleListener.NONE);
        return ledger.book(Ledger.MAIN_BOOK);
    }

    private void note(Event event, List<Ledger> ledgers) {
        if (event instanceof Event.CycleClosed closed) {
            Portfolio book = ledgers.getFirst().book(Ledger.MAIN_BOOK);
            Map<TradingPair, Double> held = new HashMap<>();
            for (Position position : book.positions()) {
                held.put(position.pair(), position.quantity().doubleValue());
            }
            double cash = book.reserves().values().stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
            books.put(closed.at().toEpochMilli(), new Books(cash, held));
        }
    }

    /** What the engine valued the book at, tick by tick. */
    EquityCurve engineCurve() {
        long[] times = prices().times();
        var curve = book.equityCurve();
        // After the last tick comes the end, a moment later.
        int points = (int) Arrays.stream(curve.times())
                .filter(time -> time <= times[times.length - 1])
                .count();
        return EquityCurve.of(Arrays.copyOf(curve.times(), points), Arrays.copyOf(curve.equity(), points));
    }

    PriceTable prices() {
        return table.prices();
    }

    List<TradingPair> pairs() {
        return table.pairs();
    }

    Simulation simulation() {
        return simulation;
    }

    /** What the ledger had after the tick of a row. */
    Books books(int row) {
        Books found = books.get(prices().times()[row]);
        if (found == null) {
            throw new AssertionError("There was no decision at row " + row);
        }
        return found;
    }

    /** The engine's trades, by row and asset. */
    List<Deal> engineDeals() {
        List<Deal> deals = new ArrayList<>();
        for (Trade trade : book.trades()) {
            trade.filled().ifPresent(filled -> {
                boolean buy = trade.plan().intent().side() == Side.BUY;
                double quantity = filled.fill().quantity().doubleValue();
                deals.add(new Deal(
                        row(filled.at(), trade.plan().intent().reason().isTrigger()),
                        pairs().indexOf(trade.plan().intent().pair()),
                        buy ? quantity : -quantity,
                        filled.fill().costs().fee().doubleValue()));
            });
        }
        return sorted(deals);
    }

    /** A decision's trade belongs to the row of its tick; a trigger's to the row that closes after it. */
    private int row(Instant at, boolean triggered) {
        long[] times = prices().times();
        int row = 0;
        while (times[row] < at.toEpochMilli() || (triggered && times[row] == at.toEpochMilli())) {
            row++;
        }
        return row;
    }

    /** The simulation's trades, by row and asset. */
    List<Deal> simulatedDeals() {
        Fills fills = simulation.fills();
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < fills.count(); i++) {
            deals.add(new Deal(fills.row(i), fills.asset(i), fills.quantity(i), fills.fee(i)));
        }
        return sorted(deals);
    }

    /** In a stable order: where an asset is stopped and entered again in one row, the stop comes first in both. */
    private static List<Deal> sorted(List<Deal> deals) {
        deals.sort(Comparator.comparingInt(Deal::row).thenComparingInt(Deal::asset));
        return deals;
    }
}
