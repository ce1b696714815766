package org.evenkeel.backtest;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ways that share no pool, over which an amount is split so that the last dollar brings the same on each of them: then
 * no other split brings more.
 *
 * <p>A route of constant product pools brings A·x/(1 + B·x) for x (see {@link Route#bend}); the last dollar on it
 * brings A/(1 + B·x)². Where that is 1/s² on all, x = (s·√A − 1)/B, and the amounts add up to s·Σ√A/B − Σ1/B. A way
 * whose first dollar brings less than 1/s² is left out.
 */
final class Split {
    private final boolean buying;
    private final List<Way> ways;
    private final double[] roots;
    private final double[] bends;

    /**
     * @param ways at least one, measured, the best rate first
     */
    private Split(boolean buying, List<Way> ways) {
        this.buying = buying;
        this.ways = ways;
        this.roots = ways.stream()
                .mapToDouble(way -> Math.sqrt(way.route().rate(buying)))
                .toArray();
        this.bends = ways.stream().mapToDouble(way -> way.bend(buying)).toArray();
    }

    /**
     * The ways that can be combined. Of ways that share a pool only one can be; each gets its chance to be the one.
     *
     * @return none where there are not two measured ways without a common pool
     */
    static List<Split> among(List<Way> all, boolean buying) {
        List<Way> measured = all.stream()
                .filter(Way::isMeasured)
                .sorted(Comparator.<Way>comparingDouble(way -> -way.route().rate(buying))
                        .thenComparingDouble(way -> way.bend(buying)))
                .toList();
        Set<BitSet> combinations = new LinkedHashSet<>();
        for (int first = 0; first < measured.size(); first++) {
            BitSet combination = around(first, measured);
            if (combination.cardinality() > 1) {
                combinations.add(combination);
            }
        }
        return combinations.stream()
                .map(combination -> new Split(
                        buying, combination.stream().mapToObj(measured::get).toList()))
                .toList();
    }

    /** A way, and all that can go with it, the best first. */
    private static BitSet around(int first, List<Way> measured) {
        BitSet chosen = new BitSet();
        chosen.set(first);
        for (int i = 0; i < measured.size(); i++) {
            Way candidate = measured.get(i);
            if (chosen.stream().noneMatch(other -> measured.get(other).sharesPoolWith(candidate))) {
                chosen.set(i);
            }
        }
        return chosen;
    }

    /** The value that comes out. */
    double out(double in) {
        int used = usedFor(in);
        double weight = weight(used);
        double out = 0;
        for (int i = 0; i < used; i++) {
            out += ways.get(i).out(buying, lead(i, used, in) / (bends[i] * weight));
        }
        return out;
    }

    /** How an amount is split. */
    Plan plan(double in) {
        int used = usedFor(in);
        double weight = weight(used);
        double[] shares = new double[used];
        for (int i = 0; i < used; i++) {
            shares[i] = lead(i, used, in) / (bends[i] * weight) / in;
        }
        return new Plan(buying, in, ways.subList(0, used), shares);
    }

    /** How many of the ways are worth taking. */
    private int usedFor(double in) {
        int used = 1;
        while (used < roots.length && lead(used, used, in) > 0) {
            used++;
        }
        return used;
    }

    /** s·√A − 1 of a way, but for a factor that all have in common: written so that large numbers do not cancel out. */
    private double lead(int way, int used, double in) {
        double lead = roots[way] * in;
        for (int i = 0; i < used; i++) {
            lead += (roots[way] - roots[i]) / bends[i];
        }
        return lead;
    }

    private double weight(int used) {
        double weight = 0;
        for (int i = 0; i < used; i++) {
            weight += roots[i] / bends[i];
        }
        return weight;
    }

    /** The amount that has to go in so that so much comes out; infinite where the pools do not hold so much. */
    double in(double out) {
        int used = 1;
        double most = held(0);
        while (used < roots.length && leadTo(used, used, out) > 0) {
            most += held(used);
            used++;
        }
        if (out >= most) {
            return Double.POSITIVE_INFINITY;
        }
        double in = 0;
        for (int i = 0; i < used; i++) {
            in += leadTo(i, used, out) / (bends[i] * (most - out));
        }
        return in;
    }

    /** The most that comes out of a way, however much goes in. */
    private double held(int way) {
        return roots[way] * roots[way] / bends[way];
    }

    /** As {@link #lead}, from what is to come out. */
    private double leadTo(int way, int used, double out) {
        double lead = out;
        for (int i = 0; i < used; i++) {
            lead += roots[i] * (roots[way] - roots[i]) / bends[i];
        }
        return lead;
    }
}
