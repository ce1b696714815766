package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

/**
 * Books kept beside the ledger, from the events alone and in exact decimals: one line for each token and each pair. It
 * knows no positions, averages or portfolios.
 */
final class PlainBooks {
    private final Map<Token, BigDecimal> cash = new HashMap<>();
    private final Map<TradingPair, BigDecimal> held = new HashMap<>();
    private final Map<Long, PlannedTrade> open = new HashMap<>();
    private final Map<Long, Transfer> inFlight = new HashMap<>();
    private final Set<Long> ended = new HashSet<>();
    private BigDecimal deposits = BigDecimal.ZERO;
    private BigDecimal bought = BigDecimal.ZERO;
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal gas = BigDecimal.ZERO;
    private BigDecimal bridges = BigDecimal.ZERO;

    void add(Event event) {
        switch (event) {
            case Event.CashFlowed flow -> {
                deposits = deposits.add(flow.amount());
                pay(flow.token(), flow.amount().negate());
            }
            case Event.TradePlanned planned -> open.put(planned.trade().id(), planned.trade());
            case Event.TradeFilled filled -> fill(end(filled.trade()), filled.fill());
            case Event.TradeFailed failed -> {
                gas = gas.add(failed.gas());
                pay(end(failed.trade()).reserve(), failed.gas());
            }
            case Event.TransferStarted started -> {
                inFlight.put(started.transfer().id(), started.transfer());
                pay(started.transfer().from(), started.transfer().amounts().sent());
            }
            case Event.TransferArrived arrived -> {
                Transfer transfer = inFlight.remove(arrived.transfer());
                pay(transfer.to(), transfer.amounts().received().negate());
                bridges = bridges.add(transfer.cost());
            }
            case Event.TransferReturned returned ->
                throw new AssertionError("a simulated bridge gave back transfer " + returned.transfer());
            default -> {
                // The others move nothing.
            }
        }
    }

    private PlannedTrade end(long trade) {
        assertTrue(ended.add(trade), "trade " + trade + " ended twice");
        PlannedTrade plan = open.remove(trade);
        assertTrue(plan != null, "trade " + trade + " was not on record before it was executed");
        return plan;
    }

    private void fill(PlannedTrade plan, Fill fill) {
        boolean buy = plan.intent().side() == Side.BUY;
        BigDecimal fillGas = fill.costs().gas();
        gas = gas.add(fillGas);
        if (buy) {
            bought = bought.add(fill.value());
            pay(plan.reserve(), fill.value().add(fillGas));
            change(plan.intent().pair(), fill.quantity());
        } else {
            sold = sold.add(fill.value());
            pay(plan.reserve(), fillGas.subtract(fill.value()));
            change(plan.intent().pair(), fill.quantity().negate());
        }
    }

    private void pay(Token token, BigDecimal amount) {
        BigDecimal left = cash.getOrDefault(token, BigDecimal.ZERO).subtract(amount);
        assertTrue(left.signum() >= 0, "the cash in " + token + " on " + token.chain() + " is " + left);
        cash.put(token, left);
    }

    private void change(TradingPair pair, BigDecimal quantity) {
        BigDecimal left = held.getOrDefault(pair, BigDecimal.ZERO).add(quantity);
        assertTrue(left.signum() >= 0, left + " is held of " + pair);
        held.put(pair, left);
    }

    /** The book has just what the events leave, and every cent of it is accounted for. */
    void assertAgreesWith(Portfolio book) {
        cash.forEach((token, amount) -> assertSame(amount, book.reserve(token), "the reserve of " + token));
        held.forEach((pair, quantity) -> assertSame(
                quantity,
                book.findPosition(pair).map(Position::quantity).orElse(BigDecimal.ZERO),
                "the quantity of " + pair));
        book.positions().forEach(position -> assertTrue(held.containsKey(position.pair()), position.toString()));
        assertEquals(inFlight.size(), book.inFlight().size());
        BigDecimal flying = BigDecimal.ZERO;
        for (Transfer transfer : inFlight.values()) {
            flying = flying.add(transfer.amounts().sent());
        }
        BigDecimal all = cash.values().stream().reduce(flying.add(bridges), BigDecimal::add);
        assertSame(deposits.subtract(bought).add(sold).subtract(gas), all, "the money");
        assertProfitsAddUp(book);
    }

    /** deposits + profits realised = money + what the holdings cost + what failed trades and bridges took */
    private void assertProfitsAddUp(Portfolio book) {
        BigDecimal realised = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Position position : book.closedPositions()) {
            realised = realised.add(position.totals().realised());
            assertEquals(0, position.holding().quantity().signum(), "closed and holding something: " + position);
            assertSame(BigDecimal.ZERO, position.holding().cost(), "the cost of what is closed");
        }
        for (Position position : book.positions()) {
            realised = realised.add(position.totals().realised());
            cost = cost.add(position.holding().cost());
        }
        BigDecimal money = deposits.subtract(bought).add(sold).subtract(gas);
        BigDecimal lost = book.trades().stream()
                .flatMap(trade -> trade.end().stream())
                .map(end -> end instanceof Trade.Failed failed ? failed.gas() : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertSame(deposits.add(realised).subtract(cost).subtract(lost), money, "profits and costs");
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual, String what) {
        assertTrue(expected.compareTo(actual) == 0, what + ": " + actual + " instead of " + expected);
    }
}
