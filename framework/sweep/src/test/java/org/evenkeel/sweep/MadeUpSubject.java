package org.evenkeel.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.metrics.EquityCurve;

/**
 * A subject with a number {@code a} and a number {@code b}: it makes no sense where they are equal, throws where a is 13 or 17,
 * and has a score that follows from both.
 */
public final class MadeUpSubject implements Subject {
    public static final String SCORE = "score";
    private static final int PERIODS = 40;
    private static final long WEEK = 7L * 86_400_000;

    private final AtomicLong runs = new AtomicLong();

    /** How many runs were made. */
    public long runs() {
        return runs.get();
    }

    @Override
    public List<String> figures() {
        return List.of(SCORE, "undefined");
    }

    @Override
    public Optional<String> findRefusal(SequencedMap<String, String> set) {
        return set.get("a").equals(set.get("b")) ? Optional.of("a must differ from b") : Optional.empty();
    }

    @Override
    public Outcome run(SequencedMap<String, String> set) {
        runs.incrementAndGet();
        int a = Integer.parseInt(set.get("a"));
        int b = Integer.parseInt(set.get("b"));
        if (a == 17) {
            throw new Error("seventeen");
        }
        if (a == 13) {
            throw new IllegalStateException("thirteen,\nof all \"numbers\"");
        }
        SequencedMap<String, Double> figures = new LinkedHashMap<>();
        figures.put(SCORE, score(a, b));
        figures.put("undefined", Double.NaN);
        return new Outcome(figures, curve(a, b));
    }

    static double score(int a, int b) {
        return Math.sin(a) * 1e-3 + (a * 31 + b * 17) % 101 / 3.0;
    }

    private static EquityCurve curve(int a, int b) {
        SplittableRandom random = new SplittableRandom(1_000L * a + b);
        long[] times = new long[PERIODS + 1];
        double[] equity = new double[PERIODS + 1];
        equity[0] = 100;
        for (int i = 1; i <= PERIODS; i++) {
            times[i] = i * WEEK;
            equity[i] = equity[i - 1] * (1 + 0.02 * random.nextGaussian());
        }
        return EquityCurve.of(times, equity);
    }
}
