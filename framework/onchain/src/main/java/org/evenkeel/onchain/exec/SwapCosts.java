package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.Side;
import org.evenkeel.onchain.route.Leg;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.PlannedTrade;

/** What of a swap went to fees, and what was lost besides, in money. */
final class SwapCosts {
    private SwapCosts() {}

    /**
     * What a way would have brought.
     *
     * @param atMid at mid prices, in base units of what comes out
     * @param afterFees at mid prices, the fees of all pools taken off
     */
    record Ideal(BigInteger atMid, BigInteger afterFees) {
        /** Of all of these together. */
        static Ideal of(List<Leg> legs) {
            return new Ideal(sum(legs, Leg::atMidPrice), sum(legs, Leg::atMidPriceAfterFees));
        }

        private static BigInteger sum(List<Leg> legs, Function<Leg, BigInteger> figure) {
            return legs.stream().map(figure).reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    /** Costs of what was moved, by what it would have brought at mid prices. */
    static Costs of(PlannedTrade trade, Movements.Moved moved, Ideal ideal, BigDecimal gas) {
        BigInteger fee = ideal.atMid.subtract(ideal.afterFees);
        BigInteger impact = ideal.afterFees.subtract(moved.out());
        if (TradePlanner.side(trade) == Side.SELL) {
            return new Costs(
                    money(Units.amount(fee, trade.reserve())), money(Units.amount(impact, trade.reserve())), gas);
        }
        BigDecimal value = Units.amount(moved.in(), trade.reserve());
        return new Costs(share(value, fee, ideal.atMid), share(value, impact, ideal.atMid), gas);
    }

    private static BigDecimal share(BigDecimal value, BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : value.multiply(new BigDecimal(part))
                        .divide(new BigDecimal(whole), Decimals.MONEY, RoundingMode.HALF_EVEN);
    }

    /** Where the way is not known: all that was lost against the mid price of the pair. */
    static Costs unexplained(boolean buy, BigDecimal value, BigDecimal worth, BigDecimal gas) {
        return new Costs(BigDecimal.ZERO, money(buy ? value.subtract(worth) : worth.subtract(value)), gas);
    }

    static BigDecimal money(BigDecimal amount) {
        return amount.setScale(Decimals.MONEY, RoundingMode.HALF_EVEN);
    }
}
