package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.Quote;
import org.evenkeel.onchain.pool.Swap;
import org.jspecify.annotations.Nullable;

/**
 * The best single path, exactly, hop by hop. More of a token never brings less of the next one, so of two ways to a token
 * the one with less of it and no less gas is not followed, unless the other brings more than the next pool can take.
 *
 * <p>With at most three hops only two tokens are between the ends, and leaving the ends out of them is enough for no token
 * to come twice.
 */
final class PathSearch {
    private final Graph graph;
    private final Market market;
    private final GasCosts gas;
    private final Address tokenIn;
    private final Address tokenOut;
    private @Nullable Label best;

    PathSearch(Graph graph, Market market, GasCosts gas, Address tokenIn, Address tokenOut) {
        this.graph = graph;
        this.market = market;
        this.gas = gas;
        this.tokenIn = tokenIn;
        this.tokenOut = tokenOut;
    }

    /** The path that brings most, its gas taken off. Among equals that with fewer hops, then by the pools' addresses. */
    Optional<Path> best(BigInteger amount, int mostHops) {
        Map<Address, List<Label>> first = first(amount);
        if (mostHops >= 2) {
            second(first, mostHops >= 3).forEach(this::third);
        }
        return Optional.ofNullable(best).map(Label::path);
    }

    private Map<Address, List<Label>> first(BigInteger amount) {
        Map<Address, List<Label>> first = new LinkedHashMap<>();
        for (Edge edge : graph.from(tokenIn)) {
            Optional<Label> label = label(null, edge, amount);
            if (edge.to().equals(tokenOut)) {
                label.ifPresent(this::arrive);
            } else {
                label.ifPresent(there -> first.computeIfAbsent(edge.to(), token -> new ArrayList<>())
                        .add(there));
            }
        }
        first.values().forEach(labels -> labels.sort(Label.ORDER));
        return first;
    }

    /** For each token between, from where one can come to it with a second hop. */
    private Map<Address, List<Source>> second(Map<Address, List<Label>> first, boolean further) {
        Map<Address, List<Source>> second = new LinkedHashMap<>();
        first.forEach((token, labels) -> {
            for (Edge edge : graph.from(token)) {
                if (edge.to().equals(tokenOut)) {
                    extend(labels, edge).forEach(this::arrive);
                } else if (further && !edge.to().equals(tokenIn) && graph.joins(edge.to(), tokenOut)) {
                    second.computeIfAbsent(edge.to(), missing -> new ArrayList<>())
                            .add(new Source(labels, edge));
                }
            }
        });
        return second;
    }

    /** Ways to a token and a pool to go on by. */
    private record Source(List<Label> labels, Edge edge) {}

    private void third(Address token, List<Source> sources) {
        List<Label> leading = new ArrayList<>();
        sources.forEach(source -> leading.addAll(extend(source.labels, source.edge)));
        leading.sort(Label.ORDER);
        if (leading.isEmpty()) {
            return;
        }
        for (Edge edge : graph.from(token)) {
            if (edge.to().equals(tokenOut)) {
                Quote quote = market.quote(edge, leading.getFirst().amount());
                if (!isTooMuch(quote)) {
                    extend(leading, edge).forEach(this::arrive);
                } else if (mayBeBest(quote)) {
                    extend(all(sources), edge).forEach(this::arrive);
                }
            }
        }
    }

    /** Every way to the token, those with less and no less gas too. */
    private List<Label> all(List<Source> sources) {
        List<Label> all = new ArrayList<>();
        for (Source source : sources) {
            source.labels.forEach(
                    label -> label(label, source.edge, label.amount()).ifPresent(all::add));
        }
        all.sort(Label.ORDER);
        return all;
    }

    /** Whether a pool that could not take an amount may bring more than what was found, for whatever it can take. */
    private boolean mayBeBest(Quote quote) {
        if (best == null || !(quote instanceof Quote.Unfilled unfilled)) {
            return true;
        }
        BigInteger found = net(best);
        return unfilled.most()
                .map(Swap::amountOut)
                .map(most -> most.compareTo(found) > 0)
                .orElse(true);
    }

    /** What one pool makes of labels in their order, those left out of which others bring more for no more gas. */
    private List<Label> extend(List<Label> labels, Edge edge) {
        List<Label> extended = new ArrayList<>();
        long leastGas = Long.MAX_VALUE;
        for (Label label : labels.subList(firstNotTooMuch(labels, edge), labels.size())) {
            if (label.gas() < leastGas) {
                leastGas = label.gas();
                label(label, edge, label.amount()).ifPresent(extended::add);
            }
        }
        return extended;
    }

    /** Where a pool cannot take an amount it cannot take more either. */
    private int firstNotTooMuch(List<Label> labels, Edge edge) {
        int low = 0;
        int high = labels.size();
        int row = 0; // The first is most likely to be it.
        while (low < high) {
            if (isTooMuch(market.quote(edge, labels.get(row).amount()))) {
                low = row + 1;
            } else {
                high = row;
            }
            row = (low + high) >>> 1;
        }
        return low;
    }

    private static boolean isTooMuch(Quote quote) {
        return quote instanceof Quote.Unfilled unfilled && unfilled.reason() != Quote.Reason.TOO_SMALL;
    }

    private Optional<Label> label(@Nullable Label before, Edge edge, BigInteger amount) {
        long used = (before == null ? gas.perPart() : before.gas()) + gas.hop(graph.pool(edge.pool()));
        return market.quote(edge, amount).whole().map(swap -> new Label(before, edge, swap.amountOut(), used));
    }

    private void arrive(Label label) {
        if (best == null || net(label).compareTo(net(best)) > 0) {
            best = label;
        }
    }

    private BigInteger net(Label label) {
        return gas.net(label.amount(), label.gas());
    }
}
