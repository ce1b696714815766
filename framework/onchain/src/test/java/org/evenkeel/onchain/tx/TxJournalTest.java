package org.evenkeel.onchain.tx;

import static org.evenkeel.onchain.tx.TestWallet.SETTINGS;
import static org.evenkeel.onchain.tx.TestWallet.landed;
import static org.evenkeel.onchain.tx.TestWallet.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.state.store.ChainedLog;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How a journal is begun, found again, and read. */
final class TxJournalTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    final TestWallet wallet = new TestWallet(CHAIN);

    @TempDir
    private Path folder;

    private List<String> lines() {
        try (var log = ChainedLog.open(folder, TxManager.JOURNAL)) {
            return log.records();
        }
    }

    private void sendBeforeThereIsAJournal() {
        wallet.sendElsewhere(0, 10);
        wallet.mine();
    }

    @Test
    void a_wallet_that_never_sent_anything_has_no_journal_to_lose_and_one_is_begun() {
        wallet.open(folder).close();
        assertEquals(1, lines().size());
    }

    @Test
    void a_journal_that_is_missing_is_not_begun_anew_and_nothing_is_signed() {
        try (TxManager manager = wallet.open(folder.resolve("right"))) {
            manager.submit(payment("trade 1"));
            landed(manager, "trade 1");
        }
        Path wrong = folder.resolve("wrong");
        TxException.NoJournal missing = assertThrows(TxException.NoJournal.class, () -> wallet.open(wrong));
        assertTrue(missing.getMessage().contains("has sent 1 transactions"), missing.getMessage());
        assertTrue(missing.getMessage().contains(wrong.toString()), missing.getMessage());
        assertEquals(1, wallet.signatures.get());
        wallet.open(folder.resolve("right")).close(); // Both folders are free again.
        TxManager.begin(wallet.client, wallet.signer(), wrong, SETTINGS).close();
    }

    @Test
    void control_a_journal_that_is_begun_anew_pays_again_what_the_lost_one_knew_of() {
        List<String> lost = new ArrayList<>();
        TxManager before = wallet.open(MemoryLog.of(lost));
        before.submit(payment("trade 1"));
        landed(before, "trade 1");
        TxManager begun = wallet.begin(MemoryLog.of(new ArrayList<>()));
        begun.submit(payment("trade 1"));
        landed(begun, "trade 1");
        assertEquals(2, wallet.payments());
    }

    @Test
    void a_wallet_that_was_used_by_hand_goes_on_from_the_nonce_of_the_chain_when_a_person_says_so() {
        sendBeforeThereIsAJournal();
        assertThrows(TxException.NoJournal.class, () -> wallet.open(folder));
        try (TxManager manager = TxManager.begin(wallet.client, wallet.signer(), folder, SETTINGS)) {
            manager.submit(payment("trade 1"));
            landed(manager, "trade 1");
        }
        assertTrue(lines().getFirst().contains("\"nonce\":1"), lines().getFirst());
        wallet.open(folder).close();
        assertEquals(1, wallet.payments());
    }

    @Test
    void what_has_begun_is_not_begun_a_second_time() {
        wallet.open(folder).close();
        TxException.Conflict twice = assertThrows(
                TxException.Conflict.class, () -> TxManager.begin(wallet.client, wallet.signer(), folder, SETTINGS));
        assertTrue(twice.getMessage().contains("holds a journal already"), twice.getMessage());
        assertEquals(1, lines().size());
    }

    private void assertNotBegunWhileSomethingWaits(Runnable opening) {
        TxException.Conflict waits = assertThrows(TxException.Conflict.class, opening::run);
        assertTrue(waits.getMessage().contains("1 transactions of this wallet wait"), waits.getMessage());
        assertEquals(List.of(), lines());
        assertEquals(List.of(), wallet.sent());
    }

    @Test
    void while_something_unknown_waits_no_journal_is_begun_with_or_without_a_word() {
        wallet.holdBack();
        wallet.sendElsewhere(0, 10);
        assertNotBegunWhileSomethingWaits(() -> wallet.open(folder));
        assertNotBegunWhileSomethingWaits(() -> TxManager.begin(wallet.client, wallet.signer(), folder, SETTINGS));
    }

    @Test
    void something_unknown_that_waits_when_a_journal_is_opened_freezes_the_wallet_before_anything_is_asked_of_it() {
        wallet.open(folder).close();
        wallet.holdBack();
        wallet.sendElsewhere(0, 10);
        try (TxManager manager = wallet.open(folder)) {
            assertTrue(manager.frozen().orElseThrow().contains("a transaction with the nonce 0 waits for a block"));
            assertThrows(TxException.Frozen.class, () -> manager.submit(payment("trade 1")));
        }
        CHAIN.ask("anvil_dropAllTransactions");
        try (TxManager manager = wallet.open(folder)) {
            assertTrue(manager.frozen().isPresent(), "it is on the disk, and a person has to look");
        }
        assertEquals(0, wallet.signatures.get());
    }

    @Test
    void control_where_what_waits_is_not_asked_for_its_nonce_is_taken_and_one_of_the_two_loses() {
        wallet.open(folder).close();
        wallet.holdBack();
        wallet.sendElsewhere(0, 10);
        wallet.proxy.set("eth_getTransactionCount", new Fault.Result("\"0x0\""));
        try (TxManager manager = wallet.open(folder)) {
            assertFalse(manager.frozen().isPresent());
            manager.submit(payment("trade 1"));
            wallet.mine();
            assertEquals(0, wallet.payments());
        }
    }

    @Test
    void a_journal_is_of_one_wallet() {
        wallet.open(folder).close();
        TxException.Conflict other = assertThrows(
                TxException.Conflict.class,
                () -> TxManager.open(wallet.client, TestKeys.signer("8".repeat(64)), folder, SETTINGS));
        assertTrue(other.getMessage().contains(wallet.signer().address().hex()), other.getMessage());
    }

    @Test
    void every_event_is_read_as_it_was_written_and_says_when() throws IOException {
        String id = "trade \"1\" ü";
        wallet.holdBack();
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment(id));
            manager.raise(id);
            manager.cancel(id);
            wallet.mine();
            landed(manager, id);
            wallet.mine();
            manager.reconcile();
        }
        List<String> types = lines().stream()
                .map(line -> TxEventJson.read(line).event().getClass().getSimpleName())
                .toList();
        assertEquals(List.of("Began", "Intended", "Signed", "Signed", "Cancelling", "Mined", "Settled"), types);
        lines().forEach(line -> assertEquals(line, TxEventJson.write(TxEventJson.read(line))));
        assertEquals(Clients.now(CHAIN), TxEventJson.read(lines().getLast()).at());
        assertEquals(
                types.size(),
                Files.readAllLines(folder.resolve(TxManager.JOURNAL)).size());
    }

    @Test
    void what_a_later_release_may_have_written_is_not_guessed_at() {
        List<String> disk = new ArrayList<>();
        wallet.open(MemoryLog.of(disk));
        disk.add(disk.getFirst().replace("Began", "Postponed"));
        TxException.Conflict unknown = assertThrows(TxException.Conflict.class, () -> wallet.open(MemoryLog.of(disk)));
        assertTrue(unknown.getMessage().startsWith("Line 2 of the journal"), unknown.getMessage());
    }
}
