package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.collect.CollectJob;
import org.evenkeel.cli.collect.CollectOptions;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.WalletException;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.onchain.market.MarketException;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.Whim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A token that is held turns bad while the others are traded; each decision is a run of its own, as after a restart. */
final class BadTokenTest {
    private static final Instant GENESIS = Instant.parse("2026-03-02T04:40:00Z");

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31405, GENESIS);

    @TempDir
    private Path folder;

    private final List<String> heard = new ArrayList<>();
    private BusyChain chain;
    private BusyTime time;
    private LocalWallet wallet;

    private <T> T parsed(T options, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env")));
        new CommandLine(options).parseArgs(all.toArray(String[]::new));
        return options;
    }

    private void begin() throws IOException {
        chain = new BusyChain(CHAIN, "alpha", 6).withFickle("BAD", "5").withPair("CCC", "5");
        Files.writeString(folder.resolve("chains.json"), "{\"chains\": [" + chain.profile() + "]}");
        Files.writeString(folder.resolve(".env"), "ALPHA_RPC_URL=" + chain.url() + "\n");
        time = new BusyTime(List.of(chain), new Random(7), (at, passing) -> {});
        time.passTo(GENESIS.plus(Duration.ofHours(10)));
        wallet = LocalWallet.ofFolder(CHAIN, folder);
        chain.fund(wallet.address().hex(), "5", "2000");
        List<String> words = new ArrayList<>(List.of("--out=" + folder.resolve("pools")));
        words.addAll(chain.pools());
        assertEquals(0, new CollectJob(parsed(new CollectOptions(), words), time).run());
    }

    /** Decides as told, in a run of its own. */
    private Cycle decide(Function<TradingPair, List<TradeIntent>> wanted) {
        LiveOptions options = parsed(
                new LiveOptions(),
                List.of(
                        "--data=" + folder.resolve("pools"),
                        "--out=" + folder.resolve("run"),
                        "--set=cycle=6h",
                        "--set=lookback=6h",
                        "--set=pairs=BAD-USDC,CCC-USDC,WETH-USDC"));
        LiveStrategy strategy = LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options, "live");
        new LiveJob(strategy, options, new LiveTime(time, pause -> Thread.onSpinWait()), this::hear)
                .withoutCandles()
                .send(
                        new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()),
                        LiveJob.Span.NOW,
                        real -> new Scripted(real, wanted));
        return book().cycles().getLast();
    }

    private void hear(LiveEvent event) {
        switch (event) {
            case LiveEvent.TokenFrozen frozen -> heard.add("frozen " + frozen.token());
            case LiveEvent.TokenThawed thawed -> heard.add("thawed " + thawed.token());
            default -> {}
        }
    }

    private record Scripted(Strategy real, Function<TradingPair, List<TradeIntent>> wanted) implements Strategy {
        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            return real.createTradingUniverse(market);
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return input.universe().pairs().stream()
                    .flatMap(pair -> wanted.apply(pair).stream())
                    .toList();
        }

        @Override
        public Settings settings() {
            return real.settings();
        }

        @Override
        public String name() {
            return real.name();
        }
    }

    private static List<TradeIntent> buy(TradingPair pair, String... symbols) {
        return List.of(symbols).contains(pair.base().symbol())
                ? List.of(TradeIntent.buy(pair, new Size.Spend(new BigDecimal("100")), TradeReason.ORDER))
                : List.of();
    }

    private Portfolio book() {
        return StateFolder.at(folder.resolve("run")).load().book(Ledger.MAIN_BOOK);
    }

    private static List<Outcome> outcomes(Cycle cycle) {
        return cycle.result().outcomes().stream().map(SignalOutcome::outcome).toList();
    }

    private void assertBooksAreTheChains() {
        var held = chain.holdings(wallet.address().hex());
        var reserve = book().reserves().values().iterator().next();
        assertEquals(reserve.movePointRight(6).toBigIntegerExact(), held.get("USDC"));
        for (var position : book().positions()) {
            BigInteger units = position.quantity().movePointRight(18).toBigIntegerExact();
            assertEquals(units, held.get(position.pair().base().symbol()));
        }
    }

    @Test
    void it_is_worth_nothing_and_frozen_after_restarts_too_and_goes_on_once_it_tells_what_the_books_say()
            throws Exception {
        begin();
        double before = decide(pair -> buy(pair, "BAD", "CCC")).result().equity();
        assertTrue(before > 1990, "equity " + before);
        for (Whim whim : List.of(Whim.SILENT, Whim.ABSURD)) {
            chain.turn("BAD", whim);
            Cycle cycle = decide(pair -> buy(pair, "BAD", "CCC"));
            assertEquals(List.of(Outcome.FROZEN, Outcome.TRADED), outcomes(cycle));
            assertTrue(
                    cycle.result().equity() < before - 95,
                    "equity " + cycle.result().equity());
        }
        assertEquals(List.of("frozen BAD", "frozen BAD"), heard);
        chain.turn("BAD", Whim.PLAIN);
        Cycle sold = decide(pair -> pair.base().symbol().equals("BAD")
                ? List.of(TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE))
                : List.of());
        assertEquals(List.of(Outcome.TRADED), outcomes(sold));
        assertEquals(2, heard.size());
        assertBooksAreTheChains();
    }

    @Test
    void a_token_whose_contract_is_gone_keeps_no_other_from_being_traded_and_no_run_from_being_started()
            throws Exception {
        begin();
        decide(pair -> buy(pair, "BAD", "CCC"));
        chain.remove("BAD");
        assertEquals(List.of(Outcome.TRADED), outcomes(decide(pair -> buy(pair, "CCC"))));
        assertEquals(List.of("frozen BAD"), heard);
        assertEquals(2, book().positions().size());
    }

    @Test
    void one_that_takes_more_of_its_seller_than_was_sold_ends_no_run_and_is_frozen_and_bought_no_more()
            throws Exception {
        begin();
        decide(pair -> buy(pair, "BAD", "CCC"));
        chain.turn("BAD", Whim.TOLL);
        Cycle sold = decide(pair -> pair.base().symbol().equals("BAD")
                ? List.of(TradeIntent.sell(pair, new Size.Sell(BigDecimal.TEN), TradeReason.REBALANCE))
                : List.of());
        assertEquals(List.of(Outcome.TRADED), outcomes(sold));
        for (int start = 0; start < 2; start++) {
            Cycle after = decide(pair -> buy(pair, "BAD", "CCC"));
            assertEquals(List.of(Outcome.FROZEN, Outcome.TRADED), outcomes(after));
        }
        assertTrue(heard.size() >= 2 && Set.copyOf(heard).equals(Set.of("frozen BAD")), heard.toString());
    }

    @Test
    void one_that_changes_its_decimals_keeps_no_run_from_being_started_and_goes_on_once_they_are_the_same_again()
            throws Exception {
        begin();
        decide(pair -> buy(pair, "BAD", "CCC"));
        chain.turn("BAD", Whim.SHIFTY);
        for (int start = 0; start < 2; start++) {
            assertEquals(List.of(Outcome.FROZEN, Outcome.TRADED), outcomes(decide(pair -> buy(pair, "BAD", "CCC"))));
        }
        assertEquals(List.of("frozen BAD", "frozen BAD"), heard);
        chain.turn("BAD", Whim.PLAIN);
        assertEquals(List.of(Outcome.TRADED), outcomes(decide(pair -> buy(pair, "BAD"))));
        assertBooksAreTheChains();
    }

    @Test
    void a_new_run_is_not_begun_with_decimals_that_are_not_those_of_the_data() throws Exception {
        begin();
        chain.turn("BAD", Whim.SHIFTY);
        String message = assertThrows(MarketException.class, () -> decide(pair -> buy(pair, "CCC")))
                .getMessage();
        assertTrue(message.contains("has 9 decimals") && message.contains("the universe says 18"), message);
    }

    @Test
    void a_new_run_is_not_begun_with_it() throws Exception {
        begin();
        chain.turn("BAD", Whim.SILENT);
        String message = assertThrows(WalletException.class, () -> decide(pair -> buy(pair, "CCC")))
                .getMessage();
        assertTrue(message.contains("BAD") && message.contains("cannot be told"), message);
    }
}
