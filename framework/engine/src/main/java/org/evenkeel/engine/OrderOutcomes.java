package org.evenkeel.engine;

import java.util.OptionalDouble;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;

/** Outcomes of orders that no signal stands behind, in the same form as a signal's. */
final class OrderOutcomes {
    private OrderOutcomes() {}

    static SignalOutcome of(TradeIntent intent, TradeDesk.Result result, Portfolio after, Quotes quotes) {
        double held = after.findPosition(intent.pair())
                .map(Position::quantity)
                .map(quantity -> quotes.saleValue(intent.pair(), quantity.doubleValue()))
                .orElse(0.0);
        double change = switch (intent.size()) {
            case Size.Spend spend -> spend.value().doubleValue();
            case Size.Sell sell ->
                -quotes.saleValue(intent.pair(), sell.quantity().doubleValue());
            case Size.SellAll all -> 0;
        };
        return new SignalOutcome(
                intent.pair(),
                OptionalDouble.empty(),
                SignalOutcome.Weighing.NONE,
                new SignalOutcome.Adjustment(held, held - change),
                result.outcome(),
                result.value());
    }
}
