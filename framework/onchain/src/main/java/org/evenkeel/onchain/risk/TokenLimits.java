package org.evenkeel.onchain.risk;

/**
 * What tokens are dealt in.
 *
 * @param mostTaxBps what a token may take of what is moved, in hundredths of a percent; 0 refuses all that take anything
 * @param pegToleranceBps how far the reserve token may be from one dollar
 */
public record TokenLimits(int mostTaxBps, int pegToleranceBps) {
    /** No tax, and one percent about the peg. */
    public static final TokenLimits DEFAULTS = new TokenLimits(0, 100);

    /**
     * @throws IllegalArgumentException when a share is none
     */
    public TokenLimits {
        Bps.requireShare("token_tax_bps", mostTaxBps);
        Bps.requireShare("peg_tolerance_bps", pegToleranceBps);
    }
}
