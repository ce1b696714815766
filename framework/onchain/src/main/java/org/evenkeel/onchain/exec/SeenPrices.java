package org.evenkeel.onchain.exec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Position;

/** The prices that were seen of positions since their peaks were last asked for. */
final class SeenPrices {
    private final Map<Long, Deque<Seen>> byPosition = new HashMap<>();

    private record Seen(Instant at, double price) {}

    /** Whoever keeps a peak asks for it much sooner. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Keeps the prices of positions, and forgets those of a day before: nobody asks for them any more. */
    void note(Instant at, Collection<Position> open, Map<TradingPair, Double> prices) {
        Instant forgotten = at.minus(KEPT);
        byPosition.values().forEach(seen -> seen.removeIf(one -> one.at().isBefore(forgotten)));
        byPosition.values().removeIf(Deque::isEmpty);
        for (Position position : open) {
            Double price = prices.get(position.pair());
            if (price != null) {
                byPosition
                        .computeIfAbsent(position.id(), missing -> new ArrayDeque<>())
                        .addLast(new Seen(at, price));
            }
        }
    }

    /** The highest since its peak was last asked for; 0 where none was seen. */
    double highest(Position position) {
        return highest(position, Instant.MIN, Instant.MAX);
    }

    /**
     * The highest of a span of time; 0 where none was seen. What is before it is not asked for again.
     *
     * @param from inclusive
     * @param until exclusive
     */
    double highest(Position position, Instant from, Instant until) {
        Deque<Seen> seen = byPosition.getOrDefault(position.id(), new ArrayDeque<>());
        while (!seen.isEmpty() && seen.getFirst().at().isBefore(from)) {
            seen.removeFirst();
        }
        return seen.stream()
                .filter(one -> one.at().isBefore(until))
                .mapToDouble(Seen::price)
                .max()
                .orElse(0);
    }
}
