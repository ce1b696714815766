package org.evenkeel.onchain.tx;

import static org.evenkeel.onchain.tx.TestWallet.SETTINGS;
import static org.evenkeel.onchain.tx.TestWallet.landed;
import static org.evenkeel.onchain.tx.TestWallet.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.rpc.RemoteSigner;
import org.evenkeel.onchain.sign.Fees;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.state.store.ChainedLog;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class TxManagerTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    final TestWallet wallet = new TestWallet(CHAIN);

    private static TestContract token;

    @TempDir
    private Path folder;

    @BeforeAll
    static void deploy() {
        token = TestDex.deployOn(CHAIN).token("USDC", 6);
    }

    private static TxOutcome.Reason deferred(TxOutcome outcome) {
        return assertInstanceOf(TxOutcome.Deferred.class, outcome).reason();
    }

    @Test
    void a_transaction_lands_and_is_final_once_it_has_its_confirmations() {
        wallet.holdBack(); // A node that mines by itself mines an empty block for a raise that comes while it mines.
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            wallet.mine();
            TxOutcome.Mined mined = assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertTrue(mined.receipt().succeeded());
            assertEquals(TxOutcome.Certainty.PROVISIONAL, mined.certainty());
            wallet.mine();
            mined = assertInstanceOf(TxOutcome.Mined.class, manager.look("trade 1"));
            assertEquals(TxOutcome.Certainty.FINAL, mined.certainty());
            assertEquals(1, wallet.payments());
        }
    }

    @Test
    void the_same_id_is_the_same_transaction_after_a_restart_too() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            landed(manager, "trade 1");
            assertInstanceOf(TxOutcome.Mined.class, manager.submit(payment("trade 1")));
        }
        try (TxManager manager = wallet.open(folder)) {
            assertInstanceOf(TxOutcome.Mined.class, manager.submit(payment("trade 1")));
            TxRequest other = payment("trade 1").withValue(BigInteger.TWO);
            assertThrows(TxException.Conflict.class, () -> manager.submit(other));
            manager.submit(payment("trade 2"));
            landed(manager, "trade 2");
        }
        assertEquals(2, wallet.payments());
        assertEquals(2, wallet.signatures.get());
    }

    @Test
    void one_at_a_time_is_open() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            assertInstanceOf(TxOutcome.StillOpen.class, manager.submit(payment("trade 1")));
            assertEquals(TxOutcome.Reason.EARLIER_ONE_OPEN, deferred(manager.submit(payment("trade 2"))));
            assertEquals(1, wallet.signatures.get());
            wallet.mine();
            assertInstanceOf(TxOutcome.StillOpen.class, manager.submit(payment("trade 2")));
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 2"));
            assertEquals(2, wallet.payments());
        }
    }

    @Test
    void what_would_revert_is_not_signed_and_what_reverts_says_why() {
        TxRequest tooMuch = TxRequest.of(
                "trade 1",
                Function.of("transfer(address,uint256)")
                        .on(
                                new Address(token.address()),
                                new AbiWriter().address(TestWallet.PAYEE).uint(7)));
        String error =
                Function.of("BalanceTooLow(address,uint256,uint256)").selector().hex();
        try (TxManager manager = wallet.open(folder)) {
            TxOutcome.Deferred deferred = assertInstanceOf(TxOutcome.Deferred.class, manager.submit(tooMuch));
            assertEquals(TxOutcome.Reason.WOULD_REVERT, deferred.reason());
            assertTrue(deferred.why().contains(error), deferred.why());
            assertEquals(0, wallet.signatures.get());
            manager.submit(tooMuch.withGas(BigInteger.valueOf(100_000)));
            TxOutcome.Mined mined = assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertFalse(mined.receipt().succeeded());
            assertTrue(mined.reason().contains(error), mined.reason());
        }
    }

    @Test
    void where_no_node_can_say_why_it_reverted_it_has_reverted_all_the_same() {
        TxRequest tooMuch = TxRequest.of(
                        "trade 1",
                        Function.of("transfer(address,uint256)")
                                .on(
                                        new Address(token.address()),
                                        new AbiWriter()
                                                .address(TestWallet.PAYEE)
                                                .uint(7)))
                .withGas(BigInteger.valueOf(100_000));
        wallet.proxy.set("eth_call", new Fault.Error(-32000, "missing trie node"));
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(tooMuch);
            TxOutcome.Mined mined = assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertFalse(mined.receipt().succeeded());
            assertTrue(mined.reason().contains("no node could tell"), mined.reason());
        }
    }

    @Test
    void a_raise_that_the_signer_refuses_leaves_what_waits_as_it_is() {
        wallet.holdBack();
        Signer once = new Signer() {
            @Override
            public Address address() {
                return TestWallet.KEY.address();
            }

            @Override
            public Bytes sign(UnsignedTransaction transaction) {
                if (wallet.signatures.getAndIncrement() > 0) {
                    throw new SigningRefused("Not signed (daily value).");
                }
                return TestWallet.KEY.sign(transaction);
            }
        };
        try (TxManager manager = TxManager.open(wallet.client, once, folder, SETTINGS)) {
            manager.submit(payment("trade 1"));
            assertTrue(manager.await("trade 1", Looks.of(5)).isOpen());
            assertTrue(wallet.signatures.get() > 1);
            assertThrows(SigningRefused.class, () -> manager.raise("trade 1"));
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        assertEquals(1, wallet.payments());
    }

    @Test
    void what_the_signer_refuses_leaves_its_nonce_to_the_next() {
        Signer choosy = new Signer() {
            @Override
            public Address address() {
                return TestWallet.KEY.address();
            }

            @Override
            public Bytes sign(UnsignedTransaction transaction) {
                if (transaction.value().equals(BigInteger.TWO)) {
                    throw new SigningRefused("Not signed (value).");
                }
                return TestWallet.KEY.sign(transaction);
            }
        };
        try (TxManager manager = TxManager.open(wallet.client, choosy, folder, SETTINGS)) {
            assertThrows(
                    SigningRefused.class,
                    () -> manager.submit(payment("trade 1").withValue(BigInteger.TWO)));
            manager.submit(payment("trade 2"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 2"));
        }
        assertEquals(0, journal().get("trade 2").nonce());
    }

    /** By the way that every transaction goes: what the signer elsewhere answers with is another payment each time. */
    @Test
    void what_a_signer_elsewhere_answers_with_is_neither_sent_nor_recorded_unless_it_is_what_was_asked_for() {
        try (FaultProxy service = FaultProxy.before(CHAIN)) {
            Signer remote = RemoteSigner.at(Endpoint.of(service.url()), TestWallet.KEY.address());
            Call payment = new Call(TestWallet.PAYEE, "payment", Bytes.EMPTY);
            UnsignedTransaction other = new UnsignedTransaction(
                    CHAIN.id(),
                    7,
                    payment,
                    BigInteger.ONE,
                    BigInteger.valueOf(21_000),
                    new Fees(TestWallet.GWEI, TestWallet.GWEI));
            service.set(
                    "eth_signTransaction",
                    new Fault.Result("\"" + TestWallet.KEY.sign(other).hex() + "\""));
            try (TxManager manager = TxManager.open(wallet.client, remote, folder, SETTINGS)) {
                String said = assertThrows(SigningRefused.class, () -> manager.submit(payment("trade 1")))
                        .getMessage();
                assertTrue(said.contains("its nonce is 7 in the place of 0"), said);
                service.set("eth_signTransaction", new Fault.Status(500));
                assertThrows(SigningRefused.class, () -> manager.submit(payment("trade 2")));
            }
        }
        assertEquals(0, wallet.proxy.count(TestWallet.SEND));
        assertEquals(Tx.Stage.ABANDONED, journal().get("trade 1").stage());
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 3"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 3"));
        }
        assertEquals(0, journal().get("trade 3").nonce());
        assertEquals(1, wallet.payments());
    }

    @Test
    void a_raise_keeps_the_nonce_and_pays_an_eighth_more() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            manager.raise("trade 1");
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        assertEquals(1, wallet.payments());
        Tx tx = journal().get("trade 1");
        assertEquals(2, tx.signed().size());
        assertEquals(tx.newest().hash(), tx.receipt().orElseThrow().hash());
        assertEquals(BigInteger.valueOf(1_125_000_000), tx.newest().fees().tip());
        BigInteger before = tx.signed().getFirst().fees().max();
        assertTrue(tx.newest()
                        .fees()
                        .max()
                        .multiply(BigInteger.valueOf(8))
                        .compareTo(before.multiply(BigInteger.valueOf(9)))
                >= 0);
    }

    private TxJournal journal() {
        try (var log = ChainedLog.open(folder, TxManager.JOURNAL)) {
            return new TxJournal(TxLog.of(log), () -> Instant.EPOCH);
        }
    }

    @Test
    void what_waits_too_long_is_raised_as_often_as_is_allowed_and_no_more() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            assertTrue(manager.await("trade 1", Looks.of(20)).isOpen());
            assertEquals(TxOutcome.Reason.RAISES_SPENT, deferred(manager.raise("trade 1")));
            assertEquals(1 + SETTINGS.mostRaises(), new HashSet<>(wallet.sent()).size());
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        assertEquals(1, wallet.payments());
    }

    @Test
    void a_wait_that_is_cut_into_pieces_raises_as_one_does() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder, SETTINGS.withRaises(1, 3))) {
            manager.submit(payment("trade 1"));
            for (int piece = 0; piece < 4; piece++) {
                assertTrue(manager.await("trade 1", Looks.of(1)).isOpen());
            }
            assertEquals(2, new HashSet<>(wallet.sent()).size());
        }
    }

    @Test
    void control_without_raises_what_waits_goes_on_waiting_for_the_fees_that_it_began_with() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder, SETTINGS.withRaises(0, 1))) {
            manager.submit(payment("trade 1"));
            assertTrue(manager.await("trade 1", Looks.of(20)).isOpen());
        }
        assertEquals(1, new HashSet<>(wallet.sent()).size());
    }

    @Test
    void what_offers_less_than_the_next_block_takes_is_raised_however_often_it_was() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            assertTrue(manager.await("trade 1", Looks.of(20)).isOpen());
            assertEquals(TxOutcome.Reason.RAISES_SPENT, deferred(manager.raise("trade 1")));
            wallet.chain.ask("anvil_setNextBlockBaseFeePerGas", "0x174876e800");
            wallet.mine();
            assertTrue(manager.look("trade 1").isOpen(), "a block at 100 gwei left it out");
            manager.raise("trade 1");
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        assertEquals(1, wallet.payments());
    }

    @Test
    void raises_are_not_spent_before_a_slow_chain_has_made_a_block() {
        assertTrue(TxSettings.DEFAULTS.looksBeforeRaise() * 250 >= 12_000 * 2, "looks are a quarter of a second apart");
    }

    @Test
    void a_raise_is_never_above_the_cap() {
        wallet.chain.ask("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
        wallet.mine();
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder, SETTINGS.withFeeCap(new BigInteger("3000000000")))) {
            manager.submit(payment("trade 1"));
            assertEquals(TxOutcome.Reason.FEE_ABOVE_CAP, deferred(manager.raise("trade 1")));
            assertEquals(1, wallet.signatures.get());
        }
    }

    @Test
    void control_where_nothing_is_kept_for_exits_what_can_wait_takes_the_coin_that_an_exit_needs() {
        BigInteger balance = BigInteger.TEN.pow(19);
        BigInteger gas = BigInteger.valueOf(21_000);
        BigInteger mostOfIt = balance.subtract(gas.multiply(TestWallet.GWEI).multiply(BigInteger.TEN));
        TxRequest ordinary = payment("trade 1").withValue(mostOfIt).withGas(gas);
        TxRequest exit =
                payment("trade 2").withGas(gas.multiply(BigInteger.TEN)).asExit();
        try (TxManager manager =
                wallet.open(folder.resolve("kept"), SETTINGS.withKeptForExits(BigInteger.TEN.pow(16)))) {
            assertEquals(TxOutcome.Reason.LOW_BALANCE, deferred(manager.submit(ordinary)));
        }
        try (TxManager manager = wallet.open(folder.resolve("not"), SETTINGS.withKeptForExits(BigInteger.ZERO))) {
            manager.submit(ordinary);
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertEquals(TxOutcome.Reason.LOW_BALANCE, deferred(manager.submit(exit)));
        }
    }

    @Test
    void what_is_kept_for_exits_pays_for_exits_alone() {
        try (TxManager manager = wallet.open(folder, SETTINGS.withKeptForExits(BigInteger.TEN.pow(19)))) {
            TxOutcome.Deferred poor = assertInstanceOf(TxOutcome.Deferred.class, manager.submit(payment("trade 1")));
            assertEquals(TxOutcome.Reason.LOW_BALANCE, poor.reason());
            assertEquals(0, wallet.signatures.get());
            manager.submit(payment("trade 1").asExit());
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
    }
}
