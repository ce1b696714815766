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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.collect.CollectJob;
import org.evenkeel.cli.collect.CollectOptions;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.live.Closing;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A strategy that is run live, on two chains with pools of both kinds and a bridge between them, cycle after cycle. */
final class LiveOnTwoChainsTest {
    /** What a day is, and which ticks are in it, is not to depend on when the test is run. */
    private static final Instant GENESIS = Instant.parse("2026-03-02T04:40:00Z");

    @RegisterExtension
    static final LocalChain ALPHA = LocalChain.withId(31401, GENESIS);

    @RegisterExtension
    static final LocalChain BETA = LocalChain.withId(31402, GENESIS);

    private static final Duration CYCLE = Duration.ofHours(6);
    private static final int CYCLES = 8;

    @TempDir
    private Path folder;

    private BusyChain alpha;
    private BusyChain beta;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env")));
        return all.toArray(String[]::new);
    }

    private Path data() {
        return folder.resolve("pools");
    }

    private void collect(BusyTime time) {
        CollectOptions options = new CollectOptions();
        List<String> words = new ArrayList<>(List.of("--out=" + data()));
        words.addAll(alpha.pools());
        words.addAll(beta.pools());
        new CommandLine(options).parseArgs(with(words.toArray(String[]::new)));
        assertEquals(0, new CollectJob(options, time).run());
    }

    private LiveOptions options(String... more) {
        LiveOptions options = new LiveOptions();
        List<String> words = new ArrayList<>(
                List.of(
                        "--data=" + data(),
                        "--out=" + folder.resolve("run"),
                        "--look=20m",
                        "--set=cycle=6h",
                        "--set=lookback=6h",
                        "--set=threshold=0",
                        "--set=stopLoss=0.9",
                        "--set=takeProfit=1.5",
                        "--set=topCount=4",
                        "--set=minRebalanceTradeUsd=10",
                        "--set=pairs=AAA-USDC,BBB-WETH,CCC-USDC,DDD-WETH,WETH-USDC@uniswap-v3@alpha,WETH-USDC@uniswap-v3@beta"));
        words.addAll(List.of(more));
        new CommandLine(options).parseArgs(with(words.toArray(String[]::new)));
        return options;
    }

    private void makeChains() throws IOException {
        alpha = new BusyChain(ALPHA, "alpha", 6).withPair("AAA", "5").withRanges("BBB", "40");
        beta = new BusyChain(BETA, "beta", 18).withPair("CCC", "0.2").withRanges("DDD", "800");
        write("chains.json", "{\"chains\": [" + alpha.profile() + ", " + beta.profile() + "]}");
        write(".env", "ALPHA_RPC_URL=" + alpha.url() + "\nBETA_RPC_URL=" + beta.url() + "\n");
    }

    @Test
    void eight_cycles_with_stops_between_them_leave_books_that_are_the_chains_to_the_unit() throws IOException {
        makeChains();
        LocalWallet wallet = LocalWallet.ofFolder(ALPHA, folder);
        alpha.fund(wallet.address().hex(), "5", "20000");
        beta.fund(wallet.address().hex(), "5", "1000");
        Instant begin = alpha.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        Instant start = Instant.ofEpochSecond(
                begin.plus(CYCLE.multipliedBy(3)).getEpochSecond() / CYCLE.toSeconds() * CYCLE.toSeconds());
        BusyTime time = new BusyTime(List.of(alpha, beta), new Random(7), new Drift(start)::happens);
        time.passTo(start.minus(Duration.ofMinutes(30)));
        collect(time);

        LiveOptions options = options();
        LiveStrategy strategy = LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options, "live");
        LiveTime live = new LiveTime(time, pause -> Thread.onSpinWait());
        LiveJob job = new LiveJob(
                strategy, options, live, new Held(time, wallet.address().hex())::look);
        job.send(
                new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()),
                LiveJob.Span.ON_AND_ON,
                Function.identity());

        Portfolio book = StateFolder.at(strategy.folder()).load().book(Ledger.MAIN_BOOK);
        assertTrue(book.cycles().size() >= CYCLES, book.cycles().size() + " cycles");
        assertTrue(count(book, TradeReason.STOP_LOSS) > 0, "no stop loss");
        assertTrue(book.transfers().size() > 0, "no transfer");
        List<String> chains = book.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .map(trade -> trade.plan().intent().pair().chain() + " "
                        + trade.plan().intent().pair().exchange())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("alpha uniswap-v2", "alpha uniswap-v3", "beta uniswap-v2", "beta uniswap-v3"), chains);
        assertEquals(owned(book), held(wallet.address().hex()));
        Cli.Ran deviation = Cli.run("deviation", strategy.folder(), "--data", data(), "--json");
        assertEquals(0, deviation.code(), deviation.err());
        assertTrue(book.positions().size() > 0, "nothing is held that could be closed");
        time.goOnAfter(Duration.ofDays(3));
        closesAllLongAfterTheLastCandle(time, wallet);
        refusesABridgeThatIsNone(time, wallet);
    }

    private LiveStrategy strategy() {
        return LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options(), "live");
    }

    private LiveJob job(BusyTime time) {
        return new LiveJob(strategy(), options(), new LiveTime(time, pause -> Thread.onSpinWait()));
    }

    /** To get out takes prices of now alone. */
    private void closesAllLongAfterTheLastCandle(BusyTime time, LocalWallet wallet) {
        assertThrows(StateConflict.class, () -> CloseAllCommand.requireClosed(strategy()));
        job(time)
                .withoutCandles()
                .send(
                        new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()),
                        LiveJob.Span.NOW,
                        Closing::new);
        CloseAllCommand.requireClosed(strategy());
        Portfolio closed = StateFolder.at(folder.resolve("run")).load().book(Ledger.MAIN_BOOK);
        assertEquals(owned(closed), held(wallet.address().hex()));
    }

    private void refusesABridgeThatIsNone(BusyTime time, LocalWallet wallet) throws IOException {
        String none = "0x" + "1".repeat(40);
        String wrong = alpha.profile().replaceAll("\"spoke_pool\": \"0x[0-9a-fA-F]{40}", "\"spoke_pool\": \"" + none);
        write("chains.json", "{\"chains\": [" + wrong + ", " + beta.profile() + "]}");
        String message = assertThrows(
                        StateConflict.class,
                        () -> job(time)
                                .send(
                                        new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()),
                                        LiveJob.Span.ONCE,
                                        Function.identity()))
                .getMessage();
        assertTrue(message.contains(none) && message.contains("alpha"), message);
    }

    private static long count(Portfolio book, TradeReason reason) {
        return book.trades().stream()
                .filter(trade -> trade.plan().intent().reason() == reason)
                .filter(trade -> trade.filled().isPresent())
                .count();
    }

    /** Each chain has a token that rises and one that falls, and they take turns; what was bought falls hard once. */
    private record Drift(Instant start) {
        void happens(Instant at, BusyTime time) {
            long hours = Duration.between(start, at).toHours();
            boolean firstRises = Math.floorDiv(hours, 12) % 2 == 0;
            time.push(0, "AAA", firstRises ? 0.012 : -0.012, at);
            time.push(0, "BBB", firstRises ? -0.012 : 0.012, at);
            time.push(1, "CCC", firstRises ? 0.01 : -0.01, at);
            time.push(1, "DDD", firstRises ? -0.01 : 0.01, at);
            if (hours == 8) {
                time.push(0, "AAA", -0.2, at);
            }
            if (hours == 21) {
                time.push(1, "DDD", -0.2, at);
            }
        }
    }

    private Map<String, BigInteger> held(String account) {
        Map<String, BigInteger> held = new LinkedHashMap<>();
        alpha.holdings(account).forEach((symbol, units) -> held.put(symbol + " on alpha", units));
        beta.holdings(account).forEach((symbol, units) -> held.put(symbol + " on beta", units));
        return held;
    }

    /** What the books say is held, in base units, by a way of counting of the test's own. */
    private Map<String, BigInteger> owned(Portfolio book) {
        Map<String, BigInteger> owned = new LinkedHashMap<>();
        held("0x" + "0".repeat(40)).keySet().forEach(token -> owned.put(token, BigInteger.ZERO));
        book.reserves()
                .forEach((token, amount) -> owned.put(token + " on " + token.chain(), units(amount, token.decimals())));
        for (Position position : book.positions()) {
            owned.merge(
                    position.pair().base() + " on " + position.pair().chain(),
                    units(position.quantity(), position.pair().base().decimals()),
                    BigInteger::add);
        }
        return owned;
    }

    private static BigInteger units(BigDecimal amount, int decimals) {
        return amount.movePointRight(decimals).toBigIntegerExact();
    }

    /** Holds the books against the chains after each cycle, and ends the run after enough of them. */
    private final class Held {
        private final BusyTime time;
        private final String account;

        Held(BusyTime time, String account) {
            this.time = time;
            this.account = account;
        }

        void look(LiveEvent event) {
            if (event instanceof LiveEvent.CycleDone done) {
                boolean settled = done.book().inFlight().isEmpty()
                        && done.book().openTrades().stream().map(Trade::status).noneMatch(status -> true);
                if (settled) {
                    assertEquals(
                            owned(done.book()),
                            held(account),
                            "after cycle " + done.cycle().number());
                }
                if (done.cycle().number() >= CYCLES && settled) {
                    time.end();
                }
            }
        }
    }
}
