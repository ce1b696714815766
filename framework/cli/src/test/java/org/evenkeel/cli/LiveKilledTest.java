package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.live.Time;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command itself, killed as it asks its node for the n-th time, for many n, and started again. */
final class LiveKilledTest {
    private static final int HOURS = 14;
    private static final int POINTS = 8;

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(
            31411,
            Instant.ofEpochMilli(System.currentTimeMillis())
                    .minus(Duration.ofHours(HOURS))
                    .truncatedTo(ChronoUnit.HOURS));

    @TempDir
    private Path folder;

    private BusyChain busy;
    private LocalWallet wallet;
    private String said = "";

    /** A time of its own, which passes when somebody waits for it. */
    private static final class OwnTime implements Time {
        private Instant now;

        OwnTime(Instant begin) {
            now = begin;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void await(Instant until) {
            now = until.isAfter(now) ? until : now;
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    private List<String> words(String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env")));
        return all;
    }

    private List<String> settings(Instant tick) {
        return words(
                "--data=" + folder.resolve("pools"),
                "--out=" + folder.resolve("run"),
                "--look=1s",
                "--set=cycle=1h",
                "--set=cycleOffset=" + tick.getEpochSecond() % 3600 + "s",
                "--set=lookback=2h",
                "--set=threshold=-1",
                "--set=topCount=3",
                "--set=minRebalanceTradeUsd=10",
                "--set=pairs=AAA-USDC,BBB-WETH,WETH-USDC");
    }

    private List<Object> live(Instant tick) {
        List<Object> command =
                new ArrayList<>(List.of("live", "WeeklyMomentum", "--execute", "--once", "--tolerance=59m"));
        command.addAll(List.of("--wallet=" + wallet.keystore(), "--password-file=" + wallet.password()));
        command.addAll(settings(tick));
        return command;
    }

    private void prepare() throws IOException {
        busy = new BusyChain(CHAIN, "gamma", 6).withPair("AAA", "5").withRanges("BBB", "40");
        Files.writeString(folder.resolve("chains.json"), "{\"chains\": [" + busy.profile() + "]}");
        wallet = LocalWallet.ofFolder(CHAIN, folder);
        busy.fund(wallet.address().hex(), "5", "9000");
        Random random = new Random(5);
        for (Instant at = busy.now().plus(Duration.ofHours(1));
                at.isBefore(now());
                at = at.plus(Duration.ofMinutes(50))) {
            busy.trade(random, at, 0.004);
            for (String symbol : List.of("AAA", "BBB", "WETH")) {
                busy.push(symbol, 0.01, at); // All rise, whatever the hour is, and so all are bought.
            }
        }
        busy.passTo(now().minusSeconds(2));
        busy.passTo(now());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void a_run_that_is_killed_anywhere_and_started_again_makes_each_trade_once() throws Exception {
        prepare();
        try (FaultProxy proxy = FaultProxy.before(CHAIN)) {
            Files.writeString(folder.resolve(".env"), "GAMMA_RPC_URL=" + proxy.url() + "\n");
            List<String> collected = words("--out=" + folder.resolve("pools"));
            collected.addAll(busy.pools());
            List<Object> collect = new ArrayList<>(List.of("collect"));
            collect.addAll(collected);
            Cli.Ran candles = Cli.run(collect.toArray());
            assertEquals(0, candles.code(), candles.err());
            Instant tick = busy.now().minusSeconds(10);
            begin(tick);
            keep();
            String before = CHAIN.ask("evm_snapshot").stringValue();

            proxy.watch(new FaultProxy.Watcher() {});
            Portfolio whole = finish(tick);
            int requests = proxy.received().size();
            assertEquals(3, filled(whole), "trades of a run that nobody ended");

            for (int point = 0; point < POINTS; point++) {
                before = backTo(before);
                int request = 1 + (int) ((point + 0.5) * requests / POINTS);
                killAt(request, point % 2 == 0, proxy, tick);
                proxy.watch(new FaultProxy.Watcher() {});
                Portfolio book = finish(tick);
                String where =
                        "killed " + (point % 2 == 0 ? "before" : "after") + " request " + request + " of " + requests;
                assertEquals(3, filled(book), () -> where + "\n" + said);
                Cli.Ran doctor = wallet.run("doctor", "--state", folder.resolve("run"));
                assertEquals(0, doctor.code(), where + doctor.out() + doctor.err());
            }
        }
    }

    /** A state that began before the tick, and so decides at it. */
    private void begin(Instant tick) {
        LiveOptions options = new LiveOptions();
        new CommandLine(options).parseArgs(settings(tick).toArray(String[]::new));
        LiveStrategy strategy = LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options, "live");
        LiveTime time = new LiveTime(new OwnTime(tick.minusSeconds(5)), pause -> Thread.onSpinWait());
        new LiveJob(strategy, options, time)
                .send(
                        new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()),
                        LiveJob.Span.ONCE,
                        java.util.function.Function.identity());
    }

    private Portfolio finish(Instant tick) {
        Cli.Ran ran = Cli.run(live(tick).toArray());
        said = ran.err() + ran.out();
        assertEquals(0, ran.code(), said);
        return StateFolder.at(folder.resolve("run")).load().book(Ledger.MAIN_BOOK);
    }

    private static long filled(Portfolio book) {
        List<Trade> trades = book.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .toList();
        assertEquals(
                trades.size(),
                new HashSet<>(trades.stream()
                                .map(trade -> trade.plan().intent().pair())
                                .toList())
                        .size());
        return trades.size();
    }

    private void killAt(int request, boolean before, FaultProxy proxy, Instant tick) throws Exception {
        AtomicReference<Process> child = new AtomicReference<>();
        proxy.watch(new FaultProxy.Watcher() {
            @Override
            public void before(int number) {
                kill(before && number == request);
            }

            @Override
            public void after(int number) {
                kill(!before && number == request);
            }

            private void kill(boolean now) {
                if (now) {
                    child.get().destroyForcibly().onExit().join();
                }
            }
        });
        child.set(OwnProcess.start(live(tick), folder.resolve("said")));
        OwnProcess.awaitEnd(child.get());
        assertFalse(child.get().exitValue() == 0, () -> "it was to be killed at request " + request);
    }

    private List<Path> kept() {
        return List.of(folder.resolve("run"), folder.resolve(wallet.address().hex()));
    }

    private Path copyOf(Path kept) {
        return folder.resolve("kept").resolve(kept.getFileName());
    }

    private void keep() throws IOException {
        for (Path each : kept()) {
            copy(each, copyOf(each));
        }
    }

    /** The chain, the run and the wallet's journal as they were; tells how to go back once more. */
    private String backTo(String snapshot) throws IOException {
        assertTrue(CHAIN.ask("evm_revert", snapshot).booleanValue());
        for (Path each : kept()) {
            delete(each);
            copy(copyOf(each), each);
        }
        return CHAIN.ask("evm_snapshot").stringValue();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, java.io.IOException failed) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
