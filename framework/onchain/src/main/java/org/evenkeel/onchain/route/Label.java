package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one may come to a token: with how much of it, and for how much gas.
 *
 * @param before where one came from; none at the first hop
 */
record Label(@Nullable Label before, Edge edge, BigInteger amount, long gas) {
    /** The most first; among equals, the least gas. */
    static final Comparator<Label> ORDER =
            Comparator.comparing(Label::amount).reversed().thenComparingLong(Label::gas);

    Path path() {
        List<Edge> edges = new ArrayList<>();
        for (Label at = this; at != null; at = at.before) {
            edges.addFirst(at.edge);
        }
        return new Path(edges);
    }
}
