package org.evenkeel.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.state.model.TriggerFactors;

/** Every kind of event that contradicts what a ledger has folded so far, by a name for each kind. */
final class Contradictions {
    private static final BigDecimal FORTUNE = new BigDecimal("1000000000000");
    private static final Token STRANGER = new Token(TestMarket.ETHEREUM, "0xstranger", "USDC", 6);
    private static final TradingPair STRANGE_PAIR = new TradingPair(
            101, new Exchange("uniswap-v2", FeeMode.FROM_INPUT), STRANGER, TestMarket.USDC, 30, PriceUnit.USD);
    private static final Cycle.Result NO_RESULT = new Cycle.Result(0, 0, List.of());
    private static final Cycle.Decision NO_DECISION = new Cycle.Decision(List.of(), Cycle.Notes.NONE);
    private static final Instant LATE = Instant.parse("2200-01-01T00:00:00Z");

    private final Ledger ledger;
    private final Map<String, Event> found = new LinkedHashMap<>();

    private Contradictions(Ledger ledger) {
        this.ledger = ledger;
    }

    static Map<String, Event> of(Ledger ledger) {
        Contradictions search = new Contradictions(ledger);
        search.general();
        ledger.books().forEach(search::ofBook);
        return search.found;
    }

    private void general() {
        found.put("opened twice", new Event.LedgerOpened(LATE, TestMarket.info()));
        found.put(
                "a book that begins with a withdrawal",
                new Event.CashFlowed(LATE, "new book", TestMarket.USDC, BigDecimal.ONE.negate()));
        found.put("cash of a strange token", new Event.CashFlowed(LATE, "main", STRANGER, BigDecimal.ONE));
        found.put("a decision of no book", decided("no book", 1, LATE, 7, NO_DECISION));
        found.put("the value of no book", new Event.Valued(LATE, "no book", 1, 1));
        found.put("the end of a cycle of no book", new Event.CycleClosed(LATE, "no book", 1, NO_RESULT));
        found.put("a plan of no book", planned("no book", ledger.nextTrade(), 0, TestMarket.WETH_USDC));
        found.put("a fill of no trade", filled(ledger.nextTrade(), fill("1", "1", "0")));
        found.put("a fill of trade 0", filled(0, fill("1", "1", "0")));
        found.put("a failure of no trade", failed(ledger.nextTrade(), "0"));
        found.put("no trade undone", new Event.TradeUndone(LATE, ledger.nextTrade()));
        found.put("no trade unknown", new Event.TradeUnknown(LATE, Long.MAX_VALUE));
        found.put("a trigger of no position", trigger(Long.MAX_VALUE));
        found.put("a watch on no position", watch(-1));
        found.put("the arrival of no transfer", new Event.TransferArrived(LATE, ledger.nextTransfer()));
        found.put("the return of no transfer", new Event.TransferReturned(LATE, ledger.nextTransfer()));
        found.put("a transfer of no book", started("no book", ledger.nextTransfer(), "1", TestMarket.USDT));
    }

    private void ofBook(Portfolio book) {
        String name = book.book();
        int next = book.cycles().size() + 1;
        found.put(
                "a withdrawal of more than there is",
                new Event.CashFlowed(LATE, name, TestMarket.USDC, FORTUNE.negate()));
        found.put("a skipped cycle", decided(name, next + 1, LATE, 7, NO_DECISION));
        found.put("a cycle once more", decided(name, next - 1, LATE, 7, NO_DECISION));
        found.put("too few prices", decided(name, next, LATE, 6, NO_DECISION));
        found.put(
                "an intent in a strange pair",
                decided(name, next, LATE, 7, new Cycle.Decision(List.of(buy(STRANGE_PAIR)), Cycle.Notes.NONE)));
        found.put("a cycle closed that was not begun", new Event.CycleClosed(LATE, name, next + 1, NO_RESULT));
        found.put("an outcome of a strange pair", new Event.CycleClosed(LATE, name, next, strangeResult()));
        if (book.openCycle().isPresent()) {
            found.put("a cycle in a cycle", decided(name, next, LATE, 7, NO_DECISION));
        } else {
            found.put("a cycle closed twice", new Event.CycleClosed(LATE, name, next - 1, NO_RESULT));
        }
        int current = next - (book.openCycle().isPresent() ? 0 : 1);
        found.put("a skipped trade", planned(name, ledger.nextTrade() + 1, current, TestMarket.WETH_USDC));
        found.put("a plan for a later cycle", planned(name, ledger.nextTrade(), current + 1, TestMarket.WETH_USDC));
        found.put("a plan in a strange pair", planned(name, ledger.nextTrade(), current, STRANGE_PAIR));
        found.put("a skipped transfer", started(name, ledger.nextTransfer() + 1, "0.000001", TestMarket.USDT));
        found.put(
                "a transfer of more than there is",
                started(name, ledger.nextTransfer(), FORTUNE.toPlainString(), TestMarket.USDT));
        found.put("a transfer to a strange token", started(name, ledger.nextTransfer(), "0.000001", STRANGER));
        inThePast(book, next);
        book.trades().forEach(trade -> ofTrade(book, trade));
        book.closedPositions().forEach(position -> {
            found.put("a trigger of a closed position", trigger(position.id()));
            found.put("a watch on a closed position", watch(position.id()));
        });
        book.transfers()
                .forEach(transfer -> found.put("a second arrival", new Event.TransferArrived(LATE, transfer.id())));
        book.transfers()
                .forEach(transfer ->
                        found.put("the return of what arrived", new Event.TransferReturned(LATE, transfer.id())));
        book.returnedTransfers()
                .forEach(transfer -> found.put("a second return", new Event.TransferReturned(LATE, transfer.id())));
        book.returnedTransfers()
                .forEach(transfer ->
                        found.put("the arrival of what came back", new Event.TransferArrived(LATE, transfer.id())));
    }

    private void inThePast(Portfolio book, int next) {
        EquityCurve curve = book.equityCurve();
        if (curve.size() > 0) {
            Instant before = curve.time(curve.size() - 1).minusMillis(1);
            found.put("a value in the past", new Event.Valued(before, book.book(), 1, 1));
            if (book.openCycle().isEmpty()) {
                found.put("a decision in the past", decided(book.book(), next, before, 7, NO_DECISION));
            }
        }
    }

    private void ofTrade(Portfolio book, Trade trade) {
        long id = trade.plan().id();
        if (trade.end().isPresent()) {
            String end = trade.status() == TradeStatus.FILLED ? "filled" : "failed";
            found.put("a " + end + " trade that fills", filled(id, fill("1", "0.000001", "0")));
            found.put("a " + end + " trade that fails", failed(id, "0"));
            found.put("a " + end + " trade that is unknown", new Event.TradeUnknown(LATE, id));
            ofUndoing(book, trade);
            return;
        }
        found.put("an open trade undone", new Event.TradeUndone(LATE, id));
        if (trade.status() == TradeStatus.UNKNOWN) {
            found.put("an unknown trade that is unknown", new Event.TradeUnknown(LATE, id));
        }
        boolean paysGas = !trade.plan().gasFromOutside();
        if (paysGas) {
            found.put("gas of a failure that cash cannot pay", failed(id, FORTUNE.toPlainString()));
        }
        found.put(
                "a fill through a strange pool",
                filled(
                        id,
                        new Fill(
                                BigDecimal.ONE,
                                BigDecimal.ZERO,
                                1,
                                Costs.NONE,
                                RoutePart.whole(List.of(STRANGE_PAIR)))));
        if (trade.plan().intent().side() == Side.BUY) {
            found.put("a buy that cash cannot pay", filled(id, fill("1", FORTUNE.toPlainString(), "0")));
            if (paysGas) {
                found.put("a buy whose gas cash cannot pay", filled(id, fill("1", "0", FORTUNE.toPlainString())));
            }
        } else {
            ofSale(book, trade);
        }
    }

    private void ofUndoing(Portfolio book, Trade trade) {
        long id = trade.plan().id();
        if (!trade.canBeUndone()) {
            found.put("a trade undone that was never on a chain", new Event.TradeUndone(LATE, id));
        }
        long position = trade.filled().map(Trade.Filled::position).orElse(0L);
        boolean later = book.trades().stream()
                .filter(other -> other.plan().id() > id)
                .anyMatch(other -> other.filled()
                        .filter(filled -> filled.position() == position)
                        .isPresent());
        if (later) {
            found.put("a trade undone that a later one rests on", new Event.TradeUndone(LATE, id));
        }
    }

    private void ofSale(Portfolio book, Trade trade) {
        long id = trade.plan().id();
        book.findPosition(trade.plan().intent().pair())
                .map(Position::quantity)
                .ifPresentOrElse(
                        held -> {
                            found.put(
                                    "a sale of more than is held",
                                    filled(id, fill(held.add(BigDecimal.ONE).toPlainString(), "1", "0")));
                            if (!trade.plan().gasFromOutside()) {
                                found.put(
                                        "a sale whose gas cash cannot pay",
                                        filled(id, fill(held.toPlainString(), "1", FORTUNE.toPlainString())));
                            }
                        },
                        () -> found.put("a sale of nothing", filled(id, fill("1", "1", "0"))));
    }

    private static Event decided(String book, int cycle, Instant at, int prices, Cycle.Decision decision) {
        return new Event.Decided(at, book, cycle, new Cycle.Inputs(1, 1, new double[prices]), decision);
    }

    private static TradeIntent buy(TradingPair pair) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.ONE), TradeReason.ORDER);
    }

    private static Event planned(String book, long id, int cycle, TradingPair pair) {
        return new Event.TradePlanned(LATE, new PlannedTrade(id, book, cycle, TestMarket.USDC, buy(pair)));
    }

    private static Fill fill(String quantity, String value, String gas) {
        Costs costs = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(gas));
        return new Fill(new BigDecimal(quantity), new BigDecimal(value), 1, costs, List.of());
    }

    private static Event filled(long trade, Fill fill) {
        return new Event.TradeFilled(LATE, trade, fill);
    }

    private static Event failed(long trade, String gas) {
        return new Event.TradeFailed(LATE, trade, Outcome.REVERTED, new BigDecimal(gas));
    }

    private static Event trigger(long position) {
        return new Event.TriggerFired(LATE, position, TradeReason.STOP_LOSS, 1);
    }

    private static Event watch(long position) {
        return new Event.WatchChanged(LATE, position, new Position.Watch(TriggerFactors.NONE, 1, Optional.empty()));
    }

    private static Event started(String book, long id, String sent, Token to) {
        Transfer.Amounts amounts = new Transfer.Amounts(new BigDecimal(sent), BigDecimal.ZERO);
        return new Event.TransferStarted(
                LATE, new Transfer(id, book, TestMarket.USDC, to, amounts, new Transfer.Times(LATE, LATE)));
    }

    private static Cycle.Result strangeResult() {
        return new Cycle.Result(
                1,
                1,
                List.of(new SignalOutcome(
                        STRANGE_PAIR,
                        OptionalDouble.empty(),
                        SignalOutcome.Weighing.NONE,
                        SignalOutcome.Adjustment.NONE,
                        Outcome.UNCHANGED,
                        0)));
    }
}
