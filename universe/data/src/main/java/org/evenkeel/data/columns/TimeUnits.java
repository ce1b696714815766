package org.evenkeel.data.columns;

/** Times as numbers: in which unit since the epoch they are is judged by how large they are. */
public enum TimeUnits {
    /** Seconds. */
    SECONDS {
        @Override
        public long toMillis(long value) {
            return Math.multiplyExact(value, 1000L);
        }
    },
    /** Milliseconds. */
    MILLIS {
        @Override
        public long toMillis(long value) {
            return value;
        }
    },
    /** Microseconds. */
    MICROS {
        @Override
        public long toMillis(long value) {
            return Math.floorDiv(value, 1000L);
        }
    },
    /** Nanoseconds. */
    NANOS {
        @Override
        public long toMillis(long value) {
            return Math.floorDiv(value, 1_000_000L);
        }
    };

    private static final long MOST_SECONDS = 100_000_000_000L;
    private static final long MOST_MILLIS = 100_000_000_000_000L;
    private static final long MOST_MICROS = 100_000_000_000_000_000L;

    /** The time in epoch milliseconds. */
    public abstract long toMillis(long value);

    /**
     * Judges the unit of a column. The limits lie at the year 5138 of each unit, so a column in milliseconds that ends
     * before 1973-03-03 would be taken for seconds; give such a column a timestamp type.
     *
     * @param largest the largest absolute value in it
     */
    public static TimeUnits judge(long largest) {
        if (largest < MOST_SECONDS) {
            return SECONDS;
        }
        if (largest < MOST_MILLIS) {
            return MILLIS;
        }
        return largest < MOST_MICROS ? MICROS : NANOS;
    }
}
