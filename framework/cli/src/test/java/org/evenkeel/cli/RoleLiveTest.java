package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
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
import org.evenkeel.live.Time;
import org.evenkeel.onchain.Address;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.evenkeel.testkit.chain.TestSafe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run with the money of a Safe, of which the wallet's key does what its role may. */
final class RoleLiveTest {
    private static final int HOURS = 6;

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(
            31421,
            Instant.ofEpochMilli(System.currentTimeMillis())
                    .minus(Duration.ofHours(HOURS))
                    .truncatedTo(ChronoUnit.HOURS));

    @TempDir
    private Path folder;

    private BusyChain busy;
    private LocalWallet wallet;
    private TestRoles roles;

    /** A time that stands still, but for those who wait. */
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

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
    }

    private void prepare() throws IOException {
        busy = new BusyChain(CHAIN, "delta", 6).withPair("AAA", "5").withRanges("BBB", "40");
        Files.writeString(folder.resolve("chains.json"), "{\"chains\": [" + busy.profile() + "]}");
        Files.writeString(folder.resolve(".env"), "DELTA_RPC_URL=" + busy.url() + "\n");
        wallet = LocalWallet.ofFolder(CHAIN, folder);
        TestSafe safes = TestSafe.deployOn(CHAIN);
        roles = TestRoles.deployFor(safes, safes.createOfTwo(), Version.TWO)
                .enable()
                .assign(wallet.address().hex(), true);
        allowRouter();
        for (TestContract token : busy.tokens()) {
            roles.allow(token, "approve(address,uint256)");
        }
        busy.fund(wallet.address().hex(), "5", "0");
        busy.fund(roles.safe().address(), "0", "9000");
        Random random = new Random(5);
        for (Instant at = busy.now().plus(Duration.ofHours(1));
                at.isBefore(now());
                at = at.plus(Duration.ofMinutes(50))) {
            busy.trade(random, at, 0.004);
            for (String symbol : List.of("AAA", "BBB", "WETH")) {
                busy.push(symbol, 0.01, at); // All rise, whatever the hour is, and so all are bought.
            }
        }
        busy.passTo(now());
    }

    private void allowRouter() {
        roles.allow(busy.router(), "multicall(uint256,bytes[])");
    }

    private List<String> settings(Instant tick) {
        return List.of(
                "--data=" + folder.resolve("pools"),
                "--out=" + folder.resolve("run"),
                "--look=1s",
                "--set=cycle=1h",
                "--set=cycleOffset=" + tick.getEpochSecond() % 3600 + "s",
                "--set=lookback=2h",
                "--set=threshold=-1",
                "--set=topCount=3",
                "--set=minRebalanceTradeUsd=10",
                "--set=pairs=AAA-USDC,BBB-WETH,WETH-USDC",
                "--chains=" + folder.resolve("chains.json"),
                "--env=" + folder.resolve(".env"));
    }

    private Cli.Ran run(List<String> settings, String... command) {
        List<Object> words = new ArrayList<>(List.of((Object[]) command));
        words.addAll(List.of("--wallet=" + wallet.keystore(), "--safe=" + roles.safe()));
        words.addAll(List.of("--module=delta:" + roles.modifier(), "--role=trader"));
        words.addAll(settings);
        return Cli.run(words.toArray());
    }

    private static String sure(Cli.Ran ran) {
        String said = ran.out() + ran.err();
        assertEquals(ExitCode.OK, ran.code(), said);
        return said;
    }

    /** A state that began before the tick, and so decides at it. */
    private void begin(Instant tick) {
        LiveOptions options = new LiveOptions();
        new CommandLine(options).parseArgs(settings(tick).toArray(String[]::new));
        LiveStrategy strategy = LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options, "live");
        LiveTime time = new LiveTime(new OwnTime(tick.minusSeconds(5)), pause -> Thread.onSpinWait());
        SafeHolding.Membership member =
                SafeHolding.Membership.of("trader", List.of(roles.modifier().address()));
        SafeHolding safe = new SafeHolding(new Address(roles.safe().address()), Optional.of(member));
        new LiveJob(strategy, options, time)
                .send(
                        new LiveJob.Sending(wallet.files(), wallet.key(), Optional.of(safe)),
                        LiveJob.Span.ONCE,
                        Function.identity());
    }

    private Portfolio book() {
        return StateFolder.at(folder.resolve("run")).load().book(Ledger.MAIN_BOOK);
    }

    @Test
    void what_the_role_may_is_traded_and_booked_and_what_it_may_not_is_told_before_anything_is_sent() throws Exception {
        prepare();
        List<Object> collect = new ArrayList<>(List.of("collect", "--out=" + folder.resolve("pools")));
        collect.addAll(busy.pools());
        collect.addAll(List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env")));
        sure(Cli.run(collect.toArray()));
        Instant tick = busy.now().minusSeconds(10);
        List<String> settings = settings(tick);

        assertTrue(sure(run(settings, "live", "WeeklyMomentum")).contains("sent"));
        roles.revoke(busy.router());
        String refused = sure(run(settings, "live", "WeeklyMomentum"));
        assertTrue(refused.contains("TargetAddressNotAllowed"), refused);
        allowRouter();

        begin(tick);
        String password = "--password-file=" + wallet.password();
        sure(run(settings, "live", "WeeklyMomentum", "--execute", "--once", "--tolerance=59m", password));
        assertEquals(3, book().positions().size(), book().toString());
        assertEquals(
                0,
                busy.holdings(wallet.address().hex()).values().stream()
                        .mapToInt(BigInteger::signum)
                        .sum());
        String doctor = sure(run(
                settings.subList(settings.size() - 2, settings.size()), "doctor", "--state=" + folder.resolve("run")));
        assertTrue(doctor.contains("All is well."), doctor);

        roles.assign(wallet.address().hex(), false);
        Cli.Ran out = run(settings, "close-all", "WeeklyMomentum", "--execute", password);
        assertEquals(ExitCode.USAGE, out.code(), out.err());
        assertTrue(out.err().contains("is no member of the role trader"), out.err());
        roles.assign(wallet.address().hex(), true);
        sure(run(settings, "close-all", "WeeklyMomentum", "--execute", password));
        assertEquals(0, book().positions().size(), book().toString());
    }
}
