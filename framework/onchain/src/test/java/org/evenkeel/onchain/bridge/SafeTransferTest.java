package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.BridgeProfile;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainRules;
import org.evenkeel.onchain.config.NativeCoin;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.config.TradingVenues;
import org.evenkeel.onchain.config.WalletPolicy;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.safe.RoleAccess;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.safe.SafeSpeaker;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.evenkeel.testkit.chain.TestSafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Safe that has the same address on two chains, and a key that signs by the policy of a wallet held for the Safe: as its
 * owner, or as a member of a role of modules whose addresses differ.
 */
final class SafeTransferTest {
    @RegisterExtension
    static final LocalChain WEST = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain EAST = LocalChain.withId(31338);

    /** As the bridge's older function is named, which takes addresses. */
    private static final String DEPOSIT =
            "depositV3(address,address,address,address,uint256,uint256,uint256,address,uint32,uint32,uint32,bytes)";

    private static TestEnd west;
    private static TestEnd east;
    private static TestContract safe;
    private static TestRoles westRoles;
    private static TestRoles eastRoles;

    @TempDir
    private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private AcrossBridge bridge;

    @BeforeAll
    static void deploy() {
        west = TestEnd.deployOn(WEST, 6);
        east = TestEnd.deployOn(EAST, 18);
        TestSafe westSafes = TestSafe.deployOn(WEST);
        TestSafe eastSafes = TestSafe.deployOn(EAST);
        safe = westSafes.create(1, List.of(TestEnd.KEY.address().hex()));
        TestContract there = eastSafes.create(1, List.of(TestEnd.KEY.address().hex()));
        assertEquals(safe.address(), there.address());
        west.reserve().send("mint(address,uint256)", safe, BigInteger.TEN.pow(9));
        westRoles = roles(westSafes, west);
        eastRoles = roles(eastSafes, east);
        assertEquals(westRoles.safe().address(), eastRoles.safe().address());
        assertNotEquals(westRoles.modifier().address(), eastRoles.modifier().address());
        west.reserve().send("mint(address,uint256)", westRoles.safe(), BigInteger.TEN.pow(9));
    }

    private static TestRoles roles(TestSafe safes, TestEnd end) {
        return TestRoles.deployFor(safes, safes.createOfTwo(), Version.TWO)
                .enable()
                .assign(TestEnd.KEY.address().hex(), true)
                .allow(end.reserve(), "approve(address,uint256)");
    }

    private void open(SafeAccess here, SafeAccess there) {
        bridge = new AcrossBridge(
                List.of(end(west, east.token(), here), end(east, west.token(), there)),
                (from, to) -> new BridgeTerms(0.5, 10, Duration.ofMinutes(10)),
                new Departures("run@1", TestEnd.PATIENCE),
                report -> {});
    }

    private BridgeEnd end(TestEnd end, Token elsewhere, SafeAccess access) {
        Path own = folder.resolve("chain-" + end.chain().id());
        ChainClient client = end.client();
        PolicySigner signer = PolicySigner.of(
                TestEnd.KEY, policy(end, elsewhere, access), own.resolve("signed"), () -> Clients.now(end.chain()));
        TxManager key = TxManager.open(client, signer, own, TestEnd.SETTINGS);
        SafeSpeaker account = access.open(client, key, own.resolve("safe"));
        opened.addAll(List.of(account, key, signer, client));
        return new BridgeEnd(client, account, TestEnd.offers(end.pool()), TestEnd.CONFIRMATIONS, TestEnd.WORTH);
    }

    private static SigningPolicy policy(TestEnd end, Token elsewhere, SafeAccess access) {
        ChainProfile profile = new ChainProfile(
                new Chain("local", end.chain().id()),
                new NativeCoin("ETH", new Address("0x" + "7".repeat(40))),
                new TradingVenues(List.of(), List.of(), List.of()),
                PegRule.POOLS,
                Optional.of(BridgeProfile.of(end.pool())),
                ChainRules.DEFAULTS);
        SigningPolicy wallet =
                WalletPolicy.of(profile, new WalletPolicy.Tokens(end.token(), Set.of(), Set.of(elsewhere)));
        return WalletPolicy.through(access, wallet);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private Transfer depart() {
        Transfer transfer = bridge.plan(
                new Bridge.Request(1, "main", west.token(), east.token(), new BigDecimal("400")), Clients.now(WEST));
        bridge.start(transfer, Clients.now(WEST));
        west.confirm();
        return transfer;
    }

    private void assertArrives(TestContract at) {
        Transfer transfer = depart();
        assertInstanceOf(Bridge.InFlight.class, bridge.whereabouts(transfer, Clients.now(WEST)));
        assertEquals(
                BigInteger.TEN.pow(9).subtract(Bridging.SENT), west.reserve().number("balanceOf(address)", at));
        assertEquals(BigInteger.ZERO, allowed(at));
        east.bridge().fill(west.bridge().deposits().getFirst(), east.reserve());
        east.confirm();
        Bridge.Arrived there = assertInstanceOf(Bridge.Arrived.class, bridge.whereabouts(transfer, Clients.now(WEST)));
        assertEquals(0, new BigDecimal("400").compareTo(there.received()));
        assertEquals(
                new BigInteger("400").multiply(BigInteger.TEN.pow(18)),
                east.reserve().number("balanceOf(address)", at));
        assertTrue(there.gas().signum() > 0);
        assertEquals(west.gasPaid(), there.gas());
    }

    private static BigInteger allowed(TestContract by) {
        return west.reserve()
                .number("allowance(address,address)", by, west.bridge().pool());
    }

    @Test
    void the_money_of_a_safe_goes_to_the_safe_on_the_other_chain_and_its_owner_pays_the_gas() {
        SafeAccess owner = new SafeAccess.Owner(new Address(safe.address()));
        open(owner, owner);
        assertArrives(safe);
    }

    @Test
    void so_it_does_for_a_member_of_a_role_that_may_pay_it_in() {
        westRoles.allow(west.bridge().pool(), DEPOSIT);
        open(RoleAccess.of(westRoles), RoleAccess.of(eastRoles));
        assertArrives(westRoles.safe());
    }

    @Test
    void where_the_role_may_not_pay_it_in_the_bridge_is_allowed_nothing_and_no_gas_is_paid() {
        open(RoleAccess.of(westRoles), RoleAccess.of(eastRoles));
        Transfer transfer = depart();
        assertEquals(BigInteger.TEN.pow(9), west.reserve().number("balanceOf(address)", westRoles.safe()));
        assertEquals(BigInteger.ZERO, allowed(westRoles.safe()));
        assertEquals(0, west.gasPaid().signum());
        String found = bridge.report(transfer).found();
        assertTrue(found.contains("TargetAddressNotAllowed"), found);
    }
}
