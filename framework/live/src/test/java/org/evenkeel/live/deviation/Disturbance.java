package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Side;

/** What reality makes of a simulated end of a trade. */
@FunctionalInterface
interface Disturbance {
    Disturbance NONE = (order, end) -> end;

    Execution.Ended of(Execution.Order order, Execution.Ended end);

    /** These, one after the other. */
    default Disturbance and(Disturbance next) {
        return (order, end) -> next.of(order, of(order, end));
    }

    /** Only the trades of a number. */
    default Disturbance onlyTrade(long id) {
        return (order, end) -> order.trade().id() == id ? of(order, end) : end;
    }

    /** Only fills, which stay fills of the same pair. */
    private static Disturbance ofFills(FillChange change) {
        return (order, end) -> end instanceof Execution.Filled filled
                ? new Execution.Filled(
                        filled.at(), change.of(order.trade().intent().side(), filled.fill()))
                : end;
    }

    /** Another fill for a fill. */
    @FunctionalInterface
    interface FillChange {
        Fill of(Side side, Fill fill);
    }

    /** Mid prices that are worse by a fraction: a buy gets less for its money, a sale brings less. */
    static Disturbance worsePrice(double fraction) {
        return ofFills(
                (side, fill) -> atMid(side, fill, fill.midPrice() * (side == Side.BUY ? 1 + fraction : 1 - fraction)));
    }

    /** Losses of a fraction of the value beyond fees and impact. */
    static Disturbance slippage(double fraction) {
        return ofFills((side, fill) -> {
            BigDecimal kept = BigDecimal.valueOf(1 - fraction);
            return side == Side.BUY
                    ? new Fill(
                            fill.quantity().multiply(kept).setScale(18, RoundingMode.DOWN),
                            fill.value(),
                            fill.midPrice(),
                            fill.costs(),
                            fill.route())
                    : new Fill(
                            fill.quantity(),
                            fill.value().multiply(kept).setScale(6, RoundingMode.DOWN),
                            fill.midPrice(),
                            fill.costs(),
                            fill.route());
        });
    }

    /** Gas of so much, whatever the simulation took. */
    static Disturbance gas(String usd) {
        return ofFills((side, fill) -> new Fill(
                fill.quantity(),
                fill.value(),
                fill.midPrice(),
                new Costs(fill.costs().fee(), fill.costs().impact(), new BigDecimal(usd)),
                fill.route()));
    }

    /** Nothing happens, but the gas is gone. */
    static Disturbance reverted(String gas) {
        return (order, end) -> new Execution.Failed(end.at(), Outcome.REVERTED, new BigDecimal(gas));
    }

    /** Fills come so many hours later, at the open of then; where there is no candle, they come in time. */
    static Disturbance delay(MarketHistory history, int hours) {
        return (order, end) -> {
            if (!(end instanceof Execution.Filled filled)) {
                return end;
            }
            Candles candles = history.of(order.trade().intent().pair()).candles();
            Instant late = filled.at().plus(Duration.ofHours(hours));
            int row = candles.firstAtOrAfter(late.toEpochMilli());
            return row == candles.size() || candles.time(row) != late.toEpochMilli()
                    ? end
                    : new Execution.Filled(
                            late, atMid(order.trade().intent().side(), filled.fill(), candles.open(row)));
        };
    }

    /** The same trade at another mid price: the same money for a buy, the same quantity for a sale. */
    private static Fill atMid(Side side, Fill fill, double mid) {
        BigDecimal ratio = BigDecimal.valueOf(mid / fill.midPrice());
        if (side == Side.BUY) {
            BigDecimal quantity = fill.quantity().divide(ratio, 18, RoundingMode.DOWN);
            return new Fill(quantity, fill.value(), mid, fill.costs(), fill.route());
        }
        Costs costs = new Costs(
                fill.costs().fee().multiply(ratio),
                fill.costs().impact().multiply(ratio),
                fill.costs().gas());
        BigDecimal value = fill.value().multiply(ratio).setScale(6, RoundingMode.DOWN);
        return new Fill(fill.quantity(), value, mid, costs, fill.route());
    }
}
