package org.evenkeel.sweep.validation;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.sweep.LocalRunner;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.Outcome;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.subject.ShuffledMarket;

/**
 * How often the best parameters do as well on markets whose candles were put in another order: where that is often, what
 * they earn has nothing to do with the order of prices, which is all that a rule can know.
 *
 * <p>The parameters stay those that were best: that they were chosen is what the deflated Sharpe ratio accounts for.
 */
public final class PermutationTest {
    private static final String SHUFFLE = "shuffle";

    private final Function<MarketDataSet, Subject> subjects;
    private final ShuffledMarket market;
    private final Objective objective;

    /**
     * @param subjects the strategy on a market
     * @param market the markets to try it on
     * @param objective what is compared
     */
    public PermutationTest(Function<MarketDataSet, Subject> subjects, ShuffledMarket market, Objective objective) {
        this.subjects = subjects;
        this.market = market;
        this.objective = objective;
    }

    /**
     * The share of markets on which a run did at least as well, itself among them: (1 + as good) / (1 + tried), as in
     * Phipson and Smyth (2010).
     *
     * @param best the run on the market as it was
     * @param count how many shuffled markets to try
     * @param threads how many at once
     * @return NaN where none is tried
     */
    public double pValue(Trial best, int count, int threads) {
        if (count < 1) {
            return Double.NaN;
        }
        Iterator<Runner.Task> tasks = LongStream.range(0, count)
                .mapToObj(seed -> new Runner.Task(seed, withSeed(best.set(), seed)))
                .iterator();
        double score = objective.score(best);
        long[] asGood = {1};
        new LocalRunner(new Shuffled(best.set()), threads)
                .run(tasks, trial -> asGood[0] += objective.score(trial) >= score ? 1 : 0);
        return (double) asGood[0] / (1 + count);
    }

    private static SequencedMap<String, String> withSeed(SequencedMap<String, String> set, long seed) {
        SequencedMap<String, String> all = new LinkedHashMap<>(set);
        all.put(SHUFFLE, Long.toString(seed));
        return Collections.unmodifiableSequencedMap(all);
    }

    /** The best parameters on the market with the number that is set. */
    private final class Shuffled implements Subject {
        private final SequencedMap<String, String> best;

        Shuffled(SequencedMap<String, String> best) {
            this.best = best;
        }

        @Override
        public List<String> figures() {
            return List.of(objective.figure());
        }

        @Override
        public Optional<String> findRefusal(SequencedMap<String, String> set) {
            return Optional.empty();
        }

        @Override
        public Outcome run(SequencedMap<String, String> set) {
            long seed = Long.parseLong(set.get(SHUFFLE));
            return subjects.apply(market.inOrder(seed)).run(best);
        }
    }
}
