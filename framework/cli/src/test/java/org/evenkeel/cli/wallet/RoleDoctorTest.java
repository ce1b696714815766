package org.evenkeel.cli.wallet;

import static org.evenkeel.cli.Cli.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The money is a Safe's of two owners, and the wallet's key, which is none of them, has a role in its module. */
final class RoleDoctorTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String APPROVE = "approve(address,uint256)";

    private static SafeGround ground;

    @TempDir
    private Path folder;

    private LocalWallet wallet;
    private TestContract safe;

    @BeforeAll
    static void deploy() {
        ground = SafeGround.on(CHAIN);
    }

    @BeforeEach
    void begin() {
        wallet = ground.wallet(folder);
        safe = ground.enriched(ground.safes().createOfTwo());
    }

    private TestRoles module(Version version) {
        return TestRoles.deployFor(ground.safes(), safe, version);
    }

    private TestRoles enabled(Version version) {
        return module(version).enable().assign(wallet.address().hex(), true).allow(ground.usdc(), APPROVE);
    }

    private static Object[] of(TestRoles roles) {
        return new Object[] {
            "--module", roles.modifier(), "--role", roles.version().role()
        };
    }

    private Cli.Ran run(Object[] how, Object... command) {
        List<Object> all = new ArrayList<>(List.of(SafeGround.about(safe, command)));
        all.addAll(List.of(how));
        return wallet.run(all.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void a_role_of_the_key_is_well_and_whose_limits_hold_it_is_told(Version version) {
        TestRoles roles = enabled(version);
        for (String command : List.of("doctor", "check")) {
            Object[] words = "check".equals(command) ? new Object[] {"wallet", command} : new Object[] {command};
            Cli.Ran ran = run(of(roles), words);
            assertSays(
                    ExitCode.OK,
                    "lets the key do what the role " + version.role() + " of its module " + roles.modifier()
                            + " may; the limits are those of its 2 owners, of whom 2 have to agree",
                    ran);
            assertSays(ExitCode.OK, "All is well.", ran);
        }
        assertSays(ExitCode.OK, "2.5 |", run(of(roles), "wallet", "balances", "--token", "local:" + ground.usdc()));
    }

    @Test
    void who_else_can_move_the_money_is_told() {
        TestRoles roles = enabled(Version.TWO);
        ground.safes().agree(safe, safe, "enableModule(address)", ground.usdc());
        assertSays(
                ExitCode.OK,
                "has other modules, which can move its money without an owner: [" + ground.usdc(),
                run(of(roles), "wallet", "check"));
    }

    @Test
    void without_a_module_a_safe_of_two_says_how_its_owners_give_the_key_a_role() {
        ground.safes()
                .agree(
                        safe,
                        safe,
                        "addOwnerWithThreshold(address,uint256)",
                        wallet.address().hex(),
                        2);
        assertSays(
                ExitCode.STATE,
                "wants 2 signatures for everything, and a run has one: use a Safe with a threshold of 1, or have its owners"
                        + " enable a Roles modifier on it that gives the key a role with limits (--module and --role)",
                run(new Object[0], "wallet", "check"));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_missing_is_told_with_the_call_that_the_owners_have_to_make(Version version) {
        TestRoles roles = module(version);
        assertSays(
                ExitCode.STATE,
                "have the Safe's owners call enableModule(" + roles.modifier() + ")",
                run(of(roles), "wallet", "check"));
        roles.enable();
        assertSays(
                ExitCode.STATE,
                "have the Safe's owners call assignRoles(" + wallet.address() + ", [" + version.role() + "], [true])",
                run(of(roles), "doctor"));
        roles.assign(wallet.address().hex(), true);
        Object[] unknown = {"--module", roles.modifier(), "--role", version == Version.ONE ? "8" : "traders"};
        assertSays(ExitCode.STATE, "is no member of the role", run(unknown, "doctor"));
        Object[] strange = {"--module", roles.modifier(), "--role", version == Version.ONE ? "trader" : "7"};
        assertSays(ExitCode.STATE, "It knows no roles such as", run(strange, "doctor"));
        assertSays(ExitCode.OK, "All is well.", run(of(roles), "doctor"));
    }

    @Test
    void each_chain_may_have_a_module_of_its_own() {
        TestRoles roles = enabled(Version.TWO);
        Object[] both = {"--module", ground.usdc(), "--module", "local:" + roles.modifier(), "--role", "trader"};
        assertSays(ExitCode.OK, "All is well.", run(both, "wallet", "check"));
        Object[] other = {"--module", "locale=" + roles.modifier(), "--role", "trader"};
        assertSays(
                ExitCode.USAGE, "No --module is that of local. Did you mean 'locale'?", run(other, "wallet", "check"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--module 0x1111111111111111111111111111111111111111 | give both --module and --role",
                "--role trader | give both --module and --role",
                "--module 0x11 --role trader | --module 0x11 is no address",
                "--module 0x1111111111111111111111111111111111111111 --role 70000 | 70000 is no role",
                "--module 0x1111111111111111111111111111111111111111 --module"
                        + " 0x2222222222222222222222222222222222222222 --role 7 | is a second one for the same chains"
            })
    void what_is_half_said_or_no_address_is_refused(String options, String why) {
        assertSays(ExitCode.USAGE, why, run(options.split(" "), "wallet", "check"));
    }

    @Test
    void a_role_without_a_safe_is_refused() {
        assertSays(
                ExitCode.USAGE,
                "give the Safe's address, too, by --safe ADDRESS",
                wallet.run("wallet", "check", "--module", ground.usdc(), "--role", "7"));
    }

    @ParameterizedTest
    @EnumSource
    void an_allowance_is_taken_back_through_the_module_when_that_is_signed_off(Version version) {
        TestRoles roles = enabled(version);
        ground.safes().agree(safe, ground.usdc(), APPROVE, ground.dex().routerV2(), 700_000);
        Object[] how = of(roles);
        Path data = ground.data(wallet);
        assertSays(ExitCode.STATE, ground.dex().routerV2() + " may take 0.7 USDC", run(how, "doctor", "--data", data));
        String revoke =
                "revoke-allowance:local:" + ground.usdc() + ":" + ground.dex().routerV2();
        Cli.Ran mended = run(how, "doctor", "--data", data, "--password-file", wallet.password(), "--repair", revoke);
        assertSays(ExitCode.OK, "is taken back", mended);
        assertEquals(
                BigInteger.ZERO,
                ground.usdc()
                        .number("allowance(address,address)", safe, ground.dex().routerV2()));
    }
}
