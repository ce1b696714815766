package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.TradeStatus;

/**
 * What is done again and again: settle what is open, hold the books against the wallet, finish a cycle that was stopped,
 * decide where a tick is due, else watch prices for a while. A part of the world that cannot be reached costs only the
 * time until it can.
 */
final class LiveLoop {
    private final LiveRun.Setup setup;
    private final World world;
    private final LiveTerms terms;
    private final Record record;
    private final Consumer<LiveEvent> listener;
    private final CycleEngine engine;
    private final Books books;
    private final Ticks ticks;
    private final Observed observed;
    private final Meanwhile meanwhile;
    private final WalletWatch wallet;
    private boolean reached = true;

    /**
     * What is on record.
     *
     * @param ledger what is owned
     * @param kept where it is kept
     * @param began when the run began
     */
    record Record(Ledger ledger, Kept kept, Instant began) {
        /** The name of the run, which no other has. */
        String run() {
            return name(ledger.info(), began);
        }

        static String name(RunInfo info, Instant began) {
            return info.strategy() + "@" + began;
        }

        /** Whether nothing has been decided yet. */
        boolean isUntouched() {
            return book().map(book -> book.cycles().isEmpty()
                            && book.openCycle().isEmpty()
                            && book.trades().isEmpty())
                    .orElse(true);
        }

        Optional<Portfolio> book() {
            return ledger.books().stream()
                    .filter(book -> book.book().equals(Ledger.MAIN_BOOK))
                    .findFirst();
        }
    }

    LiveLoop(LiveRun.Setup setup, World world, LiveTerms terms, Record record, Consumer<LiveEvent> listener) {
        this.setup = setup;
        this.world = world;
        this.terms = terms;
        this.record = record;
        this.listener = listener;
        Ports ports = world.trading().ports(record.run(), record.ledger());
        this.engine = new CycleEngine(
                setup.engine(), new DurableTrading(record.kept(), world.time()).around(ports), record.ledger());
        this.books = new Books(setup.engine().universe(), world.wallet());
        this.ticks = Ticks.of(setup.settings().schedule(), terms, record.book(), record.began());
        this.observed = new Observed(listener, terms.patience());
        record.book().ifPresent(observed::begin);
        this.meanwhile = new Meanwhile(
                engine,
                world.time(),
                terms.slice(),
                this::keep,
                away -> tell(away, world.time().instant()));
        this.wallet = walletWatch();
        world.trading().whileWaiting(meanwhile::waits);
    }

    /** Until when a start makes what is left of a decision that is not wholly carried out. */
    Optional<Instant> restUntil() {
        return record.book().flatMap(Portfolio::openCycle).map(Cycle.Begun::at).map(ticks::latest);
    }

    /** Puts on the disk what has happened, and tells it. */
    void keep() {
        record.kept().commit();
        look();
    }

    /**
     * @param once whether to end when all that is due is done
     * @throws Unavailable when what is due once cannot be done within the tolerance
     * @throws InterruptedException when the run is to stop
     */
    void run(boolean once) throws InterruptedException {
        boolean started = false;
        Instant begun = world.time().instant();
        int cycles = cycles();
        while (true) {
            Instant now = world.time().instant();
            boolean done = false;
            try {
                if (!started) {
                    start(now);
                    started = true;
                }
                settle(now);
                finish(now);
                decide(now);
                look();
                watch(once);
                done = true;
                reached = true;
            } catch (Unavailable e) {
                tell(e, now);
                if (once && now.isAfter(ticks.latest(begun))) {
                    throw e;
                }
            }
            keep();
            if (done && once) {
                tellIfIdle(cycles);
                return;
            }
            if (!done) {
                meanwhile(started);
            }
        }
    }

    /** Whoever had what is due done hears where nothing was, and when something is. */
    private void tellIfIdle(int cyclesBefore) {
        if (cycles() == cyclesBefore) {
            Instant now = world.time().instant();
            listener.accept(new LiveEvent.NothingDue(now, ticks.due(now).orElseGet(() -> ticks.after(now))));
        }
    }

    private int cycles() {
        return record.book().map(book -> book.cycles().size()).orElse(0);
    }

    /**
     * Waits until it can be tried again. What a decision waits for, or a chain that cannot be asked, is no reason to leave
     * what is held elsewhere without its stops.
     */
    private void meanwhile(boolean started) throws InterruptedException {
        Instant now = world.time().instant();
        Instant until = now.plus(terms.slice());
        if (started && !isTradeAtHand()) {
            try {
                if (wallet.doubted().isEmpty()) {
                    engine.watch(now, until);
                } else {
                    engine.glance(now, wallet.doubted());
                }
            } catch (Unavailable e) {
                tell(e, now);
            }
            keep();
        }
        world.time().await(until);
    }

    /** Whether a decision's trade was left between its plan and its end: only finishing the cycle deals with it. */
    private boolean isTradeAtHand() {
        return book().openCycle().isPresent() && isAnythingToSend();
    }

    /** A trade of a decision, or a buy that waits for money from another chain. */
    private boolean isAnythingToSend() {
        return book().openTrades().stream().anyMatch(trade -> trade.status() == TradeStatus.PLANNED);
    }

    private void look() {
        record.book().ifPresent(book -> observed.look(book, world.time().instant()));
    }

    private WalletWatch walletWatch() {
        return new WalletWatch(
                world,
                new FrozenTokens(books, world.wallet(), listener),
                this::book,
                new WalletWatch.Turns() {
                    @Override
                    public void settle(Instant now) {
                        engine.settle(ticks.due(now).orElse(now));
                        record.kept().commit();
                    }

                    @Override
                    public void doubted() {
                        meanwhile.rest();
                    }

                    @Override
                    public void held() {
                        meanwhile.lookedAtAll();
                    }
                },
                listener);
    }

    /** A book in which nothing has been decided yet takes in what there is. */
    private void start(Instant now) throws InterruptedException {
        Optional<Instant> due = ticks.due(now);
        Instant at = due.orElse(now);
        if (record.isUntouched()) {
            BigDecimal initial = Decimals.money(setup.settings().capital().initialCash());
            books.deposits(record.book(), initial, at).forEach(record.ledger()::apply);
            record.kept().commit();
        }
        engine.settle(at);
        record.kept().commit();
        wallet.requireSame();
        record.ledger().apply(Beginning.started(record.ledger().info(), setup, at));
        record.kept().commit();
        listener.accept(new LiveEvent.Started(now, record.run(), book(), due.orElseGet(() -> ticks.after(now))));
    }

    /**
     * What is booked before a decision counts as booked by its tick, so that the record stays in the order of time. Nothing is
     * bought before the wallet was looked at.
     */
    private void settle(Instant now) throws InterruptedException {
        Optional<Instant> due = ticks.due(now);
        engine.settle(due.orElse(now));
        record.kept().commit();
        if (due.isPresent() || book().openCycle().isPresent() || isAnythingToSend()) {
            wallet.requireEnough();
        } else {
            wallet.requireEnoughNowAndThen();
        }
        engine.buyWhatWaited(due.orElse(now));
        record.kept().commit();
    }

    /** Goes on with a cycle that was stopped in the middle, by a kill or because something could not be reached. */
    private void finish(Instant now) throws InterruptedException {
        Optional<Instant> decided = book().openCycle().map(Cycle.Begun::at);
        if (decided.isPresent() && engine.resume(now, ticks.latest(decided.get()))) {
            ticks.dealtWith(decided.get());
            record.kept().writeSnapshot();
            Cycle cycle = book().cycles().getLast();
            listener.accept(new LiveEvent.CycleResumed(world.time().instant(), cycle, book()));
            wallet.requireEnough();
        }
    }

    private void decide(Instant now) throws InterruptedException {
        ticks.missed(now)
                .ifPresent(missed -> listener.accept(new LiveEvent.TicksMissed(
                        now,
                        missed.first(),
                        missed.last(),
                        "they passed more than the tolerance of "
                                + terms.toleranceFor(setup.settings().schedule().cycle())
                                + " ago, and a late decision is not traded on")));
        Optional<Instant> due = ticks.due(now);
        if (due.isPresent()) {
            world.feed().extend(due.get());
            cycle(due.get(), now);
        }
    }

    private void cycle(Instant at, Instant begun) throws InterruptedException {
        engine.cycle(at);
        ticks.dealtWith(at);
        record.kept().writeSnapshot();
        look(); // What became of its trades is told before what became of it.
        Cycle cycle = book().cycles().getLast();
        listener.accept(new LiveEvent.CycleDone(world.time().instant(), begun, cycle, book()));
        wallet.requireEnough();
    }

    /**
     * Decides once, now, whether a tick is due or not, on the data that is there. What was decided before and is not done
     * is not done any more.
     *
     * @throws Unavailable when something cannot be reached
     */
    void decideNow() throws InterruptedException {
        Instant now = world.time().instant();
        engine.abandon(now);
        record.kept().commit();
        start(now);
        settle(now);
        cycle(now, now);
        look();
    }

    /** Watches prices for a slice, or until the next tick if that comes first; or looks at them once, and waits for nothing. */
    private void watch(boolean once) throws InterruptedException {
        Instant now = world.time().instant();
        if (once) {
            engine.glance(now, Set.of());
            record.kept().commit();
            return;
        }
        Instant slice = now.plus(terms.slice());
        Instant tick = ticks.after(now);
        Instant until = slice.isBefore(tick) ? slice : tick;
        engine.watch(now, until);
        record.kept().commit();
        world.time().await(until);
        meanwhile.lookedAtAll();
    }

    /** Told when it begins; as long as it lasts it is not told again. */
    private void tell(Unavailable e, Instant now) {
        if (reached) {
            String what = String.valueOf(e.getMessage());
            listener.accept(e.isUsual() ? new LiveEvent.Notice(now, what) : new LiveEvent.OutOfReach(now, what));
        }
        reached = false;
    }

    private Portfolio book() {
        return record.ledger().book(Ledger.MAIN_BOOK);
    }
}
