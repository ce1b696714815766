package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.safe.SafeAccount;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestBridge;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestSafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A Safe that has the same address on two chains, and a key that signs by the policy of a wallet held for the Safe. */
final class SafeTransferTest {
    @RegisterExtension
    static final LocalChain WEST = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain EAST = LocalChain.withId(31338);

    private static TestEnd west;
    private static TestEnd east;
    private static TestContract safe;

    @TempDir
    private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private AcrossBridge bridge;

    @BeforeAll
    static void deploy() {
        TestBridge left = TestBridge.deployOn(WEST);
        TestBridge right = TestBridge.deployOn(EAST);
        west = TestEnd.on(WEST, left, left.token("USDC", 6), 6);
        east = TestEnd.on(EAST, right, right.token("USDC", 18), 18);
        safe = TestSafe.deployOn(WEST).create(1, List.of(TestEnd.KEY.address().hex()));
        TestContract there =
                TestSafe.deployOn(EAST).create(1, List.of(TestEnd.KEY.address().hex()));
        assertEquals(safe.address(), there.address());
        west.reserve().send("mint(address,uint256)", safe, BigInteger.TEN.pow(9));
    }

    @BeforeEach
    void open() {
        bridge = new AcrossBridge(
                List.of(end(west, east.token()), end(east, west.token())),
                (here, there) -> new BridgeTerms(0.5, 10, Duration.ofMinutes(10)),
                new Departures("run@1", TestEnd.PATIENCE),
                report -> {});
    }

    private BridgeEnd end(TestEnd end, Token elsewhere) {
        Path own = folder.resolve("chain-" + end.chain().id());
        ChainClient client = end.client();
        PolicySigner signer = PolicySigner.of(
                TestEnd.KEY, policy(end, elsewhere), own.resolve("signed"), () -> Clients.now(end.chain()));
        TxManager owner = TxManager.open(client, signer, own, TestEnd.SETTINGS);
        SafeAccount account = SafeAccount.open(client, owner, new Address(safe.address()), own.resolve("safe"));
        opened.addAll(List.of(account, owner, signer, client));
        return new BridgeEnd(client, account, TestEnd.offers(end.pool()), TestEnd.CONFIRMATIONS, TestEnd.WORTH);
    }

    private static SigningPolicy policy(TestEnd end, Token elsewhere) {
        ChainProfile profile = new ChainProfile(
                new Chain("local", end.chain().id()),
                new NativeCoin("ETH", new Address("0x" + "7".repeat(40))),
                new TradingVenues(List.of(), List.of(), List.of()),
                PegRule.POOLS,
                Optional.of(BridgeProfile.of(end.pool())),
                ChainRules.DEFAULTS);
        SigningPolicy wallet =
                WalletPolicy.of(profile, new WalletPolicy.Tokens(end.token(), Set.of(), Set.of(elsewhere)));
        return WalletPolicy.through(new SafeAccess.Owner(new Address(safe.address())), wallet);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void the_money_of_a_safe_goes_to_the_safe_on_the_other_chain_and_its_owner_pays_the_gas() {
        Transfer transfer = bridge.plan(
                new Bridge.Request(1, "main", west.token(), east.token(), new BigDecimal("400")), Clients.now(WEST));
        bridge.start(transfer, Clients.now(WEST));
        west.confirm();
        assertInstanceOf(Bridge.InFlight.class, bridge.whereabouts(transfer, Clients.now(WEST)));
        assertEquals(
                BigInteger.TEN.pow(9).subtract(Bridging.SENT), west.reserve().number("balanceOf(address)", safe));
        assertEquals(
                BigInteger.ZERO,
                west.reserve()
                        .number(
                                "allowance(address,address)",
                                safe,
                                west.bridge().pool()));
        east.bridge().fill(west.bridge().deposits().getFirst(), east.reserve());
        east.confirm();
        Bridge.Arrived there = assertInstanceOf(Bridge.Arrived.class, bridge.whereabouts(transfer, Clients.now(WEST)));
        assertEquals(0, new BigDecimal("400").compareTo(there.received()));
        assertEquals(
                new BigInteger("400").multiply(BigInteger.TEN.pow(18)),
                east.reserve().number("balanceOf(address)", safe));
        assertTrue(there.gas().signum() > 0);
        assertEquals(west.gasPaid(), there.gas());
    }
}
