package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.chain.SafeHolding;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.onchain.Address;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.evenkeel.testkit.chain.TestSafe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run with the money of a Safe, of which the wallet's key does what its role may. */
final class RoleLiveTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31421, DueRun.genesis());

    @TempDir
    private Path folder;

    private BusyChain busy;
    private LocalWallet wallet;
    private TestRoles roles;
    private DueSettings due;

    private void prepare() {
        busy = new BusyChain(CHAIN, "delta", 6).withPair("AAA", "5").withRanges("BBB", "40");
        due = new DueSettings(folder, List.of("AAA-USDC", "BBB-WETH", "WETH-USDC"), 3);
        due.describe(busy);
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
        // All rise, and so all are bought.
        busy.tradeUpTo(LeapingTime.machine(), new Random(5), List.of("AAA", "BBB", "WETH"));
    }

    private void allowRouter() {
        roles.allow(busy.router(), "multicall(uint256,bytes[])");
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

    private LiveJob.Sending sending() {
        SafeHolding.Membership member =
                SafeHolding.Membership.of("trader", List.of(roles.modifier().address()));
        SafeHolding safe = new SafeHolding(new Address(roles.safe().address()), Optional.of(member));
        return new LiveJob.Sending(wallet.files(), wallet.key(), Optional.of(safe));
    }

    @Test
    void what_the_role_may_is_traded_and_booked_and_what_it_may_not_is_told_before_anything_is_sent() throws Exception {
        prepare();
        sure(Cli.run(due.collect(busy, due.data()).toArray()));
        Instant tick = busy.now().minusSeconds(10);
        List<String> settings = due.words(tick, "--look=1s");

        assertTrue(sure(run(settings, "live", "WeeklyMomentum")).contains("sent"));
        roles.revoke(busy.router());
        String refused = sure(run(settings, "live", "WeeklyMomentum"));
        assertTrue(refused.contains("TargetAddressNotAllowed"), refused);
        allowRouter();

        due.begin(tick, sending());
        String password = "--password-file=" + wallet.password();
        sure(run(settings, "live", "WeeklyMomentum", "--execute", "--once", "--tolerance=59m", password));
        assertEquals(3, due.book().positions().size(), due.book().toString());
        assertEquals(
                0,
                busy.holdings(wallet.address().hex()).values().stream()
                        .mapToInt(BigInteger::signum)
                        .sum());
        String doctor = sure(run(due.files(), "doctor", "--state=" + due.state()));
        assertTrue(doctor.contains("All is well."), doctor);

        roles.assign(wallet.address().hex(), false);
        Cli.Ran out = run(settings, "close-all", "WeeklyMomentum", "--execute", password);
        assertEquals(ExitCode.USAGE, out.code(), out.err());
        assertTrue(out.err().contains("is no member of the role trader"), out.err());
        roles.assign(wallet.address().hex(), true);
        sure(run(settings, "close-all", "WeeklyMomentum", "--execute", password));
        assertEquals(0, due.book().positions().size(), due.book().toString());
    }
}
