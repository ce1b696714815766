package org.evenkeel.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the two nearest groups until one is left; the distance of two groups is that of their nearest members. */
final class SingleLinkage {
    private record Edge(int from, int to, double distance) {}

    private SingleLinkage() {}

    /**
     * The members in the order of the tree's leaves: in each join the group that was there first comes first, single
     * members by their number before any that was joined.
     */
    static int[] order(double[][] distances) {
        int size = distances.length;
        List<List<Integer>> groups = new ArrayList<>();
        int[] ages = new int[size];
        for (int i = 0; i < size; i++) {
            groups.add(new ArrayList<>(List.of(i)));
            ages[i] = i;
        }
        int[] groupOf = ages.clone();
        int age = size;
        for (Edge edge : shortestTree(distances)) {
            int one = groupOf[edge.from];
            int other = groupOf[edge.to];
            int first = ages[one] < ages[other] ? one : other;
            int second = first == one ? other : one;
            groups.get(first).addAll(groups.get(second));
            for (int member : groups.get(second)) {
                groupOf[member] = first;
            }
            ages[first] = age++;
        }
        return groups.get(groupOf[0]).stream().mapToInt(Integer::intValue).toArray();
    }

    /** The edges that join all members with the least length, shortest first: R. Prim's (1957). */
    private static List<Edge> shortestTree(double[][] distances) {
        int size = distances.length;
        boolean[] joined = new boolean[size];
        int[] nearest = new int[size];
        List<Edge> edges = new ArrayList<>();
        joined[0] = true;
        for (int step = 1; step < size; step++) {
            int best = -1;
            for (int i = 0; i < size; i++) {
                if (!joined[i] && (best < 0 || distances[i][nearest[i]] < distances[best][nearest[best]])) {
                    best = i;
                }
            }
            joined[best] = true;
            edges.add(new Edge(nearest[best], best, distances[best][nearest[best]]));
            for (int i = 0; i < size; i++) {
                nearest[i] = distances[i][best] < distances[i][nearest[i]] ? best : nearest[i];
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::distance));
        return edges;
    }
}
