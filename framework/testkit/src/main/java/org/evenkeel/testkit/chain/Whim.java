package org.evenkeel.testkit.chain;

import java.math.BigInteger;

/** What a fickle token can be told to be: the ways of its contract, in their order. */
public enum Whim {
    /** As any token. */
    PLAIN,
    /** Moves, and logs nothing. */
    QUIET,
    /** Logs more than it moves. */
    BOASTFUL,
    /** Takes, and gives and logs nothing. */
    STINGY,
    /** Tells no balance. */
    SILENT,
    /** Tells everybody the greatest of all balances. */
    ABSURD,
    /** Takes all gas to tell a balance. */
    GREEDY,
    /** Tells a million more than there is. */
    VAIN,
    /** Takes a tenth more of its seller than it moves. */
    TOLL,
    /** Tells half as many decimals. */
    SHIFTY;

    /** Tells a token so, in a transaction. */
    public void on(TestContract token) {
        token.send("turn(uint8)", number());
    }

    /** What that transaction says. */
    public String input(TestContract token) {
        return token.input("turn(uint8)", number());
    }

    private BigInteger number() {
        return BigInteger.valueOf(ordinal());
    }
}
