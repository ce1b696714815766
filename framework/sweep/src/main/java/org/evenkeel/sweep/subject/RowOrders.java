package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * In which orders the rows of a market may come: rows change places only with others in which the same pairs were
 * traded at all. What lies between the first candles of two pairs stays between them, so a pair that began later still does.
 */
final class RowOrders {
    private final int rows;
    private final Stretch moved;
    private final List<Stretch> stretches = new ArrayList<>();

    /**
     * Rows in a row.
     *
     * @param from the first
     * @param to the one after the last
     */
    record Stretch(int from, int to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    /**
     * @param rows how many there are
     * @param moved those that may change places
     * @param traded where each pair was traded, from its first candle to its last
     */
    RowOrders(int rows, Stretch moved, List<Stretch> traded) {
        this.rows = rows;
        this.moved = moved;
        TreeSet<Integer> borders = new TreeSet<>(List.of(moved.from(), moved.to()));
        TreeSet<Integer> firsts = new TreeSet<>();
        for (Stretch one : traded) {
            firsts.add(one.from());
            borders.addAll(List.of(one.from(), one.to()));
        }
        for (int from : moved.isEmpty() ? List.<Integer>of() : borders.subSet(moved.from(), moved.to())) {
            // The first candle of a pair makes no step that could be made elsewhere.
            stretches.add(new Stretch(
                    firsts.contains(from) ? from + 1 : from,
                    borders.tailSet(from, false).first()));
        }
    }

    /** The rows that may change places. */
    Stretch moved() {
        return moved;
    }

    /**
     * For each row the one whose steps it makes.
     *
     * @param seed the same one gives the same order
     */
    int[] order(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
        for (Stretch stretch : stretches) {
            for (int row = stretch.to() - 1; row > stretch.from(); row--) {
                int other = random.nextInt(stretch.from(), row + 1);
                int there = order[other];
                order[other] = order[row];
                order[row] = there;
            }
        }
        return order;
    }
}
