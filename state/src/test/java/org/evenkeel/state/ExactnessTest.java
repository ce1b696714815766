package org.evenkeel.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the fold against sums of its own over the same events, which know nothing of books and positions. */
class ExactnessTest {
    /** More digits than any amount has. */
    private static final MathContext WIDE = new MathContext(120);

    private record Account(String book, Token token) {}

    private record Asset(String book, TradingPair pair) {}

    /** What a trade took, and what there was of its asset before; null where it was the first. */
    private record End(
            boolean filled,
            BigDecimal taken,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal realised) {}

    /** What was added up: cash in exact decimals, holdings with their average cost to 120 digits. */
    private static final class Sums {
        final Map<Account, BigDecimal> cash = new HashMap<>();
        final Map<Asset, BigDecimal> quantities = new HashMap<>();
        final Map<Asset, BigDecimal> costs = new HashMap<>();
        final Map<Asset, BigDecimal> realised = new HashMap<>();
        final Map<Asset, Integer> sales = new HashMap<>();
        final Map<Long, End> ends = new HashMap<>();
        final Map<Long, PlannedTrade> plans = new HashMap<>();
        final Map<Long, Transfer> transfers = new HashMap<>();

        void add(Event event) {
            switch (event) {
                case Event.CashFlowed flow -> pay(flow.book(), flow.token(), flow.amount());
                case Event.TradePlanned planned -> plans.put(planned.trade().id(), planned.trade());
                case Event.TradeFilled filled -> fill(plans.get(filled.trade()), filled.fill());
                case Event.TradeFailed failed -> {
                    PlannedTrade plan = plans.get(failed.trade());
                    end(plan, BigDecimal.ZERO, failed.gas(), false);
                }
                case Event.TradeUndone undone -> undo(plans.get(undone.trade()));
                case Event.TransferStarted started -> {
                    Transfer transfer = started.transfer();
                    transfers.put(transfer.id(), transfer);
                    pay(
                            transfer.book(),
                            transfer.from(),
                            transfer.amounts().sent().negate());
                }
                case Event.TransferArrived arrived -> {
                    Transfer transfer = transfers.get(arrived.transfer());
                    BigDecimal planned = transfer.amounts().received();
                    pay(transfer.book(), transfer.to(), arrived.instead().orElse(planned));
                }
                case Event.TransferReturned returned -> {
                    Transfer transfer = transfers.get(returned.transfer());
                    pay(transfer.book(), transfer.from(), transfer.amounts().sent());
                }
                default -> {
                    // The others move nothing.
                }
            }
        }

        /** Books what a trade took from the reserve, and keeps what there was of the asset before. */
        private void end(PlannedTrade plan, BigDecimal paid, BigDecimal gas, boolean filled) {
            Asset asset = asset(plan);
            BigDecimal taken = plan.gasFromOutside() ? paid : paid.add(gas);
            pay(plan.book(), plan.reserve(), taken.negate());
            ends.put(plan.id(), new End(filled, taken, quantities.get(asset), costs.get(asset), realised.get(asset)));
        }

        private void undo(PlannedTrade plan) {
            Asset asset = asset(plan);
            End end = ends.remove(plan.id());
            pay(plan.book(), plan.reserve(), end.taken());
            if (!end.filled()) {
                return;
            }
            quantities.compute(asset, (same, now) -> end.quantity());
            costs.compute(asset, (same, now) -> end.cost());
            realised.compute(asset, (same, now) -> end.realised());
        }

        private static Asset asset(PlannedTrade plan) {
            return new Asset(plan.book(), plan.intent().pair());
        }

        private void pay(String book, Token token, BigDecimal amount) {
            cash.merge(new Account(book, token), amount, BigDecimal::add);
        }

        private void fill(PlannedTrade plan, Fill fill) {
            Asset asset = asset(plan);
            BigDecimal gas = fill.costs().gas();
            if (plan.intent().side() == Side.BUY) {
                BigDecimal spent = fill.value().add(gas);
                end(plan, fill.value(), gas, true);
                quantities.merge(asset, fill.quantity(), BigDecimal::add);
                costs.merge(asset, spent, BigDecimal::add);
            } else {
                BigDecimal received = fill.value().subtract(gas);
                end(plan, fill.value().negate(), gas, true);
                BigDecimal held = quantities.get(asset);
                BigDecimal share = fill.quantity().divide(held, WIDE);
                BigDecimal costOfSold = costs.get(asset).multiply(share, WIDE);
                quantities.put(asset, held.subtract(fill.quantity()));
                costs.put(asset, costs.get(asset).subtract(costOfSold));
                realised.merge(asset, received.subtract(costOfSold), BigDecimal::add);
                sales.merge(asset, 1, Integer::sum);
            }
        }
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual, Object what) {
        assertEquals(0, expected.compareTo(actual), () -> what + ": expected " + expected + ", was " + actual);
    }

    private static Stream<Position> positions(Portfolio book) {
        return Stream.concat(book.closedPositions().stream(), book.positions().stream());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void reserves_and_quantities_are_the_exact_sums_of_what_moved(long seed) {
        List<Event> events = RandomRun.events(seed, 400);
        Ledger ledger = new Ledger();
        Sums sums = new Sums();
        for (Event event : events) {
            ledger.apply(event);
            sums.add(event);
        }
        sums.cash.forEach((account, amount) ->
                assertSame(amount, ledger.book(account.book()).reserve(account.token()), account));
        sums.quantities.forEach((asset, quantity) -> assertSame(
                quantity,
                ledger.book(asset.book())
                        .findPosition(asset.pair())
                        .map(Position::quantity)
                        .orElse(BigDecimal.ZERO),
                asset));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void cost_and_profit_are_the_average_cost_to_twelve_decimals(long seed) {
        Ledger ledger = new Ledger();
        Sums sums = new Sums();
        for (Event event : RandomRun.events(seed, 400)) {
            ledger.apply(event);
            sums.add(event);
        }
        sums.realised.forEach((asset, expected) -> {
            BigDecimal actual = positions(ledger.book(asset.book()))
                    .filter(position -> position.pair().equals(asset.pair()))
                    .map(position -> position.totals().realised())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            // Each sale rounds once, to twelve decimals.
            BigDecimal tolerance = BigDecimal.valueOf(sums.sales.get(asset), 12);
            assertTrue(
                    actual.subtract(expected).abs().compareTo(tolerance) <= 0,
                    () -> asset + ": expected " + expected + ", was " + actual);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void what_was_bought_is_what_was_sold_less_the_profit_plus_what_is_left(long seed) {
        Ledger ledger = new Ledger();
        RandomRun.events(seed, 400).forEach(ledger::apply);
        for (Portfolio book : ledger.books()) {
            positions(book).forEach(position -> {
                Position.Totals totals = position.totals();
                BigDecimal left = position.holding().cost();
                assertSame(
                        totals.bought(),
                        totals.sold().subtract(totals.realised()).add(left),
                        position);
                assertTrue(left.signum() >= 0 && position.quantity().signum() >= 0, position::toString);
                assertTrue(position.isOpen()
                        || (left.signum() == 0 && position.quantity().signum() == 0));
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void the_profit_of_all_sales_is_the_profit_of_all_positions(long seed) {
        Ledger ledger = new Ledger();
        RandomRun.events(seed, 400).forEach(ledger::apply);
        for (Portfolio book : ledger.books()) {
            BigDecimal ofTrades = book.trades().stream()
                    .flatMap(trade -> trade.filled().stream())
                    .map(Trade.Filled::realised)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal ofPositions = positions(book)
                    .map(position -> position.totals().realised())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertSame(ofPositions, ofTrades, book.book());
        }
    }
}
