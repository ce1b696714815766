package org.evenkeel.optimizer;

import java.util.Optional;

/**
 * Walks from a point of the region to the least of a quadratic, always inside: toward where it would rest, as far as
 * nothing is in the way; what is in the way is held; where it rests, what presses the wrong way is let go.
 *
 * <p>Source: J. Nocedal, S. Wright, "Numerical Optimization", 2nd ed. (2006), algorithm 16.3. Slower than settling a
 * working set from nearby, but it needs no good start.
 */
final class Descent {
    private static final int MAX_STEPS_PER_LIMIT = 30;
    private static final double ROUNDING = 1e-12;

    private final Quadratic problem;
    private final Region region;
    private final WorkingSet set;
    private final double[] ways;
    private double[] x;
    /** Held rows and bounds since the last step that moved; many of them call for another order of letting go. */
    private int standing;

    private Descent(Quadratic problem, double[] start) {
        this.problem = problem;
        this.region = problem.region();
        this.ways = region.ways();
        this.x = start.clone();
        this.set = WorkingSet.near(start, region, 0);
        for (int k = 0; k < set.rows.length; k++) {
            set.rows[k] = region.rows().get(k).isEquation() ? -1 : 0;
        }
    }

    /**
     * The point of rest; empty where it was not reached.
     *
     * @param start in the region
     */
    static Optional<Stationary> from(double[] start, Quadratic problem) {
        return new Descent(problem, start).run();
    }

    private Optional<Stationary> run() {
        int limits = set.variables.length + set.rows.length;
        for (int step = 0; step < MAX_STEPS_PER_LIMIT * limits; step++) {
            Optional<Stationary> found = Stationary.find(problem, set);
            if (found.isEmpty()) {
                return found;
            }
            Stationary rest = found.get();
            if (!advance(rest.point()) && !letGo(rest)) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Goes toward a point until something is in the way, and holds that; false where nothing was. */
    private boolean advance(double[] to) {
        double part = 1;
        int blocker = -1;
        int side = 0;
        for (int i = 0; i < x.length; i++) {
            double move = to[i] - x[i];
            double bound = move < 0 ? region.lower()[i] : region.upper()[i];
            if (set.variables[i] == 0 && isMove(move, i) && (bound - x[i]) / move < part) {
                part = Math.max(0, (bound - x[i]) / move);
                blocker = i;
                side = move < 0 ? -1 : 1;
            }
        }
        for (int k = 0; k < set.rows.length; k++) {
            Row row = region.rows().get(k);
            double now = row.at(x);
            double move = row.at(to) - now;
            double bound = move < 0 ? row.lower() : row.upper();
            if (set.rows[k] == 0 && isMove(move, x.length + k) && (bound - now) / move < part) {
                part = Math.max(0, (bound - now) / move);
                blocker = x.length + k;
                side = move < 0 ? -1 : 1;
            }
        }
        go(to, part);
        hold(blocker, side);
        return blocker >= 0;
    }

    /** Whether it is more than rounding: a variable that a row holds in its place must not be held by its bound too. */
    private boolean isMove(double move, int which) {
        return Math.abs(move) > ROUNDING * ways[which];
    }

    private void go(double[] to, double part) {
        double[] moved = new double[x.length];
        boolean stands = true;
        for (int i = 0; i < x.length; i++) {
            moved[i] = x[i] + part * (to[i] - x[i]);
            stands &= !isMove(moved[i] - x[i], i);
        }
        x = region.clipped(moved);
        standing = stands ? standing + 1 : 0;
    }

    private void hold(int blocker, int side) {
        if (blocker >= x.length) {
            set.rows[blocker - x.length] = side;
        } else if (blocker >= 0) {
            set.variables[blocker] = side;
            x[blocker] = side < 0 ? region.lower()[blocker] : region.upper()[blocker];
        }
    }

    /** Lets go of what presses most the wrong way, or of the first such after many steps on the spot. */
    private boolean letGo(Stationary rest) {
        double[] reduced = rest.reduced(problem);
        double[] small = problem.smallPresses(rest.point());
        double worst = 1;
        int chosen = -1;
        for (int i = 0; i < x.length + set.rows.length; i++) {
            double press = i < x.length ? pressOfBound(i, reduced[i]) : pressOfRow(i - x.length, rest);
            double weight = -press / small[i];
            if (weight > worst && (chosen < 0 || standing < x.length)) {
                worst = weight;
                chosen = i;
            }
        }
        if (chosen >= x.length) {
            set.rows[chosen - x.length] = 0;
        } else if (chosen >= 0) {
            set.variables[chosen] = 0;
        }
        return chosen >= 0;
    }

    private double pressOfBound(int i, double reduced) {
        return region.lower()[i] < region.upper()[i] ? -set.variables[i] * reduced : 0;
    }

    private double pressOfRow(int k, Stationary rest) {
        return region.rows().get(k).isEquation() ? 0 : -set.rows[k] * rest.multipliers()[k];
    }
}
