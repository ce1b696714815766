package org.evenkeel.onchain.tx;

import java.math.BigInteger;

/**
 * How transactions of a wallet are paid for and waited for.
 *
 * @param tip for a block's builder, in wei a unit of gas
 * @param feeCap the most that a unit of gas may ever cost, in wei, the tip and all raises included
 * @param gasMarginPercent how much more gas than estimated a transaction may use
 * @param keptForExits the native coin that only exits may spend, in wei
 * @param confirmations how many blocks, its own included, until what a transaction did counts as final
 * @param mostRaises how often the fees of one transaction are raised while it offers what gas costs; one that offers less
 *     is raised until the cap, for all that comes after it waits for it
 * @param looksBeforeRaise how often it is looked for until they are
 */
public record TxSettings(
        BigInteger tip,
        BigInteger feeCap,
        int gasMarginPercent,
        BigInteger keptForExits,
        int confirmations,
        int mostRaises,
        int looksBeforeRaise) {
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    /** A tip of 1 gwei, 200 gwei at most, 25 % more gas, 0.01 coins for exits, 12 blocks, 5 raises, 120 looks. */
    public static final TxSettings DEFAULTS =
            new TxSettings(GWEI, GWEI.multiply(BigInteger.valueOf(200)), 25, BigInteger.TEN.pow(16), 12, 5, 120);

    /**
     * @throws IllegalArgumentException when one of them makes no sense
     */
    public TxSettings {
        if (tip.signum() < 0 || feeCap.compareTo(tip) <= 0 || gasMarginPercent < 0 || keptForExits.signum() < 0) {
            throw new IllegalArgumentException("A fee of at most " + feeCap + " wei with a tip of " + tip
                    + ", a margin of " + gasMarginPercent + " % and " + keptForExits
                    + " wei for exits are no settings: the cap is above the tip, the others 0 or more.");
        }
        if (confirmations < 1 || mostRaises < 0 || looksBeforeRaise < 1) {
            throw new IllegalArgumentException(confirmations + " confirmations, " + mostRaises + " raises and "
                    + looksBeforeRaise + " looks are no settings: 1, 0 and 1 are the least.");
        }
    }

    /** With another cap. */
    public TxSettings withFeeCap(BigInteger wei) {
        return new TxSettings(tip, wei, gasMarginPercent, keptForExits, confirmations, mostRaises, looksBeforeRaise);
    }

    /** With another number of confirmations. */
    public TxSettings withConfirmations(int blocks) {
        return new TxSettings(tip, feeCap, gasMarginPercent, keptForExits, blocks, mostRaises, looksBeforeRaise);
    }

    /** With another sum for exits. */
    public TxSettings withKeptForExits(BigInteger wei) {
        return new TxSettings(tip, feeCap, gasMarginPercent, wei, confirmations, mostRaises, looksBeforeRaise);
    }

    /** With other raises. */
    public TxSettings withRaises(int most, int looksBefore) {
        return new TxSettings(tip, feeCap, gasMarginPercent, keptForExits, confirmations, most, looksBefore);
    }
}
