package org.evenkeel.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to trade a pair at an instant. A trade takes the one by which most comes out, or several at once. */
final class Ways {
    private static final double PRECISION = 1e-9;

    private final List<Way> ways;
    private @Nullable List<Split> buys;
    private @Nullable List<Split> sales;

    Ways(List<Way> ways) {
        this.ways = ways;
    }

    boolean isEmpty() {
        return ways.isEmpty();
    }

    /** The most value that can come out. */
    double out(boolean buying, double in) {
        double most = best(buying, in).out(buying, in);
        for (Split split : splits(buying)) {
            most = Math.max(most, split.out(in));
        }
        return most;
    }

    /** The least value that has to go in so that so much comes out; infinite where the pools do not hold so much. */
    double in(boolean buying, double out) {
        double least = Double.POSITIVE_INFINITY;
        for (Way way : ways) {
            least = Math.min(least, way.in(buying, out));
        }
        for (Split split : splits(buying)) {
            least = Math.min(least, split.in(out));
        }
        return least;
    }

    /** The way or ways by which most comes out. */
    Plan plan(boolean buying, double in) {
        Way best = best(buying, in);
        double most = best.out(buying, in);
        Split better = null;
        for (Split split : splits(buying)) {
            double out = split.out(in);
            if (out > most) {
                most = out;
                better = split;
            }
        }
        return better == null ? Plan.whole(buying, in, best) : better.plan(in);
    }

    private Way best(boolean buying, double in) {
        Way best = ways.getFirst();
        for (int i = 1; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.out(buying, in) > best.out(buying, in)) {
                best = way;
            }
        }
        return best;
    }

    private List<Split> splits(boolean buying) {
        if (ways.size() == 1) {
            return List.of();
        }
        List<Split> known = buying ? buys : sales;
        if (known == null) {
            known = Split.among(ways, buying);
            if (buying) {
                buys = known;
            } else {
                sales = known;
            }
        }
        return known;
    }

    /**
     * The largest amount that moves the price by no more than a limit; infinite where no pool's depth is known.
     *
     * @param maxImpact the limit, as a fraction
     */
    double largest(boolean buying, double maxImpact) {
        double most = 0;
        for (Way way : ways) {
            // 1 − out/(A·x) = B·x/(1 + B·x)
            most = Math.max(most, maxImpact / ((1 - maxImpact) * way.bend(buying)));
        }
        boolean onlyOne = ways.size() == 1 || most == 0;
        return onlyOne || Double.isInfinite(most) ? most : bisected(buying, maxImpact, most);
    }

    /** The trade takes the way by which most comes out, which need not be the one that it moves least. */
    private double bisected(boolean buying, double maxImpact, double guess) {
        double low = guess;
        while (moves(buying, low, maxImpact)) {
            low /= 2;
        }
        double high = 2 * low;
        while (!moves(buying, high, maxImpact)) {
            low = high;
            high *= 2;
        }
        while (high - low > PRECISION * high) {
            double middle = (low + high) / 2;
            if (moves(buying, middle, maxImpact)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean moves(boolean buying, double in, double maxImpact) {
        return plan(buying, in).impact() > maxImpact;
    }
}
