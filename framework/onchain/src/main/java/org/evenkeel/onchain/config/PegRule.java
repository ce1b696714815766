package org.evenkeel.onchain.config;

import java.util.List;
import org.evenkeel.onchain.Address;

/**
 * How it is told whether the reserve of a chain, which stands for a dollar, is worth one. Nothing is bought with one that
 * is not, and nothing where nobody can say.
 *
 * @param source by what it is told
 * @param dollars tokens that are known to stand for a dollar: pools of the reserve against them are looked for, at all
 *     exchanges of the chain
 */
public record PegRule(Source source, List<Address> dollars) {
    /** By pools, of which none is looked for: by those that a universe or the chain's "routing_pools" have. */
    public static final PegRule POOLS = new PegRule(Source.POOL, List.of());

    /** By what the reserve's worth is told. */
    public enum Source {
        /** Its price in pools against other dollars. */
        POOL,
        /** Nothing: that it is worth a dollar is a person's own risk. */
        ASSUME
    }

    /** Copies. */
    public PegRule {
        dollars = List.copyOf(dollars);
    }
}
