package org.evenkeel.state.replay;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.market.Visible;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.Trail;
import org.evenkeel.state.model.TriggerFactors;

/** The reasons for trades as sentences. */
final class Reasons {
    private Reasons() {}

    static String why(Trade trade, Optional<Position> position, Optional<SignalOutcome> signal) {
        TradeIntent intent = trade.plan().intent();
        String reason = switch (intent.reason()) {
            case REBALANCE -> "rebalanced in cycle " + trade.plan().cycle();
            case CLOSE -> "no longer wanted in cycle " + trade.plan().cycle();
            case ORDER -> "ordered by the strategy in cycle " + trade.plan().cycle();
            case CLOSE_ALL ->
                "everything was sold by hand (close-all) in cycle "
                        + trade.plan().cycle();
            case WRITE_OFF -> "the wallet had it no more, and it was written off by hand" + said(trade.trail());
            case STOP_LOSS -> "the price fell to the stop loss";
            case TAKE_PROFIT -> "the price rose to the take profit";
            case TRAILING_STOP -> "the price fell to the trailing stop";
            case BASKET_STOP_LOSS -> "the value of the basket fell to its stop loss";
            case BASKET_TAKE_PROFIT -> "the value of the basket rose to its take profit";
        };
        String bound = position.map(held -> bound(trade, held)).orElse("");
        return reason + bound + signal.map(Reasons::numbers).orElse("") + end(trade, signal);
    }

    /** The price of the trigger, where it follows from the position. */
    private static String bound(Trade trade, Position position) {
        TriggerFactors factors = position.watch().factors();
        return switch (trade.plan().intent().reason()) {
            case STOP_LOSS -> product(factors.stopLoss(), position.holding().entryPrice(), "entry price");
            case TAKE_PROFIT -> product(factors.takeProfit(), position.holding().entryPrice(), "entry price");
            case TRAILING_STOP ->
                product(factors.trailingStop(), position.watch().peak(), "highest price");
            default -> "";
        };
    }

    private static String product(OptionalDouble factor, double price, String what) {
        return factor.isEmpty()
                ? ""
                : String.format(Locale.ROOT, ": %.4g × the %s of %.6g USD", factor.getAsDouble(), what, price);
    }

    private static String numbers(SignalOutcome signal) {
        SignalOutcome.Weighing weighing = signal.weighing();
        String ranked = weighing.rank() == 0
                ? ""
                : String.format(Locale.ROOT, ", rank %d, weight %.4f", weighing.rank(), weighing.weight());
        return measured(signal) + ranked + ": " + signal.explain();
    }

    private static String measured(SignalOutcome signal) {
        if (signal.signal().isPresent()) {
            return String.format(Locale.ROOT, ", signal %.4f", signal.signal().getAsDouble());
        }
        return signal.isOrder() ? "" : ", held without a signal";
    }

    private static String end(Trade trade, Optional<SignalOutcome> signal) {
        return switch (trade.status()) {
            case PLANNED -> "; planned, not yet executed";
            case UNKNOWN -> "; sent, outcome unknown";
            case FILLED -> "";
            case FAILED ->
                trade.end()
                        .filter(Trade.Failed.class::isInstance)
                        .map(Trade.Failed.class::cast)
                        .map(failed -> "; not executed" + told(failed.outcome(), signal) + said(failed.trail()))
                        .orElse("");
        };
    }

    /** What was said of it then, of which a contract may have written a part. */
    private static String said(Trail trail) {
        StringBuilder seen = new StringBuilder();
        String.join(" ", trail.reasons())
                .codePoints()
                .filter(Visible::isVisible)
                .forEach(seen::appendCodePoint);
        return seen.isEmpty() ? "" : " (" + seen + ")";
    }

    /** Why it failed, unless the signal's outcome has said so. */
    private static String told(Outcome outcome, Optional<SignalOutcome> signal) {
        boolean said =
                signal.map(SignalOutcome::outcome).filter(outcome::equals).isPresent();
        return said ? "" : ": " + outcome.words();
    }
}
