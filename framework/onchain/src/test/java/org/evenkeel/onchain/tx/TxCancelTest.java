package org.evenkeel.onchain.tx;

import static org.evenkeel.onchain.tx.TestWallet.SEND;
import static org.evenkeel.onchain.tx.TestWallet.SETTINGS;
import static org.evenkeel.onchain.tx.TestWallet.landed;
import static org.evenkeel.onchain.tx.TestWallet.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A transaction that waits is given up: either it lands or what cancels it, never both, and which one is known. */
final class TxCancelTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    final TestWallet wallet = new TestWallet(CHAIN);

    @TempDir
    private Path folder;

    @BeforeEach
    void holdBack() {
        wallet.holdBack();
    }

    private static TxOutcome.Cancelled cancelled(TxOutcome outcome) {
        return assertInstanceOf(TxOutcome.Cancelled.class, outcome);
    }

    @Test
    void what_waits_is_cancelled_by_nothing_with_its_nonce_and_the_next_goes_on() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            TxOutcome.StillOpen waits = assertInstanceOf(TxOutcome.StillOpen.class, manager.cancel("trade 1"));
            assertEquals(TxOutcome.Reason.EARLIER_ONE_OPEN, deferred(manager.submit(payment("trade 2"))));
            wallet.mine();
            TxOutcome.Cancelled gone = cancelled(landed(manager, "trade 1"));
            assertEquals(waits.hash(), gone.receipt().hash());
            assertEquals(TxOutcome.Certainty.PROVISIONAL, gone.certainty());
            assertEquals(0, wallet.payments());
            manager.submit(payment("trade 2"));
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 2"));
            assertEquals(
                    TxOutcome.Certainty.FINAL,
                    cancelled(manager.look("trade 1")).certainty());
        }
        assertEquals(1, wallet.payments());
        assertEquals(3, wallet.signatures.get());
    }

    private static TxOutcome.Reason deferred(TxOutcome outcome) {
        return assertInstanceOf(TxOutcome.Deferred.class, outcome).reason();
    }

    @Test
    void its_id_stays_taken_and_its_gas_is_known_after_a_restart_too() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            manager.cancel("trade 1");
            wallet.mine();
            landed(manager, "trade 1");
        }
        try (TxManager manager = wallet.open(folder)) {
            TxOutcome.Cancelled known = cancelled(manager.submit(payment("trade 1")));
            BigInteger balance = wallet.client.balance(wallet.client.head(), manager.wallet());
            assertEquals(BigInteger.TEN.pow(19).subtract(known.receipt().gasCost()), balance);
            cancelled(manager.cancel("trade 1"));
            cancelled(manager.raise("trade 1"));
        }
        assertEquals(2, wallet.signatures.get());
    }

    @Test
    void to_cancel_it_again_signs_nothing_more() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            manager.cancel("trade 1");
        }
        try (TxManager manager = wallet.open(folder)) {
            assertInstanceOf(TxOutcome.StillOpen.class, manager.cancel("trade 1"));
            wallet.mine();
            cancelled(landed(manager, "trade 1"));
        }
        assertEquals(2, wallet.signatures.get());
    }

    @Test
    void where_it_lands_all_the_same_it_is_mined() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            TxOutcome.StillOpen nothing = assertInstanceOf(TxOutcome.StillOpen.class, manager.cancel("trade 1"));
            CHAIN.ask("anvil_dropTransaction", nothing.hash().hex());
            CHAIN.ask(SEND, wallet.sent().getFirst());
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertInstanceOf(TxOutcome.Mined.class, manager.cancel("trade 1"));
        }
        assertEquals(1, wallet.payments());
        assertEquals(2, wallet.signatures.get());
    }

    @Test
    void what_cancels_and_was_lost_on_the_way_is_sent_again_with_the_same_bytes() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            wallet.proxy.once(SEND, new Fault.LostRequest());
            assertInstanceOf(TxOutcome.Unknown.class, manager.cancel("trade 1"));
        }
        try (TxManager manager = wallet.open(folder)) {
            wallet.mine();
            cancelled(landed(manager, "trade 1"));
        }
        assertEquals(0, wallet.payments());
        assertEquals(2, wallet.signatures.get());
        assertEquals(
                List.of(3, 2L),
                List.of(wallet.sent().size(), wallet.sent().stream().distinct().count()));
    }

    @Test
    void what_cancels_and_cannot_be_recorded_is_not_sent() {
        TxManager full = wallet.open(MemoryLog.full(new ArrayList<>(), 3, true));
        full.submit(payment("trade 1"));
        assertThrows(RuntimeException.class, () -> full.cancel("trade 1"));
        assertEquals(1, wallet.sent().size());
    }

    @Test
    void control_without_being_recorded_what_cancels_looks_like_somebody_else() {
        List<String> disk = new ArrayList<>();
        TxManager forgets = wallet.open(MemoryLog.forgetting(disk, line -> line.contains("Cancelling")));
        forgets.submit(payment("trade 1"));
        forgets.cancel("trade 1");
        wallet.mine();
        wallet.mine();
        wallet.mine();
        assertTrue(wallet.open(MemoryLog.of(disk)).frozen().isPresent());
    }

    @Test
    void it_is_cancelled_when_its_raises_are_spent_and_then_what_cancels_it_is_raised() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            manager.await("trade 1", Looks.of(20));
            assertEquals(TxOutcome.Reason.RAISES_SPENT, deferred(manager.raise("trade 1")));
            manager.cancel("trade 1");
            assertTrue(manager.await("trade 1", Looks.of(20)).isOpen());
            assertEquals(TxOutcome.Reason.RAISES_SPENT, deferred(manager.raise("trade 1")));
            assertEquals(2 * (1 + SETTINGS.mostRaises()), wallet.signatures.get());
            wallet.mine();
            cancelled(landed(manager, "trade 1"));
        }
        assertEquals(0, wallet.payments());
    }

    @Test
    void above_the_cap_it_is_not_cancelled_and_goes_on_waiting() {
        try (TxManager manager = wallet.open(folder, SETTINGS.withFeeCap(new BigInteger("3000000000")))) {
            manager.submit(payment("trade 1"));
            assertEquals(TxOutcome.Reason.FEE_ABOVE_CAP, deferred(manager.cancel("trade 1")));
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        assertEquals(1, wallet.signatures.get());
    }

    @Test
    void a_reorganisation_undoes_what_cancelled_it_and_the_same_bytes_cancel_it_again() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            manager.cancel("trade 1");
            wallet.mine();
            TxOutcome.Cancelled first = cancelled(landed(manager, "trade 1"));
            CHAIN.ask("anvil_reorg", 1, List.of());
            assertInstanceOf(TxOutcome.Reorganised.class, manager.look("trade 1"));
            wallet.mine();
            TxOutcome.Cancelled again = cancelled(landed(manager, "trade 1"));
            assertEquals(first.receipt().hash(), again.receipt().hash());
            assertNotEquals(first.receipt().blockHash(), again.receipt().blockHash());
        }
        assertEquals(2, wallet.signatures.get());
        assertEquals(0, wallet.payments());
    }

    @Test
    void where_a_wallet_refuses_even_nothing_it_takes_the_gas_of_what_it_cancels() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            wallet.proxy.set("eth_estimateGas", new Fault.Error(3, "execution reverted"));
            manager.cancel("trade 1");
            wallet.mine();
            cancelled(landed(manager, "trade 1"));
        }
    }

    @Test
    void a_frozen_wallet_cancels_nothing() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            wallet.sendElsewhere(1, 10);
            manager.reconcile();
            assertThrows(TxException.Frozen.class, () -> manager.cancel("trade 1"));
        }
        assertEquals(1, wallet.signatures.get());
    }
}
