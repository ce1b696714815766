package org.evenkeel.sweep.validation;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.sweep.LocalRunner;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.Outcome;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.Trial;

/**
 * How often the best parameters do as well on markets whose rows were put in another order: where that is often, what
 * they earn has nothing to do with the order of prices, which is all that a rule can know.
 *
 * <p>The parameters stay those that were best: that they were chosen is what the deflated Sharpe ratio accounts for.
 */
public final class PermutationTest {
    private static final String SHUFFLE = "shuffle";
    /** One run in so many may fail; with more it is unknown what those that failed would have told. */
    private static final int MOST_FAILED = 10;

    private final LongFunction<Outcome> runs;
    private final Objective objective;

    /**
     * What came of it.
     *
     * @param tried on how many shuffled markets the parameters were run
     * @param asGood on how many they did at least as well
     * @param failed on how many the run failed: it tells nothing either way, and is left out
     * @param firstFailure what the first of those said
     */
    public record Result(long tried, long asGood, long failed, Optional<String> firstFailure) {
        /** The test was not made. */
        public static final Result NONE = new Result(0, 0, 0, Optional.empty());

        /**
         * The share of markets on which a run did at least as well, itself among them: (1 + as good) / (1 + tried), as
         * in Phipson and Smyth (2010). Undefined where none was tried, or more than a tenth of the runs failed.
         */
        public Figure pValue() {
            if (tried == 0) {
                return Figure.undefined(UndefinedReason.NOT_TRIED);
            }
            return failed * MOST_FAILED > tried
                    ? Figure.undefined(UndefinedReason.TOO_MANY_FAILED)
                    : Figure.value((1.0 + asGood) / (1 + tried - failed));
        }

        /** How many runs failed and what the first of them said, as a sentence; empty where none did. */
        public Optional<String> findFailures() {
            return firstFailure.map(said -> failed + " of " + tried + " runs on shuffled markets failed and "
                    + (pValue().find().isPresent() ? "are left out" : "leave too few to tell by")
                    + "; the first said: " + said);
        }
    }

    /**
     * @param runs the best parameters on the market with the rows in another order, by the seed of the order
     * @param objective what is compared
     */
    public PermutationTest(LongFunction<Outcome> runs, Objective objective) {
        this.runs = runs;
        this.objective = objective;
    }

    /**
     * Makes the test.
     *
     * @param best the run on the market as it was
     * @param count how many shuffled markets to try
     * @param threads how many at once
     * @param ended whether no more are to be tried; what was tried by then is told
     */
    public Result of(Trial best, int count, int threads, BooleanSupplier ended) {
        Iterator<Runner.Task> tasks = LongStream.range(0, count)
                .takeWhile(seed -> !ended.getAsBoolean())
                .mapToObj(seed -> new Runner.Task(seed, withSeed(best.set(), seed)))
                .iterator();
        Counter counter = new Counter(objective.score(best));
        new LocalRunner(new Shuffled(), threads, ended).run(tasks, counter::add);
        return new Result(counter.tried, counter.asGood, counter.failed, counter.firstFailure);
    }

    private static SequencedMap<String, String> withSeed(SequencedMap<String, String> set, long seed) {
        SequencedMap<String, String> all = new LinkedHashMap<>(set);
        all.put(SHUFFLE, Long.toString(seed));
        return Collections.unmodifiableSequencedMap(all);
    }

    /** Counts what runs come to. */
    private final class Counter {
        private final double score;
        private long tried;
        private long asGood;
        private long failed;
        private Optional<String> firstFailure = Optional.empty();

        Counter(double score) {
            this.score = score;
        }

        void add(Trial trial) {
            tried++;
            switch (trial) {
                case Trial.Done done -> asGood += objective.score(done) >= score ? 1 : 0;
                case Trial.Failed failure -> {
                    failed++;
                    firstFailure = firstFailure.or(() -> Optional.of(failure.reason()));
                }
            }
        }
    }

    /** The best parameters on the market with the number that is set. */
    private final class Shuffled implements Subject {
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
            return runs.apply(Long.parseLong(set.get(SHUFFLE)));
        }
    }
}
