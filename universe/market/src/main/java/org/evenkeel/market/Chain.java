package org.evenkeel.market;

/**
 * A blockchain, or the one place where instruments without a chain live.
 *
 * @param name the name used in data sets, settings and reports, for example {@code ethereum}
 * @param id the EIP-155 chain id; 0 for {@link #OFF_CHAIN} and for chains that have none
 */
public record Chain(String name, long id) implements Comparable<Chain> {
    /** The simulated venue's home: stocks, futures and exchange-listed pairs, which are on no chain. */
    public static final Chain OFF_CHAIN = new Chain("off-chain", 0);

    /**
     * @throws IllegalArgumentException when the name is blank or the id is negative
     */
    public Chain {
        name = Checks.label(name, "A chain's name");
        Checks.that(id >= 0, "The id of chain %s is %s: a chain id is 0 or more.", name, id);
    }

    @Override
    public int compareTo(Chain other) {
        int byId = Long.compare(id, other.id);
        return byId != 0 ? byId : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
