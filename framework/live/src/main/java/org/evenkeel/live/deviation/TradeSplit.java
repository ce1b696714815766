package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;

/**
 * What a trade made in the live run and in the backtest where it was executed, in money of that moment, by cause; and what
 * the one holds more than the other from then on.
 *
 * <p>A fill of q at the mid price m comes to a value of q·m plus, for a buy, or less, for a sale, what it lost. With M for the
 * price at which the asset is valued later and G for gas, a trade has made s·q·(M − m) − losses − G by then. The
 * difference between two trades of one side is, with ν for the live size in terms of the backtest's,
 *
 * <pre>{@code
 * s·qL·(mB − mL) − (lossesL − ν·lossesB) − (gasL − gasB)          where they were executed
 *     + s·(qL − qB)·(M − mB) − (ν − 1)·lossesB                    because they differ in size
 * }</pre>
 *
 * @param parts what differs at once
 * @param quantity how much more the live run holds from then on; negative for less
 * @param price the price that counts for this quantity, in USD
 * @param cause what its further result is put down to
 */
record TradeSplit(Parts parts, BigDecimal quantity, BigDecimal price, DeviationPart cause) {
    /**
     * Of a match with at least one fill.
     *
     * @param extra why the backtest has none, where it has none
     */
    static TradeSplit of(Match match, RecordedPrices prices, Optional<Extra> extra) {
        Optional<Trade.Filled> live = match.liveFill();
        Optional<Trade.Filled> backtest = match.backtestFill();
        if (live.isPresent() && backtest.isPresent()) {
            return both(match, live.get(), backtest.get(), prices);
        }
        return live.isPresent()
                ? extra(match, live.get().fill(), cause(extra))
                : missed(match, backtest.orElseThrow().fill());
    }

    private static TradeSplit both(Match match, Trade.Filled ours, Trade.Filled theirs, RecordedPrices prices) {
        Side side = match.key().side();
        Fill live = ours.fill();
        Fill backtest = theirs.fill();
        BigDecimal wasMid = mid(backtest);
        BigDecimal moved =
                prices.moved(match.key().pair(), theirs.at(), ours.at()).orElse(wasMid);
        BigDecimal signed = signed(side, live.quantity());
        BigDecimal size = size(side, live, backtest);
        Losses is = Losses.of(side, live);
        Losses was = Losses.of(side, backtest);
        Parts parts = Parts.of(DeviationPart.DELAY, signed.multiply(wasMid.subtract(moved)))
                .plus(DeviationPart.PRICE, signed.multiply(moved.subtract(mid(live))))
                .plus(DeviationPart.FEES, size.multiply(was.fee()).subtract(is.fee()))
                .plus(DeviationPart.IMPACT, size.multiply(was.impact()).subtract(is.impact()))
                .plus(DeviationPart.SLIPPAGE, size.multiply(was.rest()).subtract(is.rest()))
                .plus(DeviationPart.GAS, gasSaved(match))
                .plus(DeviationPart.SIZE, BigDecimal.ONE.subtract(size).multiply(was.total()));
        BigDecimal more = signed(side, live.quantity().subtract(backtest.quantity()));
        return new TradeSplit(parts, more, wasMid, DeviationPart.SIZE);
    }

    private static TradeSplit missed(Match match, Fill backtest) {
        Side side = match.key().side();
        BigDecimal saved =
                Losses.of(side, backtest).total().add(backtest.costs().gas());
        Parts parts = Parts.of(DeviationPart.MISSED, saved)
                .plus(DeviationPart.GAS, Match.gas(match.live()).negate());
        return new TradeSplit(parts, signed(side, backtest.quantity()).negate(), mid(backtest), DeviationPart.MISSED);
    }

    private static DeviationPart cause(Optional<Extra> extra) {
        return extra.filter(Extra::isUnpriced).isPresent() ? DeviationPart.UNPRICED : DeviationPart.EXTRA;
    }

    private static TradeSplit extra(Match match, Fill live, DeviationPart cause) {
        Side side = match.key().side();
        BigDecimal paid = Losses.of(side, live).total().add(live.costs().gas());
        Parts parts = Parts.of(cause, paid.negate()).plus(DeviationPart.GAS, Match.gas(match.backtest()));
        return new TradeSplit(parts, signed(side, live.quantity()), mid(live), cause);
    }

    /** What the backtest paid for gas more than the live run. */
    static BigDecimal gasSaved(Match match) {
        return Match.gas(match.backtest()).subtract(Match.gas(match.live()));
    }

    /** The live size in terms of the backtest's: of what goes in, which is what pools take their fee of. */
    private static BigDecimal size(Side side, Fill live, Fill backtest) {
        BigDecimal was = in(side, backtest);
        return was.signum() == 0 ? BigDecimal.ONE : in(side, live).divide(was, MathContext.DECIMAL128);
    }

    private static BigDecimal in(Side side, Fill fill) {
        return side == Side.BUY ? fill.value() : fill.quantity().multiply(mid(fill));
    }

    private static BigDecimal signed(Side side, BigDecimal quantity) {
        return side == Side.BUY ? quantity : quantity.negate();
    }

    private static BigDecimal mid(Fill fill) {
        return BigDecimal.valueOf(fill.midPrice());
    }

    /**
     * What a fill lost against its mid price.
     *
     * @param fee to the pools
     * @param impact by moving the price
     * @param rest beyond the two
     */
    private record Losses(BigDecimal fee, BigDecimal impact, BigDecimal rest) {
        static Losses of(Side side, Fill fill) {
            BigDecimal all = signed(side, fill.value().subtract(fill.quantity().multiply(mid(fill))));
            BigDecimal fee = fill.costs().fee();
            BigDecimal impact = fill.costs().impact();
            return new Losses(fee, impact, all.subtract(fee).subtract(impact));
        }

        BigDecimal total() {
            return fee.add(impact).add(rest);
        }
    }
}
