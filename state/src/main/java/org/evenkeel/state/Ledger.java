package org.evenkeel.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Trade;

/**
 * The fold of events: every book's cash, positions, trades and cycles. The only way to change it is {@link #apply}, and
 * it refuses an event that contradicts what went before.
 *
 * <p>Books are independent of each other: a strategy owns one, and several strategies may share a ledger. Numbers of
 * trades, positions and transfers are unique over all books.
 *
 * <p>Not safe for use by several threads.
 */
public final class Ledger {
    /** The name of the book that a single strategy trades. */
    public static final String MAIN_BOOK = "main";

    private final Map<String, Book> books = new LinkedHashMap<>();
    private final List<Book> bookOfTrade = new ArrayList<>();
    private final List<Book> bookOfPosition = new ArrayList<>();
    private final List<Book> bookOfTransfer = new ArrayList<>();
    private final Consumer<Event> journal;
    private Optional<RunInfo> info = Optional.empty();
    private long sequence;

    /** A ledger that only folds. */
    public Ledger() {
        this(event -> {});
    }

    /**
     * A ledger that hands each event on once it has accepted it.
     *
     * @param journal where events are kept
     */
    public Ledger(Consumer<Event> journal) {
        this.journal = journal;
    }

    /**
     * Folds one event.
     *
     * @throws IllegalStateException when it contradicts what went before; the ledger is then as it was
     */
    public void apply(Event event) {
        if (info.isEmpty() != event instanceof Event.LedgerOpened) {
            throw new IllegalStateException(
                    info.isEmpty()
                            ? "The first event is " + event.getClass().getSimpleName()
                                    + ": a ledger begins with LedgerOpened."
                            : "A second LedgerOpened, at " + event.at() + ": a ledger begins once.");
        }
        fold(event);
        sequence++;
        journal.accept(event);
    }

    private void fold(Event event) {
        switch (event) {
            case Event.LedgerOpened opened -> info = Optional.of(opened.info());
            case Event.CashFlowed flow -> open(flow.book()).flow(flow);
            case Event.Decided decided -> named(decided.book()).decide(decided);
            case Event.TradePlanned planned -> plan(planned);
            case Event.TradeFilled filled -> fill(filled);
            case Event.TradeFailed failed -> ofTrade(failed.trade()).fail(failed);
            case Event.TradeUnknown unknown -> ofTrade(unknown.trade()).markUnknown(unknown.trade());
            case Event.TriggerFired fired -> ofPosition(fired.position()).requireOpen(fired.position());
            case Event.WatchChanged changed ->
                ofPosition(changed.position()).watch(changed.position(), changed.watch());
            case Event.TransferStarted started -> startTransfer(started);
            case Event.TransferArrived arrived ->
                numbered(bookOfTransfer, arrived.transfer(), "transfer").arrive(arrived.transfer());
            case Event.CycleClosed closed -> named(closed.book()).close(closed);
            case Event.Valued valued -> named(valued.book()).value(valued);
        }
    }

    private void plan(Event.TradePlanned planned) {
        Book book = named(planned.trade().book());
        requireNext(planned.trade().id(), bookOfTrade, "trade");
        book.plan(planned);
        bookOfTrade.add(book);
    }

    private void fill(Event.TradeFilled filled) {
        Book book = ofTrade(filled.trade());
        if (book.fill(filled, bookOfPosition.size() + 1L)) {
            bookOfPosition.add(book);
        }
    }

    private void startTransfer(Event.TransferStarted started) {
        Book book = named(started.transfer().book());
        requireNext(started.transfer().id(), bookOfTransfer, "transfer");
        book.startTransfer(started.transfer());
        bookOfTransfer.add(book);
    }

    private static void requireNext(long id, List<Book> known, String what) {
        if (id != known.size() + 1L) {
            throw new IllegalStateException("The next " + what + " is number " + (known.size() + 1) + ", not " + id
                    + ": an event is missing or stands twice.");
        }
    }

    private Book ofTrade(long id) {
        return numbered(bookOfTrade, id, "trade");
    }

    private Book ofPosition(long id) {
        return numbered(bookOfPosition, id, "position");
    }

    private static Book numbered(List<Book> known, long id, String what) {
        if (id < 1 || id > known.size()) {
            throw new IllegalStateException(
                    "There is no " + what + " number " + id + ": the ledger knows " + known.size() + ".");
        }
        return known.get((int) id - 1);
    }

    private Book open(String name) {
        return books.computeIfAbsent(name, Book::new);
    }

    private Book named(String name) {
        Book book = books.get(name);
        if (book == null) {
            throw new IllegalStateException(
                    "There is no book '" + name + "': a book begins with its first deposit. Books: " + books.keySet());
        }
        return book;
    }

    /**
     * What this is the ledger of.
     *
     * @throws IllegalStateException before the first event
     */
    public RunInfo info() {
        return info.orElseThrow(() -> new IllegalStateException("The ledger is empty: no event has been folded."));
    }

    /** How many events were folded. */
    public long sequence() {
        return sequence;
    }

    /** The books, in the order they were opened in. */
    public List<Portfolio> books() {
        return List.copyOf(books.values());
    }

    /**
     * A book by its name.
     *
     * @throws IllegalStateException when there is none
     */
    public Portfolio book(String name) {
        return named(name);
    }

    /** A trade by its number. */
    public Trade trade(long id) {
        return ofTrade(id).trade(id);
    }

    /** The number that the next trade gets. */
    public long nextTrade() {
        return bookOfTrade.size() + 1L;
    }

    /** The number that the next transfer gets. */
    public long nextTransfer() {
        return bookOfTransfer.size() + 1L;
    }
}
