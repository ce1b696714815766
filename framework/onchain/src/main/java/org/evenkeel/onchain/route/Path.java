package org.evenkeel.onchain.route;

import java.util.List;

/** Pools in a row, whatever goes through them. */
record Path(List<Edge> edges) {
    Path {
        edges = List.copyOf(edges);
    }
}
