package org.evenkeel.metrics.arrays;

/**
 * Mean, standard deviation, skew and kurtosis of a stream of values, in one pass and constant memory.
 *
 * <p>The update is the stable one-pass recurrence for central moments (Welford 1962; third and fourth moment: Pébay,
 * SAND2008-6212). Not safe for use by several threads at once.
 */
public final class Moments {

    private double count;
    private double mean;
    private double m2;
    private double m3;
    private double m4;

    /** Nothing added yet. */
    public Moments() {}

    /** The moments of a whole column. */
    public static Moments of(double[] values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    /** Takes one more value. */
    public void add(double value) {
        double before = count;
        count = before + 1;
        double delta = value - mean;
        double step = delta / count;
        double step2 = step * step;
        double spread = delta * step * before;
        mean += step;
        m4 += spread * step2 * (count * count - 3 * count + 3) + 6 * step2 * m2 - 4 * step * m3;
        m3 += spread * step * (count - 2) - 3 * step * m2;
        m2 += spread;
    }

    /** How many values were added. */
    public long count() {
        return (long) count;
    }

    /** The arithmetic mean; NaN of nothing. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The standard deviation with ddof 1; NaN of fewer than two values. */
    public double standardDeviation() {
        return count < 2 ? Double.NaN : Math.sqrt(m2 / (count - 1));
    }

    /** Whether the values differ by more than the rounding of doubles; false of fewer than two. */
    public boolean varies() {
        return Rounding.varies(mean, standardDeviation());
    }

    /** The skew of the values themselves, {@code m3 / m2^1.5} with population moments; NaN where they do not vary. */
    public double skew() {
        return varies() ? Math.sqrt(count) * m3 / Math.pow(m2, 1.5) : Double.NaN;
    }

    /** The raw kurtosis, {@code m4 / m2²} with population moments: 3 for a normal; NaN where they do not vary. */
    public double rawKurtosis() {
        return varies() ? count * m4 / (m2 * m2) : Double.NaN;
    }

    /** The raw kurtosis less 3: zero for a normal; NaN where the values do not vary. */
    public double excessKurtosis() {
        return rawKurtosis() - 3;
    }
}
