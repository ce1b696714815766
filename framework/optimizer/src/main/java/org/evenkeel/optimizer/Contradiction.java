package org.evenkeel.optimizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the fewest limits that contradict each other.
 *
 * <p>First a deletion filter (J. Chinneck, E. Dravnieks, 1991): limits are left out one by one as long as the rest
 * still contradict, which ends at a set none of which can be left out. Then, where limits are not too many, the
 * smallest of such sets by hitting sets (A. Ignatiev et al., "Smallest MUS extraction with minimal hitting set
 * dualization", 2015): what a portfolio does not obey must have a limit in any contradiction, so the fewest limits that
 * hit all that is known of this kind are the smallest contradiction, or lead to a portfolio that tells more.
 */
final class Contradiction {
    static final int MOST_FOR_SMALLEST = 60;

    private static final int MAX_ROUNDS = 500;

    /** Tells whether limits can be obeyed together. */
    @FunctionalInterface
    interface Oracle {
        /** Weights that obey all of some limits; empty where there are none. */
        Optional<double[]> findWeights(List<Limit> limits);
    }

    private final List<Limit> limits;
    private final Oracle oracle;

    private Contradiction(List<Limit> limits, Oracle oracle) {
        this.limits = limits;
        this.oracle = oracle;
    }

    /**
     * Makes sure that all limits can be obeyed together.
     *
     * @throws InfeasibleLimitsException with the fewest that contradict each other
     */
    static void requireNone(List<Limit> limits, Oracle oracle) {
        if (oracle.findWeights(limits).isEmpty()) {
            Contradiction search = new Contradiction(limits, oracle);
            BitSet irreducible = search.filtered();
            BitSet found = limits.size() <= MOST_FOR_SMALLEST ? search.smallest(irreducible) : irreducible;
            throw new InfeasibleLimitsException(
                    found.stream().mapToObj(i -> limits.get(i).name()).toList());
        }
    }

    private Optional<double[]> weights(BitSet kept) {
        return oracle.findWeights(kept.stream().mapToObj(limits::get).toList());
    }

    /** The usual limits come first and are left out first, so that those which were added to them are rather named. */
    private BitSet filtered() {
        BitSet kept = new BitSet();
        kept.set(0, limits.size());
        for (int i = 0; i < limits.size(); i++) {
            kept.clear(i);
            if (weights(kept).isPresent()) {
                kept.set(i);
            }
        }
        return kept;
    }

    private BitSet smallest(BitSet irreducible) {
        List<BitSet> corrections = new ArrayList<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            BitSet hits = fewestHits(corrections, irreducible.cardinality());
            if (hits.cardinality() >= irreducible.cardinality()) {
                return irreducible;
            }
            Optional<double[]> weights = weights(hits);
            if (weights.isEmpty()) {
                return hits;
            }
            corrections.add(rest(hits, weights.get()));
        }
        return irreducible;
    }

    /** What is not obeyed by as many limits as can be obeyed beside some. */
    private BitSet rest(BitSet some, double[] weights) {
        BitSet obeyed = (BitSet) some.clone();
        double[] at = weights;
        for (int i = 0; i < limits.size(); i++) {
            if (!obeyed.get(i) && limits.get(i).obeyedBy(at)) {
                obeyed.set(i);
            } else if (!obeyed.get(i)) {
                obeyed.set(i);
                Optional<double[]> more = weights(obeyed);
                obeyed.set(i, more.isPresent());
                at = more.orElse(at);
            }
        }
        BitSet rest = new BitSet();
        rest.set(0, limits.size());
        rest.andNot(obeyed);
        return rest;
    }

    /** The fewest limits that have one in each set; the first so many where it takes as many or more. */
    private static BitSet fewestHits(List<BitSet> sets, int most) {
        for (int size = 0; size < most; size++) {
            BitSet hits = new BitSet();
            if (hit(sets, hits, size)) {
                return hits;
            }
        }
        BitSet many = new BitSet();
        many.set(0, most);
        return many;
    }

    private static boolean hit(List<BitSet> sets, BitSet hits, int more) {
        Optional<BitSet> open =
                sets.stream().filter(set -> !set.intersects(hits)).findFirst();
        if (open.isEmpty()) {
            return true;
        }
        for (int i = open.get().nextSetBit(0);
                i >= 0 && more > 0;
                i = open.get().nextSetBit(i + 1)) {
            hits.set(i);
            if (hit(sets, hits, more - 1)) {
                return true;
            }
            hits.clear(i);
        }
        return false;
    }
}
