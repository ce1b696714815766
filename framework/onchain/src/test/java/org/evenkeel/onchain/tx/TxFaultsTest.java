package org.evenkeel.onchain.tx;

import static org.evenkeel.onchain.tx.TestWallet.SEND;
import static org.evenkeel.onchain.tx.TestWallet.SETTINGS;
import static org.evenkeel.onchain.tx.TestWallet.landed;
import static org.evenkeel.onchain.tx.TestWallet.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.ChainSettings;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a node, a chain and somebody else with the key can do; and, for each safeguard, what happens without it. */
final class TxFaultsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    final TestWallet wallet = new TestWallet(CHAIN);

    @TempDir
    private Path folder;

    private void assertLandsOnce(Fault fault) {
        wallet.proxy.once(SEND, fault);
        try (TxManager manager = wallet.open(folder)) {
            assertInstanceOf(TxOutcome.Unknown.class, manager.submit(payment("trade 1")));
        }
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        assertEquals(1, wallet.payments());
        assertEquals(1, wallet.signatures.get());
        assertEquals(1, wallet.sent().stream().distinct().count());
    }

    @Test
    void a_request_that_was_lost_is_unknown_and_the_same_bytes_are_sent_again() {
        assertLandsOnce(new Fault.LostRequest());
        assertEquals(2, wallet.sent().size());
    }

    @Test
    void a_reply_that_was_lost_is_unknown_and_the_transaction_is_found_by_its_hash() {
        assertLandsOnce(new Fault.LostReply());
        assertEquals(1, wallet.sent().size());
    }

    @Test
    void control_a_journal_that_forgets_what_was_sent_lets_it_land_twice() {
        List<String> disk = new ArrayList<>();
        wallet.proxy.once(SEND, new Fault.LostReply());
        TxLog forgetting = MemoryLog.forgetting(disk, line -> !line.contains("Began"));
        wallet.open(forgetting).submit(payment("trade 1"));
        wallet.mine(); // While it waits, no journal is begun.
        disk.clear(); // And with it the nonce, which would give it away.
        TxManager again = wallet.begin(MemoryLog.of(disk));
        again.submit(payment("trade 1"));
        landed(again, "trade 1");
        assertEquals(2, wallet.payments());
    }

    @Test
    void an_endpoint_of_another_chain_is_told_nothing() {
        wallet.proxy.set("eth_chainId", new Fault.Result("\"0x1\""));
        ChainException wrong = assertThrows(ChainException.class, () -> wallet.open(folder));
        assertEquals(ChainFault.WRONG_CHAIN, wrong.fault());
        assertEquals(List.of(), wallet.sent());
        wallet.proxy.clear();
        wallet.open(folder).close(); // And the lock is free again.
    }

    @Test
    void control_an_endpoint_that_is_believed_to_be_of_the_chain_is_told_what_is_not_for_it() {
        wallet.proxy.set("eth_chainId", new Fault.Result("\"0x1\""));
        ChainSettings believing = ChainSettings.of(new Chain("another", 1), List.of(Endpoint.of(wallet.proxy.url())))
                .withLimits(Clients.QUICK);
        try (ChainClient client = Clients.client(CHAIN, believing);
                TxManager manager = TxManager.open(client, wallet.signer(), folder, SETTINGS)) {
            manager.submit(payment("trade 1"));
            assertTrue(manager.look("trade 1").isOpen());
        }
        assertEquals(1, wallet.signatures.get());
        assertFalse(wallet.sent().isEmpty());
        assertEquals(0, wallet.payments());
    }

    @Test
    void a_node_that_has_not_seen_what_landed_before_defers_the_next() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            landed(manager, "trade 1");
            wallet.proxy.set("eth_getTransactionCount", new Fault.Result("\"0x0\""));
            TxOutcome.Deferred behind = assertInstanceOf(TxOutcome.Deferred.class, manager.submit(payment("trade 2")));
            assertEquals(TxOutcome.Reason.CHAIN_BEHIND, behind.reason());
            assertEquals(1, wallet.signatures.get());
        }
    }

    @Test
    void control_a_nonce_that_is_taken_from_a_node_that_is_behind_was_used_already() {
        List<String> disk = new ArrayList<>();
        TxManager manager = wallet.open(MemoryLog.of(disk));
        manager.submit(payment("trade 1"));
        landed(manager, "trade 1");
        wallet.proxy.set("eth_getTransactionCount", new Fault.Result("\"0x0\""));
        TxManager believing = wallet.open(MemoryLog.of(new ArrayList<>(disk.subList(0, 1))));
        believing.submit(payment("trade 2").withValue(BigInteger.TWO));
        assertEquals(2, wallet.signatures.get());
        assertTrue(believing.look("trade 2").isOpen());
        assertEquals(1, wallet.payments());
    }

    @Test
    void a_dropped_transaction_is_sent_again_with_the_same_bytes() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            TxOutcome.StillOpen sent = assertInstanceOf(TxOutcome.StillOpen.class, manager.submit(payment("trade 1")));
            CHAIN.ask("anvil_dropTransaction", sent.hash().hex());
            wallet.mine();
            assertEquals(0, wallet.payments(), "control: without a look it never lands");
            assertInstanceOf(TxOutcome.StillOpen.class, manager.look("trade 1"));
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        assertEquals(1, wallet.payments());
        assertEquals(1, wallet.sent().stream().distinct().count());
        assertEquals(2, wallet.sent().size());
    }

    @Test
    void a_transaction_that_somebody_else_replaced_freezes_the_wallet_for_good() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            wallet.sendElsewhere(0, 50);
            wallet.mine();
            assertInstanceOf(TxOutcome.StillOpen.class, manager.look("trade 1"), "a reorganisation may undo it");
            wallet.mine();
            wallet.mine();
            assertInstanceOf(TxOutcome.Replaced.class, manager.look("trade 1"));
            assertThrows(TxException.Frozen.class, () -> manager.submit(payment("trade 2")));
        }
        try (TxManager manager = wallet.open(folder)) {
            TxException.Frozen frozen =
                    assertThrows(TxException.Frozen.class, () -> manager.submit(payment("trade 2")));
            assertTrue(frozen.getMessage().contains("somebody else"), frozen.getMessage());
            assertInstanceOf(TxOutcome.Replaced.class, manager.submit(payment("trade 1")));
        }
        assertEquals(1, wallet.signatures.get());
        assertEquals(0, wallet.payments());
    }

    @Test
    void a_node_that_gives_receipts_late_or_never_does_not_freeze_the_wallet() {
        try (TxManager manager = wallet.open(folder)) {
            wallet.proxy.set("eth_getTransactionReceipt", new Fault.Result("null"));
            manager.submit(payment("trade 1"));
            for (int block = 0; block < 6; block++) {
                wallet.mine();
                assertTrue(manager.look("trade 1").isOpen(), "block " + block);
            }
            wallet.proxy.clear();
            assertInstanceOf(TxOutcome.Mined.class, manager.look("trade 1"));
            manager.submit(payment("trade 2"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 2"));
        }
        assertEquals(2, wallet.payments());
    }

    private void assertFrozen(TxManager manager) {
        TxException.Frozen frozen = assertThrows(TxException.Frozen.class, () -> manager.submit(payment("trade 2")));
        assertTrue(frozen.getMessage().contains("rolled back, or the wallet was used elsewhere"), frozen.getMessage());
        assertEquals(0, wallet.signatures.get());
    }

    @Test
    void a_nonce_that_was_used_elsewhere_freezes_the_wallet_until_a_person_releases_it() {
        wallet.open(folder).close();
        wallet.sendElsewhere(0, 10);
        wallet.mine();
        try (TxManager manager = wallet.open(folder)) {
            assertTrue(manager.frozen().isPresent());
            assertFrozen(manager);
            manager.release("It was I, with another program.");
        }
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
    }

    @Test
    void a_look_for_others_freezes_the_wallet_with_nothing_to_be_sent_and_leaves_it_where_there_are_none() {
        try (TxManager manager = wallet.open(folder)) {
            assertTrue(manager.lookForOthers().isEmpty());
            wallet.sendElsewhere(0, 10);
            wallet.mine();
            assertTrue(manager.lookForOthers().orElseThrow().contains("used elsewhere"));
            assertFrozen(manager);
        }
        assertTrue(JournalSummary.read(folder).orElseThrow().frozen().isPresent(), "the next start knows");
    }

    @Test
    void a_foreign_transaction_that_waits_freezes_the_wallet_too() {
        try (TxManager manager = wallet.open(folder)) {
            wallet.holdBack();
            wallet.sendElsewhere(0, 10);
            assertFrozen(manager);
            assertThrows(TxException.Conflict.class, () -> manager.release("Too early."));
        }
    }

    @Test
    void control_to_believe_a_nonce_that_was_used_elsewhere_signs_what_can_never_land() {
        try (TxManager manager = wallet.open(folder)) {
            wallet.sendElsewhere(0, 10);
            wallet.mine();
            wallet.proxy.set("eth_getTransactionCount", new Fault.Result("\"0x0\""));
            manager.submit(payment("trade 1"));
            assertEquals(1, wallet.signatures.get());
            assertTrue(landed(manager, "trade 1").isOpen());
            assertEquals(0, wallet.payments());
        }
    }

    @Test
    void a_journal_of_a_backup_that_was_rolled_back_freezes_the_wallet() throws IOException {
        wallet.open(folder).close();
        byte[] backup = Files.readAllBytes(folder.resolve(TxManager.JOURNAL));
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            landed(manager, "trade 1");
        }
        wallet.signatures.set(0);
        Files.write(folder.resolve(TxManager.JOURNAL), backup);
        try (TxManager manager = wallet.open(folder)) {
            assertFrozen(manager);
        }
        assertEquals(1, wallet.payments());
    }

    @Test
    void a_reorganisation_is_told_and_the_same_bytes_land_in_another_block() {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            Receipt first = assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"))
                    .receipt();
            wallet.holdBack();
            CHAIN.ask("anvil_reorg", 1, List.of());
            assertEquals(0, wallet.payments(), "control: without a look it is gone");
            TxOutcome.Reorganised gone = assertInstanceOf(TxOutcome.Reorganised.class, manager.look("trade 1"));
            assertEquals(first, gone.undone());
            wallet.mine();
            Receipt second = assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"))
                    .receipt();
            assertEquals(first.hash(), second.hash());
            assertNotEquals(first.blockHash(), second.blockHash());
        }
        assertEquals(1, wallet.payments());
        assertEquals(1, wallet.signatures.get());
        assertEquals(1, wallet.sent().stream().distinct().count());
    }

    @Test
    void what_a_reorganisation_takes_back_lands_again_with_all_before_it_though_only_the_last_is_asked_for() {
        try (TxManager manager = wallet.open(folder)) {
            for (String id : List.of("trade 1", "trade 2", "trade 3")) {
                manager.submit(payment(id));
                landed(manager, id);
            }
            CHAIN.ask("anvil_reorg", 2, List.of());
            assertEquals(1, wallet.payments());
            assertInstanceOf(TxOutcome.Reorganised.class, manager.look("trade 3"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 3"));
        }
        assertEquals(3, wallet.payments());
        assertEquals(3, wallet.signatures.get());
    }

    private void payTwiceForGood(TxManager manager) {
        for (String id : List.of("trade 1", "trade 2")) {
            manager.submit(payment(id));
            landed(manager, id);
        }
        wallet.mine();
        wallet.mine();
        wallet.mine();
        for (TxOutcome outcome : List.of(manager.look("trade 1"), manager.look("trade 2"))) {
            assertEquals(
                    TxOutcome.Certainty.FINAL,
                    assertInstanceOf(TxOutcome.Mined.class, outcome).certainty());
        }
    }

    @Test
    void what_a_reorganisation_deeper_than_the_confirmations_took_back_is_sent_again_before_anything_else() {
        try (TxManager manager = wallet.open(folder)) {
            payTwiceForGood(manager);
            CHAIN.ask("anvil_reorg", 5, List.of());
            assertEquals(0, wallet.payments(), "control: without a look both are gone");
            assertEquals(
                    TxOutcome.Reason.CHAIN_BEHIND,
                    assertInstanceOf(TxOutcome.Deferred.class, manager.submit(payment("trade 3")))
                            .reason());
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 2"));
            manager.submit(payment("trade 3"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 3"));
        }
        assertEquals(3, wallet.payments());
        assertEquals(3, wallet.signatures.get());
    }

    @Test
    void what_a_deep_reorganisation_took_back_is_sent_again_at_the_next_start_too() {
        try (TxManager manager = wallet.open(folder)) {
            payTwiceForGood(manager);
        }
        CHAIN.ask("anvil_reorg", 5, List.of());
        try (TxManager manager = wallet.open(folder)) {
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 2"));
        }
        assertEquals(2, wallet.payments());
        assertEquals(2, wallet.signatures.get());
    }

    @Test
    void while_gas_is_above_the_cap_nothing_is_signed() {
        CHAIN.ask("anvil_setNextBlockBaseFeePerGas", "0x174876e800"); // 100 gwei
        wallet.mine();
        try (TxManager manager = wallet.open(folder, SETTINGS.withFeeCap(new BigInteger("100000000000")))) {
            TxOutcome.Deferred spike = assertInstanceOf(TxOutcome.Deferred.class, manager.submit(payment("trade 1")));
            assertEquals(TxOutcome.Reason.FEE_ABOVE_CAP, spike.reason());
            assertEquals(0, wallet.signatures.get());
            CHAIN.ask("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
            wallet.mine();
            manager.submit(payment("trade 1"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
    }

    @Test
    void control_without_a_cap_a_spike_is_paid() {
        CHAIN.ask("anvil_setNextBlockBaseFeePerGas", "0x174876e800");
        wallet.mine();
        try (TxManager manager = wallet.open(folder, SETTINGS.withFeeCap(BigInteger.TEN.pow(15)))) {
            manager.submit(payment("trade 1"));
            Receipt paid = assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"))
                    .receipt();
            assertTrue(paid.gasPrice().compareTo(new BigInteger("80000000000")) > 0, paid.toString());
        }
    }

    @Test
    void a_second_process_is_refused_by_the_number_of_the_first() {
        try (TxManager first = wallet.open(folder)) {
            TxException.Locked locked = assertThrows(TxException.Locked.class, () -> wallet.open(folder));
            long pid = ProcessHandle.current().pid();
            assertEquals(pid, locked.pid().orElseThrow());
            assertTrue(locked.getMessage().contains("locked by pid " + pid), locked.getMessage());
            first.submit(payment("trade 1"));
        }
    }

    @Test
    void control_two_with_journals_of_their_own_take_the_same_nonce_and_one_loses() {
        wallet.holdBack();
        try (TxManager first = wallet.open(folder.resolve("a"));
                TxManager second = wallet.open(folder.resolve("b"))) {
            CHAIN.ask("anvil_dropAllTransactions");
            wallet.proxy.set("eth_getTransactionCount", new Fault.Result("\"0x0\""));
            first.submit(payment("trade 1"));
            second.submit(payment("trade 2").withValue(BigInteger.TEN));
            wallet.mine();
            assertEquals(1, wallet.payments());
        }
    }

    @Test
    void where_the_bytes_before_a_raise_land_they_are_found_and_nothing_more_is_sent() {
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            TxOutcome.StillOpen raised = assertInstanceOf(TxOutcome.StillOpen.class, manager.raise("trade 1"));
            CHAIN.ask("anvil_dropTransaction", raised.hash().hex());
            Bytes first = Bytes.ofHex(CHAIN.ask(SEND, wallet.sent().getFirst()).stringValue());
            wallet.mine();
            TxOutcome.Mined mined = assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
            assertEquals(first, mined.receipt().hash());
            assertNotEquals(first, raised.hash());
            assertInstanceOf(TxOutcome.Mined.class, manager.raise("trade 1"));
        }
        assertEquals(1, wallet.payments());
        assertEquals(2, wallet.sent().size());
        assertEquals(2, wallet.signatures.get());
    }
}
