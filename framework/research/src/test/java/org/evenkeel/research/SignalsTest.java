package org.evenkeel.research;

import static org.evenkeel.research.Walks.at;
import static org.evenkeel.research.Walks.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.market.FeeMode;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

/** What an entry, an exit and a stop do; and many of them, held against a loop that is written out. */
final class SignalsTest {
    private static final Account FREE = Account.of(1000, 0);

    /** Candles of one asset, as open, high, low, close. */
    private static PriceTable candles(double[]... candles) {
        double[][][] columns = new double[4][1][candles.length];
        for (int row = 0; row < candles.length; row++) {
            for (int column = 0; column < 4; column++) {
                columns[column][0][row] = candles[row][column];
            }
        }
        PriceTable.Ranges ranges = new PriceTable.Ranges(columns[0], columns[1], columns[2]);
        return new PriceTable(List.of("A"), Walks.times(candles.length), columns[3], Optional.of(ranges), 0);
    }

    private static double[] candle(double open, double high, double low, double close) {
        return new double[] {open, high, low, close};
    }

    private static final double[] AT_100 = candle(100, 100, 100, 100);

    private static void assertSold(PriceTable prices, Stops stops, int row, double price, OrderReason reason) {
        int rows = prices.rows();
        SignalOrders signals = SignalOrders.of(at(rows, 0), at(rows)).with(stops);
        Fills fills = Simulation.fromSignals(prices, signals, FREE).fills();
        assertEquals(2, fills.count());
        assertEquals(row, fills.row(1));
        assertEquals(price, fills.price(1), 1e-12);
        assertEquals(reason, fills.reason(1));
    }

    @Test
    void a_stop_loss_fills_at_the_stop_when_the_low_reaches_it() {
        PriceTable prices = candles(AT_100, candle(99, 99, 90, 95), AT_100);
        assertSold(prices, Stops.loss(0.9), 1, 90, OrderReason.STOP_LOSS);
    }

    @Test
    void a_stop_loss_fills_at_the_open_when_the_row_gaps_through_it() {
        PriceTable prices = candles(AT_100, candle(80, 99, 70, 95), AT_100);
        assertSold(prices, Stops.loss(0.9), 1, 80, OrderReason.STOP_LOSS);
    }

    @Test
    void a_take_profit_fills_at_the_target_or_at_the_open_beyond_it() {
        assertSold(candles(AT_100, candle(105, 112, 104, 106)), Stops.takeProfit(1.1), 1, 110, OrderReason.TAKE_PROFIT);
        assertSold(candles(AT_100, candle(120, 125, 90, 100)), Stops.takeProfit(1.1), 1, 120, OrderReason.TAKE_PROFIT);
    }

    @Test
    void where_a_row_touches_both_the_stop_counts() {
        PriceTable prices = candles(AT_100, candle(100, 120, 80, 110));
        assertSold(prices, Stops.loss(0.9).withTakeProfit(1.1), 1, 90, OrderReason.STOP_LOSS);
    }

    @Test
    void a_trailing_stop_is_raised_by_the_high_of_a_row_only_from_the_next_row_on() {
        PriceTable prices = candles(AT_100, candle(100, 200, 110, 150), candle(190, 195, 170, 175));
        assertSold(prices, Stops.trailing(0.9), 2, 180, OrderReason.TRAILING_STOP);
    }

    @Test
    void the_row_of_the_entry_itself_stops_nothing_for_it_is_over() {
        PriceTable prices = candles(candle(100, 100, 10, 100), AT_100, candle(50, 60, 40, 55));
        assertSold(prices, Stops.loss(0.9), 2, 50, OrderReason.STOP_LOSS);
    }

    @Test
    void without_highs_and_lows_a_stop_fills_at_the_close_that_is_beyond_it() {
        assertSold(one(100, 95, 80, 100), Stops.loss(0.9), 2, 80, OrderReason.STOP_LOSS);
    }

    @Test
    void a_later_buy_moves_the_stop_with_the_average_entry_price() {
        SignalOrders.Size size = SignalOrders.Size.of(1, SizeType.AMOUNT).accumulating();
        SignalOrders signals = SignalOrders.of(at(5, 0, 1), at(5)).with(size).with(Stops.loss(0.9));
        Fills fills = Simulation.fromSignals(one(100, 200, 136, 135, 100), signals, FREE)
                .fills();
        assertEquals(3, fills.count());
        assertEquals(3, fills.row(2), "the entry price is 150, and 136 is above 135");
        assertEquals(-2, fills.quantity(2));
    }

    @Test
    void a_stopped_position_is_entered_again_by_a_signal_in_the_same_row() {
        PriceTable prices = candles(AT_100, candle(95, 95, 85, 92), candle(92, 93, 91, 93));
        SignalOrders signals = SignalOrders.of(at(3, 0, 1), at(3)).with(Stops.loss(0.9));
        Simulation simulation = Simulation.fromSignals(prices, signals, FREE);
        assertEquals(3, simulation.fills().count());
        assertEquals(1, simulation.fills().row(2));
        assertEquals(900.0 / 92 * 93, simulation.equity()[2], 1e-9);
    }

    @Test
    void an_entry_and_an_exit_in_one_row_do_nothing_and_so_do_an_entry_when_in_and_an_exit_when_out() {
        SignalOrders signals = SignalOrders.of(at(6, 1, 2, 4), at(6, 0, 1, 3));
        Simulation simulation = Simulation.fromSignals(one(1, 2, 4, 8, 16, 32), signals, FREE);
        Fills fills = simulation.fills();
        assertEquals(List.of(2, 3, 4), List.of(fills.row(0), fills.row(1), fills.row(2)));
        assertEquals(1000.0 * 2 * 2, simulation.equity()[5], 1e-9);
    }

    @Test
    void a_signal_where_there_is_no_price_is_lost_and_the_log_says_so() {
        SignalOrders signals = SignalOrders.of(at(3, 1), at(3));
        Simulation simulation = Simulation.fromSignals(one(1, Double.NaN, 2), signals, FREE);
        assertEquals(0, simulation.fills().count());
        assertEquals(OrderOutcome.NO_PRICE, simulation.orders().outcome(0));
    }

    @Test
    void a_shared_book_is_spent_by_whoever_comes_first() {
        PriceTable prices = new PriceTable(List.of("A", "B"), Walks.times(2), new double[][] {{10, 20}, {10, 40}});
        boolean[][] entries = {{true, false}, {true, false}};
        SignalOrders signals = SignalOrders.of(entries, new boolean[2][2]).with(Books.shared(CallOrder.GIVEN));
        Simulation given = Simulation.fromSignals(prices, signals, FREE);
        assertEquals(2000, given.equity()[1], 1e-9);
        assertEquals(OrderOutcome.NO_CASH, given.orders().outcome(1));
        Simulation scaled = Simulation.fromSignals(prices, signals.with(Books.shared(CallOrder.BUYS_SCALED)), FREE);
        assertEquals(500 * 2 + 500 * 4, scaled.equity()[1], 1e-9);
    }

    @Test
    void each_entry_may_have_a_size_of_its_own_of_any_type() {
        double[][] halves = {{0.5, Double.NaN, 0.5, 0.25}};
        SignalOrders.Size size = new SignalOrders.Size(halves, SizeType.TARGET_PERCENT, Valuation.MID, true);
        SignalOrders signals = SignalOrders.of(at(4, 0, 1, 2, 3), at(4)).with(size);
        Simulation simulation = Simulation.fromSignals(one(10, 10, 20, 20), signals, FREE);
        assertEquals(50, simulation.held(0)[1], 1e-9);
        assertEquals(1500 * 0.5 / 20, simulation.held(0)[2], 1e-9);
        assertEquals(1500 * 0.25 / 20, simulation.held(0)[3], 1e-9);
        for (SizeType type : SizeType.values()) {
            SignalOrders once = SignalOrders.of(at(4, 0), at(4, 3)).with(SignalOrders.Size.of(0.5, type));
            Fills fills =
                    Simulation.fromSignals(one(10, 10, 20, 20), once, FREE).fills();
            assertEquals(2, fills.count(), type.toString());
            assertEquals(fills.quantity(0), -fills.quantity(1), type.toString());
        }
    }

    @Test
    void stops_that_make_no_sense_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Stops.loss(1));
        assertThrows(IllegalArgumentException.class, () -> Stops.trailing(-0.1));
        assertThrows(IllegalArgumentException.class, () -> Stops.takeProfit(1));
        assertThrows(IllegalArgumentException.class, () -> Stops.takeProfit(Double.NaN));
    }

    /** One asset, all cash in and out, with stops: as a plain loop over its candles. */
    private static double[] plain(PriceTable prices, SignalOrders signals, Account account, int asset) {
        Costs.Fee fee = account.costs().fee(asset);
        double slip = account.costs().slippage();
        double keepIn = fee.mode() == FeeMode.ON_TOP ? 1 / (1 + fee.rate()) : 1 - fee.rate();
        double keepOut = 1 - fee.rate();
        double cash = account.cash() / prices.assets().size();
        double units = 0;
        double entry = 0;
        double peak = 0;
        double last = 0;
        double[] equity = new double[prices.rows()];
        PriceTable.Ranges ranges = prices.ranges().orElseThrow();
        for (int row = 0; row < equity.length; row++) {
            double close = prices.closes()[asset][row];
            if (!Double.isNaN(close)) {
                last = close;
                double open = ranges.opens()[asset][row];
                double floor =
                        Math.max(signals.stops().loss() * entry, signals.stops().trailing() * peak);
                double target = signals.stops().takeProfit() * entry;
                double exit = 0;
                if (units > 0 && ranges.lows()[asset][row] <= floor) {
                    exit = Math.min(open, floor);
                } else if (units > 0 && ranges.highs()[asset][row] >= target) {
                    exit = Math.max(open, target);
                }
                peak = Math.max(peak, ranges.highs()[asset][row]);
                boolean in = row >= prices.start() && signals.entries()[asset][row] && !signals.exits()[asset][row];
                boolean out = signals.exits()[asset][row] && !signals.entries()[asset][row];
                exit = exit == 0 && units > 0 && out ? close : exit;
                if (exit > 0) {
                    cash = units * exit * (1 - slip) * keepOut;
                    units = 0;
                }
                if (in && units == 0) {
                    units = cash * keepIn / (close * (1 + slip));
                    cash = 0;
                    entry = close;
                    peak = close;
                }
            }
            equity[row] = cash + units * last;
        }
        return equity;
    }

    @SeededTest
    void equity_is_that_of_a_loop_that_is_written_out(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 10; round++) {
            PriceTable prices = Walks.candles(random);
            int assets = prices.assets().size();
            Stops stops = new Stops(
                    random.nextBoolean() ? 0 : random.nextDouble(0.8, 0.99),
                    random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextDouble(1.01, 1.3),
                    random.nextBoolean() ? 0 : random.nextDouble(0.8, 0.99));
            SignalOrders signals = SignalOrders.of(Walks.words(assets, 5, random), Walks.words(assets, 9, random))
                    .with(stops);
            Account account = new Account(1000, Walks.costs(random));
            Simulation simulation = Simulation.fromSignals(prices, signals, account);
            for (int asset = 0; asset < assets; asset++) {
                double[] expected = plain(prices, signals, account, asset);
                double[] actual = simulation.equity(asset);
                for (int row = 0; row < expected.length; row++) {
                    assertEquals(expected[row], actual[row], 1e-9 * expected[row], "row " + row);
                }
            }
        }
    }
}
