package org.evenkeel.onchain.tx;

import static org.evenkeel.onchain.tx.TestWallet.payment;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.state.store.StateException;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class JournalSummaryTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    final TestWallet wallet = new TestWallet(CHAIN);

    @TempDir
    private Path folder;

    @Test
    void there_is_nothing_to_say_of_a_folder_without_a_journal() {
        assertEquals(Optional.empty(), JournalSummary.read(folder));
        assertEquals(Optional.empty(), JournalSummary.read(folder.resolve("nowhere")));
    }

    @Test
    void what_waits_is_seen_while_the_journal_is_in_use_and_nothing_is_changed() throws IOException {
        Path file = folder.resolve(TxManager.JOURNAL);
        try (TxManager manager = wallet.open(folder)) {
            manager.submit(payment("trade 1"));
            TestWallet.landed(manager, "trade 1");
            wallet.holdBack();
            TxOutcome.StillOpen waits = (TxOutcome.StillOpen) manager.submit(payment("trade 2"));
            byte[] before = Files.readAllBytes(file);
            JournalSummary seen = JournalSummary.read(folder).orElseThrow();
            assertEquals(CHAIN.id(), seen.chainId());
            assertEquals(TestWallet.KEY.address(), seen.wallet());
            assertEquals(2, seen.nextNonce());
            assertEquals(
                    List.of(new JournalSummary.Open(
                            "trade 2",
                            1,
                            waits.hash(),
                            payment("trade 2").call().toString())),
                    seen.open());
            assertEquals(Set.of("trade 1"), seen.succeeded());
            assertEquals(Optional.empty(), seen.frozen());
            assertFalse(seen.torn());
            assertArrayEquals(before, Files.readAllBytes(file));
        }
    }

    @Test
    void a_frozen_wallet_and_a_torn_line_are_seen() throws IOException {
        wallet.open(folder).close();
        wallet.sendElsewhere(0, 10);
        wallet.mine();
        wallet.open(folder).close();
        Path file = folder.resolve(TxManager.JOURNAL);
        Files.writeString(file, "{\"v\":1,\"seq\"", StandardOpenOption.APPEND);
        JournalSummary seen = JournalSummary.read(folder).orElseThrow();
        assertTrue(
                seen.frozen().orElseThrow().contains("used elsewhere"),
                seen.frozen().toString());
        assertTrue(seen.torn());
    }

    @Test
    void a_damaged_journal_is_said_to_be() throws IOException {
        wallet.open(folder).close();
        assertTrue(JournalSummary.read(folder).isPresent());
        Path file = folder.resolve(TxManager.JOURNAL);
        Files.writeString(file, Files.readString(file).replace("31337", "31338"));
        assertThrows(StateException.Corrupt.class, () -> JournalSummary.read(folder));
    }
}
