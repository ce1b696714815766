package org.evenkeel.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;

/** Carries out what one decision wants: closes, other sales, transfers between chains, buys. */
final class DecisionTrades {
    private final TradeDesk desk;
    private final DecisionInput input;
    private final TradeLimiter limiter;
    private final List<TradingPair> accepted;
    private final Map<Token, BigDecimal> coming;

    /**
     * @param desk makes the trades
     * @param round the decision
     * @param coming what is on its way from other chains for its buys, by the reserve that it comes to
     */
    DecisionTrades(TradeDesk desk, Decider.Round round, Map<Token, BigDecimal> coming) {
        this.desk = desk;
        this.coming = coming;
        this.input = round.input();
        this.limiter = new TradeLimiter(input.quotes(), input.settings().liquidity());
        this.accepted = round.accepted();
    }

    /** Carries out the wishes that nothing has become of yet, and tells each what became of it. */
    void carryOut(List<Wish> wishes) {
        for (Wish wish : wishes) {
            if (wish.isOpen()) {
                obstacle(wish.intent()).map(TradeResult::not).ifPresent(wish::became);
            }
        }
        for (Wish wish : wishes) {
            if (wish.isOpen() && wish.intent().isClose()) {
                sell(wish);
            }
        }
        for (Wish wish : wishes) {
            if (wish.isOpen() && wish.intent().side() == Side.SELL) {
                sell(wish);
            }
        }
        buy(wishes.stream().filter(Wish::isOpen).toList());
    }

    private Optional<Outcome> obstacle(TradeIntent intent) {
        if (desk.mayHaveTraded(intent.pair())) {
            return Optional.of(Outcome.UNKNOWN);
        }
        if (intent.side() == Side.BUY && desk.hasFired(intent.pair())) {
            return Optional.of(Outcome.TRIGGERED);
        }
        Optional<Outcome> obstacle = input.quotes().findObstacle(intent.pair());
        boolean filtered = obstacle.isEmpty() && intent.side() == Side.BUY && !accepted.contains(intent.pair());
        return filtered ? Optional.of(Outcome.FILTERED) : obstacle;
    }

    private void sell(Wish wish) {
        BigDecimal held = desk.held(wish.pair());
        if (held.signum() == 0) {
            wish.became(TradeResult.not(Outcome.NOTHING_HELD));
            return;
        }
        BigDecimal wanted = wish.intent().size() instanceof Size.Sell sell
                ? TradeLimiter.expressed(sell.quantity().min(held), wish.pair().base())
                : held;
        boolean limited = !wish.isOfSignal() && !wish.intent().isClose();
        BigDecimal quantity = limited ? limiter.quantity(wish.pair(), wanted) : wanted;
        if (quantity.signum() == 0) {
            wish.became(nothing(wanted));
            return;
        }
        TradeResult result = desk.sell(wish.intent(), quantity, input.asOf(), OptionalDouble.empty());
        double value = -input.quotes().saleValue(wish.pair(), quantity.doubleValue());
        wish.became(quantity.compareTo(wanted) < 0 ? result.trimmed(Outcome.TRIMMED_TO_LIQUIDITY, value) : result);
    }

    private void buy(List<Wish> wishes) {
        List<TradeIntent> buys = new ArrayList<>(wishes.size());
        Map<TradingPair, BigDecimal> trimmed = new HashMap<>();
        for (Wish wish : wishes) {
            BigDecimal wanted = TradeLimiter.expressed(Treasury.spend(wish.intent()), desk.reserveOf(wish.pair()));
            BigDecimal spend = wish.isOfSignal() ? wanted : limiter.spend(wish.pair(), wanted, worthHeld(wish.pair()));
            if (spend.signum() == 0) {
                wish.became(nothing(wanted));
            } else {
                buys.add(Treasury.sized(wish.intent(), spend));
            }
            if (spend.compareTo(wanted) < 0) {
                trimmed.put(wish.pair(), spend);
            }
        }
        Map<TradingPair, TradeResult> results = desk.buy(buys, coming, input.asOf());
        for (Wish wish : wishes) {
            if (wish.isOpen()) {
                TradeResult result = results.getOrDefault(wish.pair(), TradeResult.not(Outcome.NO_CASH));
                BigDecimal less = trimmed.get(wish.pair());
                wish.became(less == null ? result : result.trimmed(Outcome.TRIMMED_TO_LIQUIDITY, less.doubleValue()));
            }
        }
    }

    private double worthHeld(TradingPair pair) {
        return input.quotes().saleValue(pair, desk.held(pair).doubleValue());
    }

    /** Nothing of it is left: its tokens cannot express so little, or the pools bear none of it. */
    private static TradeResult nothing(BigDecimal wanted) {
        return TradeResult.not(wanted.signum() == 0 ? Outcome.UNCHANGED : Outcome.NO_LIQUIDITY);
    }
}
