package org.evenkeel.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Trade;
import org.jspecify.annotations.Nullable;

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
    private final Numbering tradeNumbers = new Numbering("trade");
    private final Numbering positionNumbers = new Numbering("position");
    private final Numbering transferNumbers = new Numbering("transfer");
    private final Consumer<Event> journal;
    private @Nullable RunInfo info;
    private @Nullable KnownMarket market;
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
     * A ledger that goes on from where a snapshot was taken.
     *
     * @param saved what it was then
     * @param journal where further events are kept
     * @throws IllegalStateException when the snapshot contradicts itself
     */
    public static Ledger restored(LedgerSnapshot saved, Consumer<Event> journal) {
        Ledger ledger = new Ledger(journal);
        ledger.begin(saved.info());
        Map<Long, Book> trades = new TreeMap<>();
        Map<Long, Book> positions = new TreeMap<>();
        Map<Long, Book> transfers = new TreeMap<>();
        for (BookSnapshot part : saved.books()) {
            Book book = Book.restored(part);
            if (ledger.books.put(part.name(), book) != null) {
                throw new IllegalStateException("The book '" + part.name() + "' stands twice in one snapshot.");
            }
            part.deeds().trades().forEach(trade -> own(trades, trade.plan().id(), book));
            part.holdings().open().forEach(position -> own(positions, position.id(), book));
            part.holdings().closed().forEach(position -> own(positions, position.id(), book));
            part.deeds().inFlight().forEach(transfer -> own(transfers, transfer.id(), book));
            part.deeds().arrived().forEach(transfer -> own(transfers, transfer.id(), book));
            part.deeds().returned().forEach(transfer -> own(transfers, transfer.id(), book));
        }
        restore(ledger.tradeNumbers, trades);
        // What a chain took back has left its number vacant.
        positions.forEach(ledger.positionNumbers::addUpTo);
        restore(ledger.transferNumbers, transfers);
        ledger.sequence = saved.sequence();
        return ledger;
    }

    private static void own(Map<Long, Book> owners, long number, Book book) {
        if (owners.put(number, book) != null) {
            throw new IllegalStateException("The number " + number + " stands twice in one snapshot.");
        }
    }

    private static void restore(Numbering numbering, Map<Long, Book> owners) {
        owners.forEach((number, book) -> {
            numbering.requireNext(number);
            numbering.add(book);
        });
    }

    /**
     * Folds one event.
     *
     * @throws IllegalStateException when it contradicts what went before; the ledger is then as it was
     */
    public void apply(Event event) {
        check(event);
        fold(event);
        sequence++;
        journal.accept(event);
    }

    private void check(Event event) {
        KnownMarket known = market;
        boolean opens = event instanceof Event.LedgerOpened;
        if (known == null && !opens) {
            throw new IllegalStateException(
                    "The first event is " + event.getClass().getSimpleName() + ": a ledger begins with LedgerOpened.");
        }
        if (known != null && opens) {
            throw new IllegalStateException("A second LedgerOpened, at " + event.at() + ": a ledger begins once.");
        }
        if (known != null) {
            known.check(event);
        }
    }

    private void begin(RunInfo opened) {
        market = new KnownMarket(opened.market());
        info = opened;
    }

    private void fold(Event event) {
        switch (event) {
            case Event.LedgerOpened opened -> begin(opened.info());
            case Event.RunStarted started -> {}
            case Event.CashFlowed flow -> flow(flow);
            case Event.Decided decided -> named(decided.book()).decide(decided);
            case Event.TradePlanned planned -> plan(planned);
            case Event.TradeFilled filled -> fill(filled);
            case Event.TradeFailed failed -> tradeNumbers.owner(failed.trade()).fail(failed);
            case Event.TradeUnknown unknown ->
                tradeNumbers.owner(unknown.trade()).markUnknown(unknown.trade());
            case Event.TradeUndone undone -> undo(undone);
            case Event.TriggerFired fired ->
                positionNumbers.owner(fired.position()).requireOpen(fired.position());
            case Event.WatchChanged changed ->
                positionNumbers.owner(changed.position()).watch(changed.position(), changed.watch());
            case Event.TransferStarted started -> startTransfer(started);
            case Event.TransferArrived arrived ->
                transferNumbers.owner(arrived.transfer()).arrive(arrived);
            case Event.TransferReturned returned ->
                transferNumbers.owner(returned.transfer()).giveBack(returned);
            case Event.CycleClosed closed -> named(closed.book()).close(closed);
            case Event.Valued valued -> named(valued.book()).value(valued);
        }
    }

    private void flow(Event.CashFlowed flow) {
        Book known = books.get(flow.book());
        Book book = known == null ? new Book(flow.book()) : known;
        book.flow(flow);
        books.putIfAbsent(flow.book(), book);
    }

    private void plan(Event.TradePlanned planned) {
        Book book = named(planned.trade().book());
        tradeNumbers.requireNext(planned.trade().id());
        book.plan(planned);
        tradeNumbers.add(book);
    }

    private void fill(Event.TradeFilled filled) {
        Book book = tradeNumbers.owner(filled.trade());
        if (book.fill(filled, positionNumbers.next())) {
            positionNumbers.add(book);
        }
    }

    private void undo(Event.TradeUndone undone) {
        tradeNumbers.owner(undone.trade()).undo(undone.trade()).ifPresent(positionNumbers::vacate);
    }

    private void startTransfer(Event.TransferStarted started) {
        Book book = named(started.transfer().book());
        transferNumbers.requireNext(started.transfer().id());
        book.startTransfer(started.transfer());
        transferNumbers.add(book);
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
        if (info == null) {
            throw new IllegalStateException("The ledger is empty: no event has been folded.");
        }
        return info;
    }

    /** Whether no event has been folded yet. */
    public boolean isEmpty() {
        return sequence == 0;
    }

    /**
     * Everything that it is at this moment, as a value that later events do not change.
     *
     * @throws IllegalStateException before the first event
     */
    public LedgerSnapshot snapshot() {
        return new LedgerSnapshot(
                sequence, info(), books.values().stream().map(Book::snapshot).toList());
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

    /**
     * A trade by its number.
     *
     * @throws IllegalStateException when there is none
     */
    public Trade trade(long id) {
        return tradeNumbers.owner(id).trade(id);
    }

    /** The number that the next trade gets. */
    public long nextTrade() {
        return tradeNumbers.next();
    }

    /** The number that the next transfer gets. */
    public long nextTransfer() {
        return transferNumbers.next();
    }
}
