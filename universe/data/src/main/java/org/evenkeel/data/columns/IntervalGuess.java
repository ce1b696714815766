package org.evenkeel.data.columns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;

/**
 * Infers the length of candles from how far apart they are: the smallest distance that is common (at least one in a
 * hundred), of which the others must be multiples for the most part. A length guessed too short would show candles
 * before they closed, so in doubt it is refused.
 */
public final class IntervalGuess {
    private static final double COMMON_SHARE = 0.01;
    private static final double IRREGULAR_SHARE = 0.2;

    private IntervalGuess() {}

    /**
     * The length of candles.
     *
     * @param spacings distances between neighbouring candles in milliseconds, each more than 0
     * @param where the data set, for messages
     * @throws DataException when the distances do not tell
     */
    public static Interval of(List<Long> spacings, String where) {
        if (spacings.isEmpty()) {
            throw undecided(where, "no pair has two candles");
        }
        TreeMap<Long, Long> counts = spacings.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        long smallest = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= COMMON_SHARE * spacings.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> undecided(where, "no distance between candles is common"));
        long irregular =
                spacings.stream().filter(spacing -> spacing % smallest != 0).count();
        if (irregular > IRREGULAR_SHARE * spacings.size()) {
            throw undecided(
                    where,
                    irregular + " of " + spacings.size() + " distances are no multiple of the smallest, "
                            + new Interval(smallest));
        }
        return new Interval(smallest);
    }

    private static DataException undecided(String where, String why) {
        return new DataException("The length of the candles in " + where + " cannot be told from their times: " + why
                + ". Say it in pairs.json: {\"interval\": \"1h\", \"pairs\": […]}, or import with --interval 1h.");
    }
}
