package org.evenkeel.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gas of transfers is paid with a coin that no book holds: it flows in as it is spent, and is a cost all the same. */
class TransferGasTest {
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final BigDecimal GAS = new BigDecimal("1.75");

    @TempDir
    private Path folder;

    private static void begin(Ledger ledger) {
        ledger.apply(new Event.LedgerOpened(NOW, TestMarket.info()));
        ledger.apply(new Event.CashFlowed(NOW, "main", TestMarket.USDC, new BigDecimal("1000")));
        ledger.apply(new Event.TransferStarted(NOW, transfer(1, BigDecimal.ZERO)));
    }

    private static Transfer transfer(long id, BigDecimal gas) {
        return new Transfer(
                id,
                "main",
                TestMarket.USDC,
                TestMarket.USDT,
                new Transfer.Amounts(new BigDecimal("100"), new BigDecimal("99"), gas),
                new Transfer.Times(NOW, NOW));
    }

    private static Ledger ledger() {
        Ledger ledger = new Ledger();
        begin(ledger);
        return ledger;
    }

    private static void assertAmount(String expected, BigDecimal found) {
        assertEquals(0, new BigDecimal(expected).compareTo(found), found::toPlainString);
    }

    @Test
    void what_the_gas_of_an_arrival_cost_flows_in_with_it_and_changes_no_reserve() {
        Ledger ledger = ledger();
        ledger.apply(new Event.TransferArrived(NOW, 1, Optional.of(new BigDecimal("98.5")), GAS));
        Portfolio book = ledger.book("main");
        assertAmount("900", book.reserve(TestMarket.USDC));
        assertAmount("98.5", book.reserve(TestMarket.USDT));
        assertAmount("1001.75", book.netDeposits());
        assertAmount("1.75", book.transfers().getFirst().amounts().gas());
        assertAmount("1.5", book.transfers().getFirst().cost());
    }

    @Test
    void what_the_gas_of_a_return_cost_flows_in_with_it_too() {
        Ledger ledger = ledger();
        ledger.apply(new Event.TransferReturned(NOW, 1, GAS));
        Portfolio book = ledger.book("main");
        assertAmount("1000", book.reserve(TestMarket.USDC));
        assertAmount("1001.75", book.netDeposits());
        assertAmount("1.75", book.returnedTransfers().getFirst().amounts().gas());
    }

    @Test
    void the_flow_is_that_of_the_next_point_of_the_equity_curve() {
        Ledger ledger = ledger();
        ledger.apply(new Event.TransferReturned(NOW, 1, GAS));
        ledger.apply(new Event.Valued(NOW, "main", 1000, 1000));
        assertEquals(1001.75, ledger.book("main").equityCurve().flows()[0]);
    }

    @Test
    void a_transfer_that_has_cost_gas_before_it_left_is_refused() {
        Ledger ledger = ledger();
        Event early = new Event.TransferStarted(NOW, transfer(2, GAS));
        String said = assertThrows(IllegalStateException.class, () -> ledger.apply(early))
                .getMessage();
        assertTrue(said.contains("Transfer 2"), said);
    }

    @Test
    void gas_stands_in_journal_and_snapshot_where_there_is_any_and_nowhere_else() throws IOException {
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            begin(store.ledger());
            store.ledger().apply(new Event.TransferStarted(NOW, transfer(2, BigDecimal.ZERO)));
            store.ledger().apply(new Event.TransferArrived(NOW, 1, Optional.empty(), GAS));
            store.ledger().apply(new Event.TransferReturned(NOW, 2, new BigDecimal("0.00")));
            store.writeSnapshot();
        }
        for (String file : new String[] {StateFolder.SNAPSHOT, StateFolder.JOURNAL}) {
            String text = Files.readString(folder.resolve(file));
            assertEquals(text.indexOf("\"gas\""), text.lastIndexOf("\"gas\""), file);
            assertTrue(text.replace(" ", "").contains("\"gas\":\"1.75\""), text);
        }
        Ledger loaded = StateFolder.at(folder).load();
        assertAmount(
                "1.75", loaded.book("main").transfers().getFirst().amounts().gas());
        assertAmount("1001.75", loaded.book("main").netDeposits());
    }
}
