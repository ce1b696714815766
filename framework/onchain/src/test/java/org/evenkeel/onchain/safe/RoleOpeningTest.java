package org.evenkeel.onchain.safe;

import static org.evenkeel.onchain.safe.Errands.KEY;
import static org.evenkeel.onchain.safe.Errands.RICH;
import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.evenkeel.testkit.chain.TestSafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has to be so before a key acts by a role, on real modifiers of real Safes. */
final class RoleOpeningTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String HEX = KEY.address().hex();
    private static final String MORE_OWNERS = "addOwnerWithThreshold(address,uint256)";
    private static final Map<Version, TestRoles> ROLES = new EnumMap<>(Version.class);
    private static TestSafe safes;
    private static TestContract usdc;

    @TempDir
    private Path folder;

    private TestRoles roles;
    private ChainClient client;
    private TxManager manager;

    @BeforeAll
    static void deploy() {
        safes = TestSafe.deployOn(CHAIN);
        usdc = TestDex.deployOn(CHAIN).token("USDC", 6);
        CHAIN.ask("anvil_setBalance", HEX, "0x8ac7230489e80000");
        for (Version version : Version.values()) {
            TestRoles made = TestRoles.deployFor(safes, safes.createOfTwo(), version)
                    .enable()
                    .assign(HEX, true);
            usdc.send("mint(address,uint256)", made.safe(), RICH);
            ROLES.put(version, made);
        }
    }

    private void open(Version version) {
        roles = ROLES.get(version);
        client = Clients.client(CHAIN, CHAIN.url().toString());
        manager = TxManager.open(client, KEY, folder.resolve("transactions"), TxSettings.DEFAULTS);
    }

    @AfterEach
    void close() {
        manager.close();
        client.close();
    }

    private Address safe() {
        return at(roles.safe());
    }

    /** What the owners of the Safe agree on. */
    private void agree(TestContract target, String function, Object... arguments) {
        safes.agree(roles.safe(), target, function, arguments);
    }

    private void assertUnusable(String why, SafeAccess.Member access) {
        SafeException refused = assertThrows(SafeException.class, () -> access.open(client, manager, folder));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertEquals(Optional.of(refused.getMessage()), access.obstacle(client, client.head(), KEY.address()));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_role_of_the_key_in_a_modifier_of_the_safe_is_refused_before_anything_is_signed(Version version) {
        open(version);
        SafeAccess.Member right = RoleAccess.of(roles);
        assertEquals(Optional.empty(), right.obstacle(client, client.head(), KEY.address()));
        Address nobody = new Address("0x" + "12".repeat(20));
        assertUnusable("no contract at it", new SafeAccess.Member(safe(), nobody, right.role()));
        assertUnusable("There is no contract at", new SafeAccess.Member(nobody, right.modifier(), right.role()));
        assertUnusable("It is none", new SafeAccess.Member(safe(), at(usdc), right.role()));
        assertUnusable("It is none", new SafeAccess.Member(safe(), safe(), right.role()));
        TestContract other = safes.createOfTwo();
        assertUnusable("It acts for " + safe(), new SafeAccess.Member(at(other), right.modifier(), right.role()));
        TestRoles fresh = TestRoles.deployFor(safes, other, version);
        assertUnusable("have the Safe's owners call enableModule(" + fresh.modifier(), RoleAccess.of(fresh));
        fresh.enable();
        assertUnusable("have the Safe's owners call assignRoles(" + HEX, RoleAccess.of(fresh));
        Role unknown = Role.of(version == Version.ONE ? "8" : "traders");
        assertUnusable("is no member of the role " + unknown, new SafeAccess.Member(safe(), right.modifier(), unknown));
        Role strange = Role.of(version == Version.ONE ? "trader" : "7");
        assertUnusable(
                "It knows no roles such as " + strange, new SafeAccess.Member(safe(), right.modifier(), strange));
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_can_go_around_its_limits_is_refused(Version version) {
        open(version);
        agree(roles.safe(), "enableModule(address)", HEX);
        agree(roles.safe(), MORE_OWNERS, HEX, 2);
        assertUnusable("is a module of the Safe itself, so that no limit holds it", RoleAccess.of(roles));
        agree(roles.modifier(), "transferOwnership(address)", HEX);
        agree(roles.safe(), "changeThreshold(uint256)", 1);
        assertUnusable(
                "owns the modifier and is a module of the Safe itself and is an owner of the Safe that needs no other",
                RoleAccess.of(roles));
    }

    @ParameterizedTest
    @EnumSource
    void control_a_key_that_is_a_module_itself_moves_all_the_money_whatever_its_role_is(Version version) {
        open(version);
        agree(roles.safe(), "enableModule(address)", HEX);
        Call away = Function.of("transfer(address,uint256)")
                .on(at(usdc), new AbiWriter().address(KEY.address()).uint(RICH));
        Call told = Function.of("execTransactionFromModule(address,uint256,bytes,uint8)")
                .on(
                        safe(),
                        new AbiWriter()
                                .address(away.to())
                                .uint(0)
                                .bytes(away.input())
                                .uint(0));
        manager.submit(TxRequest.of("1", told));
        Errands.mined(manager, "1");
        assertEquals(RICH, usdc.number("balanceOf(address)", HEX));
    }

    @ParameterizedTest
    @EnumSource
    void who_else_can_move_the_money_or_the_limits_is_told(Version version) {
        open(version);
        agree(roles.safe(), "enableModule(address)", usdc);
        agree(roles.safe(), MORE_OWNERS, HEX, 2);
        agree(roles.modifier(), "transferOwnership(address)", CHAIN.account());
        List<String> notices =
                RoleAccess.of(roles).open(client, manager, folder).notices();
        String told = String.join(" ", notices);
        assertTrue(told.contains("has other modules, which can move its money without an owner: [" + usdc), told);
        assertTrue(told.contains("does not own its modifier") && told.contains(CHAIN.account() + " alone can"), told);
        assertTrue(told.contains("has the key among its 3 owners, of whom 2 together"), told);
    }
}
