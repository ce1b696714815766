package org.evenkeel.onchain.risk;

import java.math.BigInteger;

/** What trying to buy, approve and sell a token showed. */
public sealed interface TokenVerdict {
    /** What may be expected to arrive of what is quoted, rounded up. */
    default BigInteger arrives(Side side, BigInteger quoted) {
        return this instanceof Taxed taxed
                ? Bps.left(quoted, side == Side.BUY ? taxed.buyBps() : taxed.sellBps())
                : quoted;
    }

    /** All that was quoted came, both ways. */
    record Sound() implements TokenVerdict {}

    /**
     * It was not tried: there is no wallet to try it as. It is taken as sound, for nothing is at stake.
     */
    record Trusted() implements TokenVerdict {}

    /**
     * Less came than was quoted.
     *
     * @param buyBps how much less of the token when it was bought, in hundredths of a percent, rounded up
     * @param sellBps how much less for it when it was sold
     */
    record Taxed(int buyBps, int sellBps) implements TokenVerdict {
        /** The larger of both. */
        public int worstBps() {
            return Math.max(buyBps, sellBps);
        }
    }

    /**
     * It came, and could not be sold.
     *
     * @param why what the contracts said
     */
    record Honeypot(String why) implements TokenVerdict {}

    /**
     * It logged one thing and did another, or logged nothing, when it was traded. What is held is worth what its sale
     * brings, and may be sold.
     *
     * @param why what was seen
     */
    record Untrue(String why) implements TokenVerdict {}

    /**
     * It could not be tried.
     *
     * @param why what was in the way
     */
    record Unproven(String why) implements TokenVerdict {}
}
