package org.evenkeel.onchain.tx;

import static org.evenkeel.onchain.tx.TestWallet.SEND;
import static org.evenkeel.onchain.tx.TestWallet.landed;
import static org.evenkeel.onchain.tx.TestWallet.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.state.store.StateException;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a disk can do to a journal; and what happens where a disk lies. */
final class TxDiskTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    final TestWallet wallet = new TestWallet(CHAIN);

    @TempDir
    private Path folder;

    @Test
    void a_disk_that_is_full_at_any_line_stops_before_anything_unrecorded_is_sent() {
        for (int room = 1; room <= 3; room++) {
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            List<String> disk = new ArrayList<>();
            wallet.signatures.set(0);
            int sentBefore = wallet.sent().size();
            TxManager full = wallet.open(MemoryLog.full(disk, room, true));
            RuntimeException failure = assertThrows(RuntimeException.class, () -> {
                full.submit(payment("trade 1"));
                landed(full, "trade 1");
            });
            assertTrue(failure.getMessage().contains("No space left"), failure.getMessage());
            assertEquals(room == 1 ? 0 : 1, wallet.signatures.get(), "signed with " + room + " lines");
            assertEquals(room < 3 ? sentBefore : sentBefore + 1, wallet.sent().size());
            TxManager again = wallet.open(MemoryLog.of(disk));
            again.submit(payment("trade 1"));
            landed(again, "trade 1");
            assertEquals(1, wallet.payments());
            CHAIN.ask("evm_revert", snapshot);
        }
    }

    @Test
    void a_raise_that_cannot_be_recorded_is_not_sent() {
        wallet.holdBack();
        TxManager full = wallet.open(MemoryLog.full(new ArrayList<>(), 3, true));
        full.submit(payment("trade 1"));
        assertThrows(RuntimeException.class, () -> full.raise("trade 1"));
        assertEquals(1, wallet.sent().size());
    }

    @Test
    void control_a_disk_that_is_full_and_does_not_say_so_lets_a_transaction_be_sent_that_nobody_knows_of() {
        List<String> disk = new ArrayList<>();
        wallet.open(MemoryLog.full(disk, 1, false));
        TxManager lying = wallet.open(MemoryLog.full(disk, 1, false));
        lying.submit(payment("trade 1"));
        wallet.mine();
        assertEquals(1, wallet.payments());
        assertTrue(disk.stream().noneMatch(line -> line.contains("trade 1")));
    }

    private byte[] torn() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(TxManager.JOURNAL));
        return Arrays.copyOf(whole, whole.length - 40); // Killed in the middle of the write.
    }

    @Test
    void a_last_line_that_was_torn_was_never_sent_and_is_signed_anew() throws IOException {
        wallet.proxy.set(SEND, new Fault.LostRequest());
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
        }
        wallet.proxy.clear();
        Files.write(folder.resolve(TxManager.JOURNAL), torn());
        try (TxManager manager = wallet.open(folder)) {
            assertEquals(1, manager.notices().size());
            manager.submit(payment("trade 1"));
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 1"));
        }
        wallet.open(folder).close(); // What was added after it is whole.
        assertEquals(1, wallet.payments());
    }

    @Test
    void control_a_torn_line_that_is_not_set_aside_spoils_what_comes_after_it() throws IOException {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
        }
        Path journal = folder.resolve(TxManager.JOURNAL);
        String last = Files.readAllLines(journal).getLast();
        Files.write(journal, torn());
        Files.writeString(journal, last + "\n", StandardOpenOption.APPEND);
        assertThrows(StateException.Corrupt.class, () -> wallet.open(folder));
    }

    @Test
    void control_a_line_that_is_sent_before_it_is_whole_freezes_the_wallet_once_it_is_torn() throws IOException {
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1")); // It is sent, and its line is torn all the same.
        }
        Files.write(folder.resolve(TxManager.JOURNAL), torn());
        wallet.mine();
        try (TxManager manager = wallet.open(folder)) {
            assertThrows(TxException.Frozen.class, () -> manager.submit(payment("trade 1")));
        }
        assertEquals(1, wallet.payments());
    }
}
