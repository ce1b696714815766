package org.evenkeel.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.notify.Notification;
import org.evenkeel.live.notify.Notifier;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.bridge.TransferReport;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;

/** Tells of a run, line by line, and by webhook of what a person should hear of wherever he is. */
final class LiveLog implements Consumer<LiveEvent> {
    private final String name;
    private final LiveTime time;
    private final PrintStream out;
    private final Notifier notifier;
    private boolean goesOn;

    /**
     * @param name what the run is called
     */
    LiveLog(String name, LiveTime time, PrintStream out, Notifier notifier) {
        this.name = name;
        this.time = time;
        this.out = out;
        this.notifier = notifier;
    }

    @Override
    public void accept(LiveEvent event) {
        switch (event) {
            case LiveEvent.Notice notice -> line("Note: " + notice.text());
            case LiveEvent.Started started ->
                run("Started " + started.run() + ": " + holdings(started.book()) + ". The next decision is at "
                        + seconds(started.next()) + ".");
            case LiveEvent.CycleDone done -> cycle("done in " + length(done.took()), done.cycle(), done.book());
            case LiveEvent.CycleResumed resumed -> cycle("finished after a stop", resumed.cycle(), resumed.book());
            case LiveEvent.TicksMissed missed ->
                tell(
                        Notification.Kind.FAILURE,
                        "Missed the decision"
                                + (missed.first().equals(missed.last())
                                        ? " of " + missed.first()
                                        : "s from " + missed.first() + " to " + missed.last())
                                + ": " + missed.why() + ".");
            case LiveEvent.TradeEnded ended -> trade(ended.trade());
            case LiveEvent.TradeTakenBack back ->
                tell(
                        Notification.Kind.FAILURE,
                        TradeNotes.name(back.trade().plan())
                                + " was taken back by a reorganisation of the chain; it is asked" + " after again.");
            case LiveEvent.TransferOverdue overdue ->
                tell(
                        Notification.Kind.STUCK_TRANSFER,
                        "Transfer " + overdue.transfer().id() + " of "
                                + overdue.transfer().amounts().sent().toPlainString() + " "
                                + overdue.transfer().from()
                                + " from " + overdue.transfer().from().chain() + " to "
                                + overdue.transfer().to().chain() + " was to arrive at "
                                + overdue.transfer().times().arrives() + " and has not.");
            case LiveEvent.TokenFrozen token ->
                tell(Notification.Kind.FREEZE, named(token.token()) + " is frozen. " + token.why());
            case LiveEvent.TokenThawed token ->
                tell(
                        Notification.Kind.FAILURE,
                        named(token.token()) + " tells again what the books say, and is frozen no more.");
            case LiveEvent.OutOfReach away -> tell(Notification.Kind.FAILURE, away.what() + " It is tried again.");
            case LiveEvent.NothingDue idle ->
                line("No decision is due. The next one is at " + seconds(idle.next()) + ".");
            case LiveEvent.Stopped stopped ->
                run("Stopped as asked. "
                        + stopped.restUntil()
                                .map(until ->
                                        "The decision at hand is not wholly carried out: the same command makes what is"
                                                + " left of it until " + seconds(until) + ", and gives it up later.")
                                .orElse("The same command goes on from here."));
        }
    }

    /** The run goes on until it is stopped: that it began, and that it ended, is worth hearing of elsewhere too. */
    void goesOn() {
        goesOn = true;
    }

    private void run(String text) {
        if (goesOn) {
            tell(Notification.Kind.RUN, text);
        } else {
            line(text);
        }
    }

    private static String named(Token token) {
        return token + " (" + token.address() + ") on " + token.chain();
    }

    private void cycle(String how, Cycle cycle, Portfolio book) {
        long traded = cycle.result().outcomes().stream()
                .map(SignalOutcome::outcome)
                .filter(outcome -> outcome.isTraded())
                .count();
        tell(
                Notification.Kind.CYCLE,
                "Cycle " + cycle.number() + " of " + seconds(cycle.at()) + " " + how + ": equity "
                        + Money.usd(cycle.result().equity()) + " USD, cash "
                        + Money.usd(cycle.result().cash()) + ", "
                        + traded + " traded, " + positions(book) + ".");
    }

    private static String length(Duration took) {
        return took.toMinutes() > 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
    }

    private static String positions(Portfolio book) {
        int open = book.positions().size();
        return open + (open == 1 ? " position" : " positions");
    }

    private static String holdings(Portfolio book) {
        List<String> cash = book.reserves().entrySet().stream()
                .map(entry -> entry.getValue().stripTrailingZeros().toPlainString() + " " + entry.getKey() + " on "
                        + entry.getKey().chain())
                .toList();
        return String.join(", ", cash) + "; " + positions(book);
    }

    private void trade(Trade trade) {
        String what = TradeNotes.name(trade.plan());
        boolean trigger = trade.plan().intent().reason().isTrigger();
        switch (trade.end().orElse(null)) {
            case Trade.Filled filled -> {
                String text = what + " filled: " + filled.fill().quantity().toPlainString() + " "
                        + trade.plan().intent().pair().base() + " for "
                        + filled.fill().value().toPlainString() + " "
                        + trade.plan().reserve() + ", gas "
                        + Money.usd(filled.fill().costs().gas()) + " USD";
                if (trigger) {
                    tell(Notification.Kind.TRIGGER, text);
                } else {
                    line(text);
                }
            }
            case Trade.Failed failed ->
                tell(
                        Notification.Kind.FAILURE,
                        what + ": " + failed.outcome().words()
                                + (failed.gas().signum() > 0 ? ", gas " + Money.usd(failed.gas()) + " USD" : ""));
            case null -> line(what + ": " + trade.status().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Something to know of a transfer. */
    void transfer(TransferReport report) {
        if (report.stage().needsPerson()) {
            tell(Notification.Kind.STUCK_TRANSFER, report.toString());
        } else {
            line(report.toString());
        }
    }

    /** Something that a person may have to see to. */
    void warn(String text) {
        tell(Notification.Kind.FAILURE, text);
    }

    /** The run ends because of this. */
    void failed(Exception failure) {
        notifier.tell(new Notification(
                Notification.Kind.FREEZE, time.clock().instant(), name, String.valueOf(failure.getMessage())));
    }

    /** A line for people who watch. */
    void line(String text) {
        out.println(seconds(time.clock().instant()) + "  " + text);
        out.flush();
    }

    /** To the second, as people read it. */
    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private void tell(Notification.Kind kind, String text) {
        line(text);
        notifier.tell(new Notification(kind, time.clock().instant(), name, text));
    }
}
