package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.collect.CollectJob;
import org.evenkeel.cli.collect.CollectOptions;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.live.Time;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A transaction on one chain is stuck, and on the other a price falls through a stop. */
final class StuckChainTest {
    private static final Instant GENESIS = Instant.parse("2026-03-02T04:40:00Z");
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int FALLS_AFTER = 20;
    private static final int LANDS_AFTER = 100;

    @RegisterExtension
    static final LocalChain ALPHA = LocalChain.withId(31403, GENESIS);

    @RegisterExtension
    static final LocalChain BETA = LocalChain.withId(31404, GENESIS);

    @TempDir
    private Path folder;

    private BusyChain alpha;
    private BusyChain beta;
    private BusyTime busy;
    private boolean stuck;
    private int waited;
    private Instant fell = Instant.MAX;

    private void makeChains() throws IOException {
        alpha = new BusyChain(ALPHA, "alpha", 6).withPair("AAA", "5");
        beta = new BusyChain(BETA, "beta", 6).withPair("CCC", "5");
        Files.writeString(
                folder.resolve("chains.json"), "{\"chains\": [" + alpha.profile() + ", " + beta.profile() + "]}");
        Files.writeString(
                folder.resolve(".env"), "ALPHA_RPC_URL=" + alpha.url() + "\nBETA_RPC_URL=" + beta.url() + "\n");
        busy = new BusyTime(List.of(alpha, beta), new Random(7), (at, time) -> {});
        busy.passTo(GENESIS.plus(Duration.ofHours(10)));
    }

    private <T> T parsed(T options, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env")));
        new CommandLine(options).parseArgs(all.toArray(String[]::new));
        return options;
    }

    private void collect() {
        List<String> words = new ArrayList<>(List.of("--out=" + folder.resolve("pools")));
        words.addAll(alpha.pools());
        words.addAll(beta.pools());
        assertEquals(0, new CollectJob(parsed(new CollectOptions(), words), busy).run());
    }

    private LiveOptions options() {
        return parsed(
                new LiveOptions(),
                List.of(
                        "--data=" + folder.resolve("pools"),
                        "--out=" + folder.resolve("run"),
                        "--look=" + LOOK.toSeconds() + "s",
                        "--set=cycle=6h",
                        "--set=lookback=6h",
                        "--set=pairs=AAA-USDC,CCC-USDC,WETH-USDC@uniswap-v3@alpha,WETH-USDC@uniswap-v3@beta"));
    }

    /** The time of both chains, and of the second alone while the first makes no blocks. */
    private final class Passing implements Time {
        @Override
        public Instant instant() {
            return stuck ? beta.now() : busy.instant();
        }

        @Override
        public void await(Instant instant) throws InterruptedException {
            if (stuck) {
                beta.passTo(instant);
            } else {
                busy.await(instant);
            }
        }

        @Override
        public boolean isOver() {
            return busy.isOver();
        }

        /** A second between two looks at what is stuck. */
        void pass(Duration pause) {
            if (stuck) {
                waited++;
                beta.passTo(beta.now().plusSeconds(1));
                if (waited == FALLS_AFTER) {
                    fell = beta.now();
                    beta.push("CCC", -0.2, fell);
                }
                if (waited == LANDS_AFTER) {
                    ALPHA.ask("evm_mine");
                    ALPHA.ask("evm_setAutomine", true);
                    stuck = false;
                }
            }
        }
    }

    /** Buys on both chains, and then on the first once more, whose blocks stop at that moment. */
    private final class Scripted implements Strategy {
        private final Strategy real;

        Scripted(Strategy real) {
            this.real = real;
        }

        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            return real.createTradingUniverse(market);
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            boolean first = input.cycle() == 1;
            List<String> wanted = first ? List.of("AAA", "CCC") : List.of("AAA");
            List<TradeIntent> buys = new ArrayList<>();
            for (TradingPair pair : input.universe().pairs()) {
                if (wanted.contains(pair.base().symbol())) {
                    Size.Spend spend = new Size.Spend(new BigDecimal(first ? 500 : 100));
                    buys.add(TradeIntent.buy(pair, spend, TradeReason.ORDER).with(TriggerFactors.stopLoss(0.9)));
                }
            }
            if (input.cycle() == 2) {
                ALPHA.ask("evm_setAutomine", false);
                stuck = true;
            }
            return buys;
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

    private void decide(LocalWallet wallet) {
        Passing time = new Passing();
        LiveStrategy strategy = LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options(), "live");
        new LiveJob(strategy, options(), new LiveTime(time, time::pass))
                .withoutCandles()
                .send(
                        new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()),
                        LiveJob.Span.NOW,
                        Scripted::new);
    }

    private Portfolio book() {
        return StateFolder.at(folder.resolve("run")).load().book(Ledger.MAIN_BOOK);
    }

    @Test
    void the_stop_fires_within_one_look_and_what_was_stuck_is_booked_when_it_lands() throws IOException {
        makeChains();
        LocalWallet wallet = LocalWallet.ofFolder(ALPHA, folder);
        alpha.fund(wallet.address().hex(), "5", "2000");
        beta.fund(wallet.address().hex(), "5", "2000");
        collect();
        decide(wallet);
        assertEquals(2, book().positions().size());
        decide(wallet);

        assertFalse(stuck);
        Trade stop = book().trades().getLast();
        assertEquals(TradeReason.STOP_LOSS, stop.plan().intent().reason());
        assertEquals("CCC", stop.plan().intent().pair().base().symbol());
        Instant sold = stop.filled().orElseThrow().at();
        assertTrue(!sold.isAfter(fell.plus(LOOK).plusSeconds(2)), "it fell at " + fell + " and was sold at " + sold);
        Trade bought = book().trades().get(book().trades().size() - 2);
        assertTrue(bought.filled().orElseThrow().at().isAfter(GENESIS));
        assertEquals(1, book().positions().size());
        assertEquals(
                book().positions()
                        .iterator()
                        .next()
                        .quantity()
                        .movePointRight(18)
                        .toBigIntegerExact(),
                alpha.holdings(wallet.address().hex()).get("AAA"));
        for (var reserve : book().reserves().entrySet()) {
            BusyChain chain = reserve.getKey().chain().name().equals("alpha") ? alpha : beta;
            assertEquals(
                    reserve.getValue().movePointRight(6).toBigIntegerExact(),
                    chain.holdings(wallet.address().hex()).get("USDC"));
        }
        assertTrue(waited >= LANDS_AFTER);
    }
}
