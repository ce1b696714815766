package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.OwnProcess;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cycle of ten trades by the command itself, in a process of its own: from the tick over candles, decision, routes,
 * transactions and receipts to books that were held against the wallet. How long that took is printed.
 */
final class LiveTenTradesTest {
    private static final int TRADES = 10;

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31412, DueRun.genesis());

    @TempDir
    private Path folder;

    private BusyChain busy;
    private LocalWallet wallet;
    private DueSettings due;

    private List<String> symbols() {
        return IntStream.range(1, TRADES)
                .mapToObj(row -> (row % 2 == 0 ? "PAIR" : "RANGE") + row)
                .toList();
    }

    private void prepare() {
        busy = new BusyChain(CHAIN, "delta", 6);
        for (String symbol : symbols()) {
            busy = symbol.startsWith("PAIR") ? busy.withPair(symbol, "5") : busy.withRanges(symbol, "40");
        }
        due = new DueSettings(folder, pairs(), TRADES);
        due.describe(busy);
        wallet = LocalWallet.ofFolder(CHAIN, folder);
        busy.fund(wallet.address().hex(), "5", "9000");
        List<String> rising = new ArrayList<>(symbols());
        rising.add("WETH"); // All rise, and so all are bought.
        busy.tradeUpTo(LeapingTime.machine(), new Random(3), rising);
    }

    private List<String> pairs() {
        List<String> pairs = new ArrayList<>(List.of("WETH-USDC"));
        symbols().forEach(symbol -> pairs.add(symbol + (symbol.startsWith("PAIR") ? "-USDC" : "-WETH")));
        return pairs;
    }

    @Test
    void a_cycle_of_ten_trades_is_filled_booked_and_told_with_the_time_it_took() throws Exception {
        prepare();
        Cli.Ran candles = Cli.run(due.collect(busy, due.data()).toArray());
        assertEquals(0, candles.code(), candles.err());
        Instant tick = busy.now().minusSeconds(10);
        due.begin(tick, new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()));

        List<Object> live =
                new ArrayList<>(List.of("live", "WeeklyMomentum", "--execute", "--once", "--tolerance=59m"));
        live.addAll(List.of("--wallet=" + wallet.keystore(), "--password-file=" + wallet.password()));
        live.addAll(due.words(tick));
        Path said = folder.resolve("said");
        Process run = OwnProcess.start(live, said);
        OwnProcess.awaitEnd(run);
        String told = Files.readString(said);
        assertEquals(0, run.exitValue(), told);

        Portfolio book = due.book();
        assertEquals(TRADES, book.positions().size(), told);
        Map<String, BigInteger> held = busy.holdings(wallet.address().hex());
        for (Position position : book.positions()) {
            Token token = position.pair().base();
            assertEquals(
                    held.get(token.symbol()),
                    position.quantity().movePointRight(token.decimals()).toBigIntegerExact());
        }
        String cycle = told.lines()
                .filter(line -> line.contains("Cycle 1 of"))
                .findFirst()
                .orElseThrow();
        assertTrue(cycle.matches(".* done in \\d+\\.\\d\\d s: .* 10 traded, 10 positions\\."), cycle);
        Console.out().println(cycle);
    }
}
