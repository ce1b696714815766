package org.evenkeel.api;

import java.time.Duration;

/**
 * What a transfer from one chain to another costs and how long it takes. As a text {@code 5:10:30m}: 5 USD, 10 basis
 * points of the amount, 30 minutes.
 *
 * @param usd what each transfer costs, in USD, 0 or more
 * @param bps what it costs besides, in basis points of the amount, 0 up to (not including) 10,000
 * @param delay how long it takes, 0 or more
 */
public record BridgeTerms(double usd, double bps, Duration delay) {
    /** It costs nothing and arrives at once. */
    public static final BridgeTerms FREE = new BridgeTerms(0, 0, Duration.ZERO);

    /**
     * @throws ParameterException when a cost or the delay is out of range
     */
    public BridgeTerms {
        if (!(usd >= 0 && usd < Double.POSITIVE_INFINITY) || !(bps >= 0 && bps < 10_000) || delay.isNegative()) {
            throw new ParameterException("A bridge that costs " + usd + " USD and " + bps + " basis points and takes "
                    + delay + " is none: give 0 or more each, and less than 10,000 basis points.");
        }
    }

    /** Whether a transfer costs neither money nor time. */
    public boolean isFree() {
        return usd == 0 && bps == 0 && delay.isZero();
    }

    /**
     * Reads the text form.
     *
     * @throws ParameterException when the text is no such terms
     */
    public static BridgeTerms parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            return new BridgeTerms(
                    Numbers.decimal(parts[0]), Numbers.decimal(parts[1]), Durations.parse("bridges", parts[2]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new ParameterException(
                    "'" + text + "' is no cost of a bridge: write USD, basis points and delay, as 5:10:30m.", e);
        }
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return usd + ":" + bps + ":" + Durations.format(delay);
    }
}
