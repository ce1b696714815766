package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.live.Difference;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.notify.Notification;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** What happens to a run, in a sentence or two, and what kind of thing it is for those who are told elsewhere. */
final class EventWords {
    private EventWords() {}

    /** The sentence. */
    static String of(LiveEvent event) {
        return switch (event) {
            case LiveEvent.Notice notice -> "Note: " + notice.text();
            case LiveEvent.Started started ->
                "Started " + started.run() + ": " + holdings(started.book()) + ". The next decision is at "
                        + seconds(started.next()) + ".";
            case LiveEvent.CycleDone done -> cycle("done in " + length(done.took()), done.cycle(), done.book());
            case LiveEvent.CycleResumed resumed -> cycle("finished after a stop", resumed.cycle(), resumed.book());
            case LiveEvent.TicksMissed missed -> missed(missed);
            case LiveEvent.TradeEnded ended -> trade(ended.trade());
            case LiveEvent.TradeTakenBack back ->
                TradeNotes.name(back.trade().plan())
                        + " was taken back by a reorganisation of the chain; it is asked after again.";
            case LiveEvent.TransferOverdue overdue -> overdue(overdue.transfer());
            case LiveEvent.TokenFrozen token -> Difference.named(token.token()) + " is frozen. " + token.why();
            case LiveEvent.TokenThawed token ->
                Difference.named(token.token()) + " tells again what the books say, and is frozen no more.";
            case LiveEvent.OutOfReach away -> away.what() + " It is tried again.";
            case LiveEvent.NothingDue idle -> "No decision is due. The next one is at " + seconds(idle.next()) + ".";
            case LiveEvent.Stopped stopped ->
                "Stopped as asked. "
                        + stopped.restUntil()
                                .map(until ->
                                        "The decision at hand is not wholly carried out: the same command makes what is"
                                                + " left of it until " + seconds(until) + ", and gives it up later.")
                                .orElse("The same command goes on from here.");
        };
    }

    /** What those are told who are elsewhere; empty for what only those hear who watch. */
    static Optional<Notification.Kind> kind(LiveEvent event) {
        return switch (event) {
            case LiveEvent.Notice notice -> Optional.empty();
            case LiveEvent.NothingDue idle -> Optional.empty();
            case LiveEvent.Started started -> Optional.of(Notification.Kind.RUN);
            case LiveEvent.Stopped stopped -> Optional.of(Notification.Kind.RUN);
            case LiveEvent.CycleDone done -> Optional.of(Notification.Kind.CYCLE);
            case LiveEvent.CycleResumed resumed -> Optional.of(Notification.Kind.CYCLE);
            case LiveEvent.TradeEnded ended -> kind(ended.trade());
            case LiveEvent.TransferOverdue overdue -> Optional.of(Notification.Kind.STUCK_TRANSFER);
            case LiveEvent.TokenFrozen token -> Optional.of(Notification.Kind.FREEZE);
            case LiveEvent.TicksMissed missed -> Optional.of(Notification.Kind.FAILURE);
            case LiveEvent.TradeTakenBack back -> Optional.of(Notification.Kind.FAILURE);
            case LiveEvent.TokenThawed token -> Optional.of(Notification.Kind.FAILURE);
            case LiveEvent.OutOfReach away -> Optional.of(Notification.Kind.FAILURE);
        };
    }

    private static Optional<Notification.Kind> kind(Trade trade) {
        return switch (trade.end().orElse(null)) {
            case Trade.Filled filled ->
                trade.plan().intent().reason().isTrigger() ? Optional.of(Notification.Kind.TRIGGER) : Optional.empty();
            case Trade.Failed failed -> Optional.of(Notification.Kind.FAILURE);
            case null -> Optional.empty();
        };
    }

    private static String missed(LiveEvent.TicksMissed missed) {
        return "Missed the decision"
                + (missed.first().equals(missed.last())
                        ? " of " + missed.first()
                        : "s from " + missed.first() + " to " + missed.last())
                + ": " + missed.why() + ".";
    }

    private static String overdue(Transfer transfer) {
        return "Transfer " + transfer.id() + " of " + transfer.amounts().sent().toPlainString() + " " + transfer.from()
                + " from " + transfer.from().chain() + " to " + transfer.to().chain() + " was to arrive at "
                + transfer.times().arrives() + " and has not.";
    }

    private static String cycle(String how, Cycle cycle, Portfolio book) {
        return "Cycle " + cycle.number() + " of " + seconds(cycle.at()) + " " + how + ": equity "
                + Money.usd(cycle.result().equity()) + " USD, cash "
                + Money.usd(cycle.result().cash()) + ", " + traded(cycle) + " traded, " + positions(book) + ".";
    }

    /** How many of a decision's trades were made. */
    static long traded(Cycle cycle) {
        return cycle.result().outcomes().stream()
                .map(SignalOutcome::outcome)
                .filter(Outcome::isTraded)
                .count();
    }

    private static String length(Duration took) {
        return took.toMinutes() > 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
    }

    private static String positions(Portfolio book) {
        return positions(book.positions().size());
    }

    /** So many positions. */
    static String positions(int count) {
        return count + (count == 1 ? " position" : " positions");
    }

    private static String holdings(Portfolio book) {
        List<String> cash = book.reserves().entrySet().stream()
                .map(entry -> entry.getValue().stripTrailingZeros().toPlainString() + " " + entry.getKey() + " on "
                        + entry.getKey().chain())
                .toList();
        return String.join(", ", cash) + "; " + positions(book);
    }

    private static String trade(Trade trade) {
        String what = TradeNotes.name(trade.plan());
        return switch (trade.end().orElse(null)) {
            case Trade.Filled filled ->
                what + " filled: " + filled.fill().quantity().toPlainString() + " "
                        + trade.plan().intent().pair().base() + " for "
                        + filled.fill().value().toPlainString() + " "
                        + trade.plan().reserve() + ", gas "
                        + Money.usd(filled.fill().costs().gas()) + " USD";
            case Trade.Failed failed -> what + ": " + failed.outcome().words() + gas(failed);
            case null -> what + ": " + trade.status().name().toLowerCase(Locale.ROOT);
        };
    }

    /** A swap that was never sent has paid nothing itself: that was its approval, and what took that back. */
    private static String gas(Trade.Failed failed) {
        BigDecimal gas = failed.gas();
        if (gas.signum() == 0) {
            return "";
        }
        return ", gas " + Money.usd(gas) + " USD"
                + (failed.outcome() == Outcome.REVERTED ? "" : " for what was sent beside the swap");
    }

    /** To the second, as people read it. */
    static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
