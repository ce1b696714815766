package org.evenkeel.state;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.Quoted.Asked;
import org.evenkeel.state.model.Quoted.Question;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Trail;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateStore;

/** A short run that is made as time goes by: all that only such a run records. */
public final class LiveScenario {
    private static final Instant TICK = Instant.parse("2026-03-02T18:00:00Z");
    private static final String HASH = "0x2b05566d9f2ac7da3be1d104331753b73e05ec39b1de7fe6e2ec47f04cd9f3e9";

    private LiveScenario() {}

    /** Writes it into a folder. */
    public static void write(Path folder) throws IOException {
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            events().forEach(store.ledger()::apply);
            store.writeSnapshot();
        }
    }

    private static RunInfo info() {
        RunInfo plain = TestMarket.info();
        SequencedMap<String, String> coins = new LinkedHashMap<>();
        coins.put("ethereum", "ETH");
        coins.put("polygon", "POL");
        RunInfo.Live live = new RunInfo.Live(
                true, Optional.of("0x45481a1Bb1C5e7F0b6d2a4F3e8C9D0a1b2c350F9"), Duration.ofSeconds(10), coins);
        return new RunInfo(
                plain.strategy(),
                plain.source(),
                new LinkedHashMap<>(plain.parameters()),
                new RunInfo.Data("pools", "pools", RunInfo.Data.GROWING, false),
                plain.market(),
                Optional.of(live));
    }

    /** Its events. */
    public static List<Event> events() {
        TradeIntent buy =
                TradeIntent.buy(TestMarket.WETH_USDC, new Size.Spend(new BigDecimal("400")), TradeReason.REBALANCE);
        TradeIntent refused =
                TradeIntent.buy(TestMarket.UNI_WETH, new Size.Spend(new BigDecimal("100")), TradeReason.REBALANCE);
        SequencedMap<String, String> changed = new LinkedHashMap<>();
        changed.put("top", "3");
        return List.of(
                new Event.LedgerOpened(TICK.minusSeconds(60), info()),
                new Event.CashFlowed(TICK.minusSeconds(60), "main", TestMarket.USDC, new BigDecimal("1000")),
                new Event.RunStarted(TICK.minusSeconds(60), "Momentum", new LinkedHashMap<>()),
                new Event.Decided(
                        TICK,
                        "main",
                        1,
                        new Cycle.Inputs(1000, 1000, TestMarket.prices(2000, 5)),
                        new Cycle.Decision(List.of(buy, refused), Cycle.Notes.NONE),
                        new Event.Knowledge(Optional.of(quoted()), List.of())),
                planned(1, buy),
                new Event.TradeFilled(TICK.plusSeconds(12), 1, fill(), trail()),
                planned(2, refused),
                new Event.TradeFailed(
                        TICK.plusSeconds(15),
                        2,
                        Outcome.REFUSED,
                        BigDecimal.ZERO,
                        new Trail(List.of(), List.of("It would move the price by 2 %, the limit is 1 %."))),
                new Event.RunStarted(TICK.plusSeconds(90), "Momentum", changed),
                new Event.CycleClosed(TICK.plusSeconds(95), "main", 1, new Cycle.Result(999, 600, List.of())),
                new Event.RunStarted(TICK.plusSeconds(300), "The closing of Momentum", changed),
                new Event.Decided(
                        TICK.plusSeconds(301),
                        "main",
                        2,
                        new Cycle.Inputs(998.5, 600, TestMarket.prices(2000, 5)),
                        new Cycle.Decision(List.of(), Cycle.Notes.NONE),
                        new Event.Knowledge(Optional.of(new Quoted(List.of())), List.of())));
    }

    private static Quoted quoted() {
        return new Quoted(List.of(
                new Quoted.Answer(
                        new Asked(Question.OBSTACLE, TestMarket.WETH_USDC, List.of()),
                        new double[0],
                        Optional.empty(),
                        List.of()),
                new Quoted.Answer(
                        new Asked(Question.OBSTACLE, TestMarket.MATIC_USDT, List.of()),
                        new double[0],
                        Optional.of(Outcome.STALE_PRICE),
                        List.of()),
                new Quoted.Answer(
                        new Asked(Question.MOST_SPENT, TestMarket.WETH_USDC, List.of(0.05)), Double.POSITIVE_INFINITY),
                new Quoted.Answer(
                        new Asked(Question.BUY, TestMarket.UNI_WETH, List.of(100.0)),
                        new double[] {19.9, 100, 5, 0.3, 0.2},
                        Optional.empty(),
                        RoutePart.whole(List.of(TestMarket.WETH_USDC, TestMarket.UNI_WETH))),
                new Quoted.Answer(new Asked(Question.COST_FOR, TestMarket.UNI_WETH, List.of(1e9)))));
    }

    private static Event planned(long id, TradeIntent intent) {
        return new Event.TradePlanned(
                TICK.plusSeconds(id), new PlannedTrade(id, "main", 1, TestMarket.USDC, intent, true));
    }

    private static Fill fill() {
        return new Fill(
                new BigDecimal("0.199"),
                new BigDecimal("400"),
                2000,
                new Costs(new BigDecimal("1.2"), new BigDecimal("0.8"), new BigDecimal("0.49")),
                RoutePart.whole(List.of(TestMarket.WETH_USDC)));
    }

    private static Trail trail() {
        return new Trail(
                List.of(
                        new Trail.Transaction(
                                "approve", HASH.replace('2', '7'), new BigDecimal("0.000046139022377415")),
                        new Trail.Transaction("swap", HASH, new BigDecimal("0.000199149084638325"))),
                List.of());
    }
}
