package org.evenkeel.data.check;

/** What may be wrong with a candle. */
public enum FaultKind {
    /** Its time comes a second time. */
    DUPLICATE(true),
    /** It stands after a later one in its file. */
    DISORDER(true),
    /** A price is missing, NaN, infinite, zero or negative. */
    BAD_PRICE(true),
    /** A volume, reserve or TVL is negative or infinite. */
    BAD_AMOUNT(true),
    /** Its high is below its open or close, or its low above. */
    CONTRADICTION(false),
    /** Its high is more than twice its open and close, or its low less than half of them. */
    FAR_WICK(false),
    /** It opens less than one interval after the one before. */
    OVERLAP(false),
    /** Nothing was traded in it. */
    ZERO_VOLUME(false);

    private final boolean refused;

    FaultKind(boolean refused) {
        this.refused = refused;
    }

    /** Whether a data set with such a candle is refused when the pair is loaded. */
    public boolean refused() {
        return refused;
    }
}
