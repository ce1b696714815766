package org.evenkeel.onchain.exec;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.api.port.CycleClock;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Chain;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.MarketAt;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.state.model.Position;

/**
 * Watches the mid prices of positions' own pools, now and then. A stop that a price passes between two looks fires at the
 * next. Where a chain cannot be asked, its positions are not looked at that time; nothing fires on a price that nobody
 * saw.
 *
 * <p>Not safe for use by several threads.
 */
public final class QuoteWatch implements TriggerWatch {
    private final Map<Chain, ChainMarket> markets;
    private final Pace pace;
    private final Consumer<String> notes;
    private final SeenPrices seen = new SeenPrices();
    private final Set<Chain> away = new HashSet<>();

    /**
     * How often is looked.
     *
     * @param every the time between two looks
     * @param now says what time it is
     * @param clock lets it pass
     */
    public record Pace(Duration every, InstantSource now, CycleClock clock) {
        /**
         * @throws IllegalArgumentException when there is no time between two looks
         */
        public Pace {
            if (!every.isPositive()) {
                throw new IllegalArgumentException(
                        "Prices looked at every " + every + " leave no time for anything else: give more than 0 s.");
            }
        }
    }

    /**
     * On these chains.
     *
     * @param notes hears when a chain cannot be asked any more, and when it can again
     */
    public QuoteWatch(List<ChainMarket> markets, Pace pace, Consumer<String> notes) {
        this.markets = markets.stream().collect(Collectors.toUnmodifiableMap(ChainMarket::chain, Function.identity()));
        this.pace = pace;
        this.notes = notes;
    }

    /** Looks until something is touched, and returns with nothing once the end has come, not before. */
    @Override
    public Optional<Touch> first(Collection<Position> open, Instant from, Instant until) throws InterruptedException {
        pace.clock.await(from);
        for (Instant now = later(from); now.isBefore(until); now = later(from)) {
            Optional<Touch> touch = touched(open, now);
            if (touch.isPresent()) {
                return touch;
            }
            Instant next = now.plus(pace.every);
            pace.clock.await(next.isBefore(until) ? next : until);
        }
        return Optional.empty();
    }

    @Override
    public Optional<Touch> look(Collection<Position> open, Instant at) {
        return touched(open, later(at));
    }

    private Instant later(Instant from) {
        Instant now = pace.now.instant();
        return now.isBefore(from) ? from : now;
    }

    private Optional<Touch> touched(Collection<Position> open, Instant now) {
        Map<TradingPair, Double> prices = prices(open);
        Touches touches = new Touches(now, prices, seen);
        Optional<Touch> touch = touches.first(open);
        seen.note(now, open, prices);
        return touch;
    }

    private Map<TradingPair, Double> prices(Collection<Position> open) {
        Map<Chain, List<TradingPair>> pairs =
                open.stream().map(Position::pair).distinct().collect(Collectors.groupingBy(TradingPair::chain));
        return pairs.entrySet().stream()
                .flatMap(chain -> prices(chain.getKey(), chain.getValue()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<TradingPair, Double> prices(Chain chain, List<TradingPair> pairs) {
        ChainMarket market = markets.get(chain);
        if (market == null) {
            throw new IllegalArgumentException("Positions on " + chain + " cannot be watched, only those on "
                    + markets.keySet() + ": add the chain.");
        }
        try {
            MarketAt now = market.now();
            if (away.remove(chain)) {
                notes.accept("Triggers on " + chain + " are looked at again.");
            }
            return pairs.stream()
                    .filter(pair -> mid(now, pair).isPresent())
                    .collect(Collectors.toMap(
                            Function.identity(), pair -> mid(now, pair).orElseThrow()));
        } catch (ChainException | PoolException | AbiException | RevertException outage) {
            if (away.add(chain)) {
                notes.accept(
                        "Triggers on " + chain + " cannot be looked at until it answers again: " + outage.getMessage());
            }
            return Map.of();
        }
    }

    private static OptionalDouble mid(MarketAt market, TradingPair pair) {
        return market.mid(pair);
    }

    @Override
    public double peak(Position position, Instant from, Instant until) {
        return Math.max(position.watch().peak(), seen.highest(position, from, until));
    }
}
