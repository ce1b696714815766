package org.evenkeel.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;

/**
 * Finds the money for buys: scales them all by one factor to the cash that is there after gas and bridges, and says
 * what has to be moved between chains first. Pure: it moves nothing itself.
 */
final class Treasury {
    /** Enough halvings to come within a millionth of a millionth of the best factor. */
    private static final int HALVINGS = 40;

    /**
     * Buys that can be paid.
     *
     * @param factor what all of them were scaled by, at most 1
     * @param buys the buys in the order asked for; empty ones (nothing left of them) are missing
     * @param moves what has to be moved first
     */
    record Funding(double factor, List<TradeIntent> buys, List<Move> moves) {}

    /**
     * Reserve to be moved.
     *
     * @param from from where
     * @param to to where
     * @param received how much is to arrive
     */
    record Move(Token from, Token to, BigDecimal received) {}

    /**
     * What has to be known of the book's money besides its amounts, each by token.
     *
     * @param late what is in the reserves, but came too late for these buys
     * @param coming what is on its way to them from other chains, for these buys
     */
    record Known(Map<Token, BigDecimal> late, Map<Token, BigDecimal> coming) {}

    /** What may be spent, and how much of it is still on its way. */
    private record Money(Map<Token, BigDecimal> free, Map<Token, BigDecimal> coming) {}

    private final Map<Chain, Token> reserveOf;
    private final Map<Chain, Duration> longestWayTo = new HashMap<>();
    private final Expenses expenses;
    private final boolean gasFree;
    private final Bridge bridge;

    /**
     * @param gasFree whether the reserves pay no gas
     */
    Treasury(Map<Chain, Token> reserveOf, Expenses expenses, boolean gasFree, Bridge bridge) {
        this.reserveOf = reserveOf;
        this.expenses = expenses;
        this.gasFree = gasFree;
        this.bridge = bridge;
        reserveOf.keySet().forEach(chain -> longestWayTo.put(chain, longestWay(chain)));
    }

    /**
     * The largest common share of the buys that the book can pay.
     *
     * @param known what of the book's money is not there yet, or is there and must not be counted on
     */
    Funding fund(List<TradeIntent> buys, Portfolio portfolio, Known known, Instant at) {
        Money money = new Money(free(portfolio, known.coming(), at), known.coming());
        known.late().forEach((token, amount) -> withhold(money.free(), token, amount));
        double most = affordable(buys, money.free(), at);
        Optional<Funding> all = most > 0 ? attempt(buys, most, money, at) : Optional.empty();
        return all.orElseGet(() -> search(buys, most, money, at));
    }

    /** The reserves and what comes to them, less what buys may have spent whose outcome is not known. */
    private Map<Token, BigDecimal> free(Portfolio portfolio, Map<Token, BigDecimal> coming, Instant at) {
        Map<Token, BigDecimal> free = new LinkedHashMap<>();
        for (Token token : reserveOf.values()) {
            free.put(token, portfolio.reserve(token).add(coming.getOrDefault(token, BigDecimal.ZERO)));
        }
        for (Trade trade : portfolio.openTrades()) {
            TradeIntent intent = trade.plan().intent();
            if (intent.side() == Side.BUY) {
                withhold(free, trade.plan().reserve(), spend(intent).add(gas(intent, at)));
            }
        }
        return free;
    }

    private static void withhold(Map<Token, BigDecimal> free, Token reserve, BigDecimal amount) {
        free.computeIfPresent(reserve, (token, left) -> left.subtract(amount).max(BigDecimal.ZERO));
    }

    /** The share that all cash would pay if bridges were free. */
    private double affordable(List<TradeIntent> buys, Map<Token, BigDecimal> free, Instant at) {
        BigDecimal cash = Decimals.sum(free.values());
        BigDecimal wanted = BigDecimal.ZERO;
        for (TradeIntent buy : buys) {
            cash = cash.subtract(gas(buy, at));
            wanted = wanted.add(spend(buy));
        }
        if (wanted.compareTo(cash) <= 0) {
            return 1;
        }
        return Math.max(0, cash.doubleValue() / wanted.doubleValue());
    }

    private Funding search(List<TradeIntent> buys, double most, Money money, Instant at) {
        double low = 0;
        double high = most;
        Funding best = new Funding(0, List.of(), List.of());
        for (int i = 0; i < HALVINGS && high > 0; i++) {
            double middle = (low + high) / 2;
            Optional<Funding> found = attempt(buys, middle, money, at);
            if (found.isPresent()) {
                best = found.get();
                low = middle;
            } else {
                high = middle;
            }
        }
        return best;
    }

    private Optional<Funding> attempt(List<TradeIntent> buys, double factor, Money money, Instant at) {
        List<TradeIntent> scaled = new ArrayList<>(buys.size());
        Map<Token, BigDecimal> left = new LinkedHashMap<>(money.free());
        for (TradeIntent buy : buys) {
            BigDecimal spend = factor == 1 ? spend(buy) : scaled(spend(buy), factor);
            if (spend.signum() > 0) {
                scaled.add(factor == 1 ? buy : sized(buy, spend));
                left.merge(reserve(buy), spend.add(gas(buy, at)).negate(), BigDecimal::add);
            }
        }
        return moves(left, money.coming()).map(moves -> new Funding(factor, scaled, moves));
    }

    /**
     * Covers every shortfall from the surpluses, in the universe's order; empty where they do not suffice. What has not
     * come yet can be waited for, but not be sent on.
     */
    private Optional<List<Move>> moves(Map<Token, BigDecimal> left, Map<Token, BigDecimal> coming) {
        Map<Token, BigDecimal> there = new LinkedHashMap<>(left);
        coming.forEach((token, amount) -> there.computeIfPresent(token, (same, all) -> all.subtract(amount)));
        List<Move> moves = new ArrayList<>();
        for (Map.Entry<Token, BigDecimal> shortfall : left.entrySet()) {
            BigDecimal missing = shortfall.getValue().negate();
            for (Map.Entry<Token, BigDecimal> surplus : there.entrySet()) {
                if (missing.signum() > 0 && surplus.getValue().signum() > 0) {
                    BigDecimal part = receivable(surplus, shortfall.getKey()).min(missing);
                    missing = missing.subtract(part);
                    take(surplus, shortfall.getKey(), part, moves);
                }
            }
            if (missing.signum() > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(moves);
    }

    private BigDecimal receivable(Map.Entry<Token, BigDecimal> surplus, Token to) {
        return bridge.toReceive(surplus.getKey(), to, surplus.getValue()).max(BigDecimal.ZERO);
    }

    private void take(Map.Entry<Token, BigDecimal> surplus, Token to, BigDecimal received, List<Move> moves) {
        if (received.signum() > 0) {
            BigDecimal sent = bridge.toSend(surplus.getKey(), to, received);
            surplus.setValue(surplus.getValue().subtract(sent));
            moves.add(new Move(surplus.getKey(), to, received));
        }
    }

    private Token reserve(TradeIntent buy) {
        Token token = reserveOf.get(buy.pair().chain());
        if (token == null) {
            throw new IllegalStateException("There is no reserve on the chain of " + buy.pair() + ".");
        }
        return token;
    }

    /** What a buy's gas may cost: it may have to wait for money from another chain, and pays what gas costs then. */
    private BigDecimal gas(TradeIntent buy, Instant at) {
        if (gasFree) {
            return BigDecimal.ZERO;
        }
        Chain chain = buy.pair().chain();
        return Decimals.money(expenses.mostGasOn(chain, at, at.plus(longestWayTo.getOrDefault(chain, Duration.ZERO))));
    }

    private Duration longestWay(Chain chain) {
        Duration longest = Duration.ZERO;
        for (Chain other : reserveOf.keySet()) {
            Duration delay = expenses.bridgeBetween(other, chain).delay();
            longest = !other.equals(chain) && delay.compareTo(longest) > 0 ? delay : longest;
        }
        return longest;
    }

    static BigDecimal spend(TradeIntent buy) {
        return ((Size.Spend) buy.size()).value();
    }

    private static BigDecimal scaled(BigDecimal spend, double factor) {
        return spend.multiply(BigDecimal.valueOf(factor)).setScale(Decimals.MONEY, RoundingMode.DOWN);
    }

    static TradeIntent sized(TradeIntent buy, BigDecimal spend) {
        return new TradeIntent(
                buy.pair(), buy.side(), new Size.Spend(spend), buy.reason(), buy.triggers(), buy.basket());
    }
}
