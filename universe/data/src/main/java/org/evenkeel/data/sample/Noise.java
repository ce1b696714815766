package org.evenkeel.data.sample;

/**
 * Random numbers that are the same on every machine and Java: SplitMix64 (G. Steele, D. Lea, C. Flood, 2014) for the
 * bits, the polar method (G. Marsaglia, T. Bray, 1964) with {@link StrictMath} for the normal distribution.
 */
final class Noise {
    private static final double TO_UNIT = 0x1.0p-53;

    private long state;
    private double spare = Double.NaN;

    Noise(long seed) {
        state = seed;
    }

    /** A stream of its own for a part of the market, so that changing one part leaves the others as they are. */
    static Noise stream(long seed, int part) {
        return new Noise(new Noise(seed * 31 + part).nextLong());
    }

    private long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Even between 0 and 1. */
    double uniform() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** True with a probability. */
    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Normal with mean 0 and deviation 1. */
    double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        return x * factor;
    }
}
