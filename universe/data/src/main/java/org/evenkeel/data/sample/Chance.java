package org.evenkeel.data.sample;

import java.util.SplittableRandom;

/** Seeded chance whose every number is the same on every machine. */
final class Chance {
    private static final int SUMMANDS = 12;

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /**
     * A number that is nearly normally distributed, with mean 0 and variance 1: the sum of twelve uniform ones (Irwin and
     * Hall 1927). It takes additions only, which no machine rounds differently; its tails end at 6.
     */
    double normal() {
        double sum = 0;
        for (int i = 0; i < SUMMANDS; i++) {
            sum += random.nextDouble();
        }
        return sum - SUMMANDS / 2.0;
    }
}
