package org.evenkeel.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerRefusalTest {
    private static final Instant NOW = Instant.parse("2021-06-07T00:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void an_event_that_contradicts_is_refused_and_the_ledger_is_as_it_was(long seed) {
        List<Event> kept = new ArrayList<>();
        Ledger ledger = new Ledger(kept::add);
        for (Event event : RandomRun.events(seed, 60)) {
            ledger.apply(event);
            LedgerSnapshot before = ledger.snapshot();
            int size = kept.size();
            Contradictions.of(ledger).forEach((name, bad) -> {
                assertThrows(IllegalStateException.class, () -> ledger.apply(bad), () -> name + ": " + bad);
                assertEquals(before, ledger.snapshot(), name);
                assertEquals(size, kept.size(), name);
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void a_ledger_that_refused_events_goes_on_like_one_that_never_saw_them(long seed) {
        Ledger clean = new Ledger();
        Ledger tried = new Ledger();
        for (Event event : RandomRun.events(seed, 60)) {
            clean.apply(event);
            tried.apply(event);
            for (Event bad : Contradictions.of(tried).values()) {
                assertThrows(IllegalStateException.class, () -> tried.apply(bad));
            }
        }
        assertEquals(clean.snapshot(), tried.snapshot());
        assertEquals(clean.nextTrade(), tried.nextTrade());
        assertEquals(clean.nextTransfer(), tried.nextTransfer());
    }

    @Test
    void the_random_runs_meet_every_kind_of_contradiction() {
        TreeSet<String> names = new TreeSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            Ledger ledger = new Ledger();
            for (Event event : RandomRun.events(seed, 150)) {
                ledger.apply(event);
                names.addAll(Contradictions.of(ledger).keySet());
            }
        }
        assertEquals(57, names.size(), () -> String.join("\n", names));
    }

    @Test
    void a_ledger_begins_with_its_opening_and_nothing_else() {
        Ledger ledger = new Ledger();
        Event deposit = new Event.CashFlowed(NOW, "main", TestMarket.USDC, BigDecimal.TEN);
        String message = assertThrows(IllegalStateException.class, () -> ledger.apply(deposit))
                .getMessage();
        assertTrue(message.contains("CashFlowed") && message.contains("LedgerOpened"), message);
        assertTrue(ledger.isEmpty());
        assertThrows(IllegalStateException.class, ledger::info);
        assertThrows(IllegalStateException.class, ledger::snapshot);
    }

    @Test
    void a_refusal_says_what_is_there_and_what_was_asked_of_it() {
        Ledger ledger = new Ledger();
        ledger.apply(new Event.LedgerOpened(NOW, TestMarket.info()));
        ledger.apply(new Event.CashFlowed(NOW, "main", TestMarket.USDC, new BigDecimal("10.50")));
        Event withdrawal = new Event.CashFlowed(NOW, "main", TestMarket.USDC, new BigDecimal("-11"));
        String message = assertThrows(IllegalStateException.class, () -> ledger.apply(withdrawal))
                .getMessage();
        for (String part : List.of("USDC", "ethereum", "main", "10.50", "11")) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void a_snapshot_that_contradicts_itself_is_not_restored() {
        Ledger ledger = new Ledger();
        RandomRun.events(3, 300).forEach(ledger::apply);
        LedgerSnapshot good = ledger.snapshot();
        BookSnapshot book = good.books().getFirst();
        List<BookSnapshot> twice = List.of(book, book);
        BookSnapshot missing = new BookSnapshot(
                book.name(),
                book.cash(),
                book.holdings(),
                new BookSnapshot.Deeds(
                        book.deeds().trades().subList(1, book.deeds().trades().size()),
                        book.deeds().inFlight(),
                        book.deeds().arrived(),
                        book.deeds().returned(),
                        book.deeds().fillOrder()),
                book.history());
        BookSnapshot skipped = new BookSnapshot(
                book.name(),
                book.cash(),
                book.holdings(),
                book.deeds(),
                new BookSnapshot.History(
                        book.history()
                                .cycles()
                                .subList(1, book.history().cycles().size()),
                        book.history().openCycle(),
                        book.history().curve()));
        Map<String, List<BookSnapshot>> bad =
                Map.of("a book twice", twice, "a trade missing", List.of(missing), "a cycle missing", List.of(skipped));
        bad.forEach((name, books) -> assertThrows(
                IllegalStateException.class,
                () -> Ledger.restored(new LedgerSnapshot(good.sequence(), good.info(), books), event -> {}),
                name));
    }
}
