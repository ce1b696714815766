package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A cycle of ten trades by the command itself, in a process of its own: from the tick over candles, decision, routes,
 * transactions and receipts to books that were held against the wallet. How long that took is printed.
 */
final class LiveTenTradesTest {
    private static final int TRADES = 10;
    private static final int HOURS = 6;

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(
            31412,
            Instant.ofEpochMilli(System.currentTimeMillis())
                    .minus(Duration.ofHours(HOURS))
                    .truncatedTo(ChronoUnit.HOURS));

    @TempDir
    private Path folder;

    private BusyChain busy;
    private LocalWallet wallet;

    private List<String> symbols() {
        return IntStream.range(1, TRADES)
                .mapToObj(row -> (row % 2 == 0 ? "PAIR" : "RANGE") + row)
                .toList();
    }

    private void prepare() throws IOException {
        busy = new BusyChain(CHAIN, "delta", 6);
        for (String symbol : symbols()) {
            busy = symbol.startsWith("PAIR") ? busy.withPair(symbol, "5") : busy.withRanges(symbol, "40");
        }
        Files.writeString(folder.resolve("chains.json"), "{\"chains\": [" + busy.profile() + "]}");
        Files.writeString(folder.resolve(".env"), "DELTA_RPC_URL=" + busy.url() + "\n");
        wallet = LocalWallet.ofFolder(CHAIN, folder);
        busy.fund(wallet.address().hex(), "5", "9000");
        Random random = new Random(3);
        for (Instant at = busy.now().plus(Duration.ofHours(1)); at.isBefore(now()); at = at.plus(Duration.ofHours(1))) {
            busy.trade(random, at, 0.004);
            busy.push("WETH", 0.01, at); // All rise, and so all are bought.
            for (String symbol : symbols()) {
                busy.push(symbol, 0.01, at);
            }
        }
        busy.passTo(now().minusSeconds(2));
        busy.passTo(now());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
    }

    private List<String> settings(Instant tick) {
        List<String> pairs = new ArrayList<>(List.of("WETH-USDC"));
        symbols().forEach(symbol -> pairs.add(symbol + (symbol.startsWith("PAIR") ? "-USDC" : "-WETH")));
        return List.of(
                "--data=" + folder.resolve("pools"),
                "--out=" + folder.resolve("run"),
                "--chains=" + folder.resolve("chains.json"),
                "--env=" + folder.resolve(".env"),
                "--set=cycle=1h",
                "--set=cycleOffset=" + tick.getEpochSecond() % 3600 + "s",
                "--set=lookback=2h",
                "--set=threshold=-1",
                "--set=topCount=" + TRADES,
                "--set=minRebalanceTradeUsd=10",
                "--set=pairs=" + String.join(",", pairs));
    }

    /** A state that began just before the tick, and so decides at it. */
    private void begin(Instant tick) {
        LiveOptions options = new LiveOptions();
        new CommandLine(options).parseArgs(settings(tick).toArray(String[]::new));
        LiveStrategy strategy = LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options, "live");
        new LiveJob(strategy, options, new StillTime(tick.minusSeconds(5)).live())
                .send(
                        new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()),
                        LiveJob.Span.ONCE,
                        Function.identity());
    }

    @Test
    void a_cycle_of_ten_trades_is_filled_booked_and_told_with_the_time_it_took() throws Exception {
        prepare();
        List<Object> collect = new ArrayList<>(List.of("collect", "--out=" + folder.resolve("pools")));
        collect.addAll(busy.pools());
        collect.addAll(List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env")));
        Cli.Ran candles = Cli.run(collect.toArray());
        assertEquals(0, candles.code(), candles.err());
        Instant tick = busy.now().minusSeconds(10);
        begin(tick);

        List<Object> live =
                new ArrayList<>(List.of("live", "WeeklyMomentum", "--execute", "--once", "--tolerance=59m"));
        live.addAll(List.of("--wallet=" + wallet.keystore(), "--password-file=" + wallet.password()));
        live.addAll(settings(tick));
        Path said = folder.resolve("said");
        Process run = OwnProcess.start(live, said);
        OwnProcess.awaitEnd(run);
        String told = Files.readString(said);
        assertEquals(0, run.exitValue(), told);

        Portfolio book = StateFolder.at(folder.resolve("run")).load().book(Ledger.MAIN_BOOK);
        assertEquals(TRADES, book.positions().size(), told);
        book.positions()
                .forEach(position -> assertEquals(
                        new BigDecimal(
                                busy.holdings(wallet.address().hex())
                                        .get(position.pair().base().symbol()),
                                position.pair().base().decimals()),
                        position.quantity()));
        String cycle = told.lines()
                .filter(line -> line.contains("Cycle 1 of"))
                .findFirst()
                .orElseThrow();
        assertTrue(cycle.matches(".* done in \\d+\\.\\d\\d s: .* 10 traded, 10 positions\\."), cycle);
        Console.out().println(cycle);
    }
}
