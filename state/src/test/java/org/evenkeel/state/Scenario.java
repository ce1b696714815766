package org.evenkeel.state;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateStore;

/**
 * Three weeks of two books, with every kind of event. The golden files of each version hold it; it is never changed, so
 * that they can be held against it.
 */
public final class Scenario {
    public static final Instant WEEK_1 = Instant.parse("2021-06-07T00:00:00Z");
    public static final Instant WEEK_2 = Instant.parse("2021-06-14T00:00:00Z");
    public static final Instant WEEK_3 = Instant.parse("2021-06-21T00:00:00Z");
    public static final Instant STOPPED = Instant.parse("2021-06-16T13:00:00Z");

    private static final List<RoutePart> WETH = RoutePart.whole(List.of(TestMarket.WETH_USDC));
    private static final List<RoutePart> SPLIT = List.of(
            new RoutePart(0.75, List.of(TestMarket.WETH_USDC, TestMarket.UNI_WETH)),
            new RoutePart(0.25, List.of(TestMarket.ODD_USDC)));

    private Scenario() {}

    /** Writes the golden files of the current version into the folder that is given. */
    public static void main(String[] arguments) {
        try (StateStore store = StateStore.create(Path.of(arguments[0]), Durability.FAST)) {
            events().forEach(store.ledger()::apply);
            store.writeSnapshot();
        }
    }

    /** The events. */
    public static List<Event> events() {
        List<Event> events = new ArrayList<>();
        events.add(new Event.LedgerOpened(WEEK_1, TestMarket.info()));
        events.add(new Event.CashFlowed(WEEK_1, "main", TestMarket.USDC, decimal("10000.00")));
        events.add(new Event.CashFlowed(WEEK_1, "second", TestMarket.DOLLAR, decimal("500")));
        events.addAll(firstWeek());
        events.addAll(secondWeek());
        events.add(new Event.CashFlowed(STOPPED, "main", TestMarket.USDC, decimal("-250.25")));
        events.add(new Event.Valued(WEEK_3, "second", 500, 500));
        events.add(new Event.Valued(WEEK_3, "main", 9_900.125, 8_700));
        events.add(decided(WEEK_3, 3, 9_900.125, new Cycle.Decision(List.of(), Cycle.Notes.NONE)));
        return events;
    }

    private static List<Event> firstWeek() {
        TradeIntent weth = TradeIntent.buy(TestMarket.WETH_USDC, new Size.Spend(decimal("4000")), TradeReason.REBALANCE)
                .with(TriggerFactors.stopLoss(0.66).withTakeProfit(1.05));
        TradeIntent uni = TradeIntent.buy(TestMarket.UNI_WETH, new Size.Spend(decimal("1000.5")), TradeReason.REBALANCE)
                .in(new Basket("a \"group\"", OptionalDouble.of(0.8), OptionalDouble.empty()));
        Cycle.Notes notes = new Cycle.Notes(Map.of("breadth", 0.5, "nothing", Double.NaN), List.of("début \u202e"));
        return List.of(
                decided(WEEK_1, 1, 10_000, new Cycle.Decision(List.of(weth, uni), notes)),
                planned(WEEK_1, 1, 1, weth),
                filled(WEEK_1, 1, fill("1.6", "4000", 2492.5, "0", WETH)),
                planned(WEEK_1, 2, 1, uni),
                new Event.TradeUnknown(WEEK_1.plusSeconds(30), 2),
                filled(WEEK_1.plusMillis(90_125), 2, fill("40.123456789012345678", "1000.5", 24.85, "1.25", SPLIT)),
                closed(
                        WEEK_1.plusSeconds(120),
                        1,
                        outcome(TestMarket.WETH_USDC, 1, Outcome.TRADED),
                        outcome(TestMarket.UNI_WETH, 2, Outcome.TRIMMED_TO_LIQUIDITY)),
                new Event.TransferStarted(WEEK_1.plusSeconds(180), transfer()),
                new Event.WatchChanged(
                        WEEK_1.plusSeconds(3600),
                        1,
                        new Position.Watch(
                                TriggerFactors.stopLoss(0.66).withTrailingStop(0.9), 2700, Optional.empty())),
                new Event.TransferArrived(WEEK_1.plusSeconds(7200), 1));
    }

    private static List<Event> secondWeek() {
        TradeIntent less = TradeIntent.sell(TestMarket.WETH_USDC, new Size.Sell(decimal("0.6")), TradeReason.REBALANCE);
        TradeIntent matic = TradeIntent.buy(TestMarket.MATIC_USDT, new Size.Spend(decimal("100")), TradeReason.ORDER);
        TradeIntent stop = TradeIntent.sell(TestMarket.WETH_USDC, new Size.SellAll(), TradeReason.TRAILING_STOP);
        return List.of(
                decided(WEEK_2, 2, 10_250.5, new Cycle.Decision(List.of(less, matic), Cycle.Notes.NONE)),
                planned(WEEK_2, 3, 2, less),
                filled(WEEK_2, 3, fill("0.6", "1554.66", 2600, "0.5", WETH)),
                planned(WEEK_2, 4, 2, matic),
                new Event.TradeFailed(WEEK_2, 4, Outcome.REVERTED, decimal("0.01")),
                closed(
                        WEEK_2,
                        2,
                        outcome(TestMarket.WETH_USDC, 1, Outcome.TRADED),
                        new SignalOutcome(
                                TestMarket.BAD_USDT,
                                OptionalDouble.empty(),
                                SignalOutcome.Weighing.NONE,
                                SignalOutcome.Adjustment.NONE,
                                Outcome.NO_PRICE,
                                0)),
                new Event.TriggerFired(STOPPED, 1, TradeReason.TRAILING_STOP, 2430),
                planned(STOPPED, 5, 2, stop),
                filled(STOPPED, 5, fill("1.0", "2422.71", 2430, "0", WETH)));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Event decided(Instant at, int cycle, double equity, Cycle.Decision decision) {
        double[] prices = TestMarket.prices(2492.5, 24.85);
        return new Event.Decided(at, "main", cycle, new Cycle.Inputs(equity, equity / 2, prices), decision);
    }

    private static Event planned(Instant at, long id, int cycle, TradeIntent intent) {
        Token reserve = TestMarket.reserve(intent.pair());
        return new Event.TradePlanned(at, new PlannedTrade(id, "main", cycle, reserve, intent));
    }

    private static Event filled(Instant at, long id, Fill fill) {
        return new Event.TradeFilled(at, id, fill);
    }

    private static Fill fill(String quantity, String value, double mid, String gas, List<RoutePart> route) {
        BigDecimal fee = decimal(value).multiply(decimal("0.003"));
        return new Fill(
                decimal(quantity), decimal(value), mid, new Costs(fee, decimal("0.000001"), decimal(gas)), route);
    }

    private static Event closed(Instant at, int cycle, SignalOutcome... outcomes) {
        return new Event.CycleClosed(at, "main", cycle, new Cycle.Result(9_980.75, 4_999.5, List.of(outcomes)));
    }

    private static SignalOutcome outcome(TradingPair pair, int rank, Outcome outcome) {
        return new SignalOutcome(
                pair,
                OptionalDouble.of(0.25 / rank),
                new SignalOutcome.Weighing(rank, 1.0 / rank, 0.8 / rank, -0.0),
                new SignalOutcome.Adjustment(4000, 0),
                outcome,
                outcome == Outcome.TRADED ? 0 : 1000.5);
    }

    private static Transfer transfer() {
        Instant start = WEEK_1.plusSeconds(180);
        return new Transfer(
                1,
                "main",
                TestMarket.USDC,
                TestMarket.USDT,
                new Transfer.Amounts(decimal("200"), decimal("199.4")),
                new Transfer.Times(start, start.plusSeconds(7020)));
    }
}
