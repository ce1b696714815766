package org.evenkeel.state;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.jspecify.annotations.Nullable;

/** What fills make of a position. */
final class PositionFold {
    private PositionFold() {}

    /**
     * The position after one more fill.
     *
     * @param before null where none is held
     * @param number the number of the position that it opens, where it opens one
     * @throws IllegalStateException when more is sold than is held
     */
    static Position after(@Nullable Position before, PlannedTrade trade, Fill fill, Instant at, long number) {
        TradeIntent intent = trade.intent();
        if (intent.side() == Side.BUY) {
            return before == null ? Position.open(number, intent, fill, at) : before.bought(fill);
        }
        if (before == null) {
            throw new IllegalStateException("Trade " + trade.id() + " sold " + intent.pair() + ", of which book "
                    + trade.book() + " holds nothing.");
        }
        return before.sold(fill, at);
    }

    /**
     * A position made of its fills once more, to the last digit as it was; what is watched for is as it is now.
     *
     * @param fills the trades that made it, at least one, in the order in which they were filled
     */
    static Position again(List<Trade> fills, Position now) {
        Position position = null;
        for (Trade trade : fills) {
            Trade.Filled filled = trade.filled().orElseThrow();
            position = after(position, trade.plan(), filled.fill(), filled.at(), now.id());
        }
        return Objects.requireNonNull(position).watching(now.watch());
    }
}
