package org.evenkeel.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.evenkeel.market.Chain;

/**
 * What trades cost beyond fees and impact: gas, and bridges between chains. With none set they are zero, and the report
 * says so.
 *
 * @param gasUsd the gas of one trade, by the name of its chain [gasUsd, as {@code ethereum:8,bsc:0.2}, see
 *     {@link GasPrice}]
 * @param bridgeUsd what one transfer between two chains costs, in USD [bridgeUsd]
 * @param bridgeBps what it costs besides, in basis points of the amount [bridgeBps]
 * @param bridgeDelay how long it takes [bridgeDelay]
 * @param bridges the terms of transfers that have others than these, by {@code from/to} [bridges, as
 *     {@code ethereum/bsc:5:10:30m}, see {@link BridgeTerms}]
 */
public record Expenses(
        Map<String, GasPrice> gasUsd,
        double bridgeUsd,
        double bridgeBps,
        Duration bridgeDelay,
        Map<String, BridgeTerms> bridges) {
    /** Nothing costs anything. */
    public static final Expenses NONE = new Expenses(Map.of(), 0, 0, Duration.ZERO);

    /**
     * @throws ParameterException when a cost is out of range
     */
    public Expenses {
        gasUsd = Map.copyOf(gasUsd);
        bridges = Map.copyOf(bridges);
        new BridgeTerms(bridgeUsd, bridgeBps, bridgeDelay);
        for (String route : bridges.keySet()) {
            if (!route.matches("[^/]+/[^/]+")) {
                throw new ParameterException("Setting bridges: '" + route
                        + "' does not say from where to where: write two chains, as ethereum/bsc.");
            }
        }
    }

    /** Expenses whose bridges all have the same terms. */
    public Expenses(Map<String, GasPrice> gasUsd, double bridgeUsd, double bridgeBps, Duration bridgeDelay) {
        this(gasUsd, bridgeUsd, bridgeBps, bridgeDelay, Map.of());
    }

    /** These with the gas of one trade on a chain, in USD, the same at all times. */
    public Expenses withGas(Chain chain, double usd) {
        return withGas(chain, GasPrice.constant(usd));
    }

    /** These with the gas of one trade on a chain. */
    public Expenses withGas(Chain chain, GasPrice price) {
        Map<String, GasPrice> more = new TreeMap<>(gasUsd);
        more.put(chain.name(), price);
        return new Expenses(more, bridgeUsd, bridgeBps, bridgeDelay, bridges);
    }

    /** These with the terms of transfers from one chain to another. */
    public Expenses withBridge(Chain from, Chain to, BridgeTerms terms) {
        Map<String, BridgeTerms> more = new TreeMap<>(bridges);
        more.put(route(from, to), terms);
        return new Expenses(gasUsd, bridgeUsd, bridgeBps, bridgeDelay, more);
    }

    private static String route(Chain from, Chain to) {
        return from.name() + "/" + to.name();
    }

    /** The gas of one trade on a chain at an instant, in USD. */
    public double gasOn(Chain chain, Instant at) {
        return gasUsd.getOrDefault(chain.name(), GasPrice.FREE).at(at);
    }

    /** The most that the gas of one trade on a chain costs between two instants, both inclusive, in USD. */
    public double mostGasOn(Chain chain, Instant from, Instant until) {
        return gasUsd.getOrDefault(chain.name(), GasPrice.FREE).most(from, until);
    }

    /** Whether gas is paid on no chain. */
    public boolean isGasFree() {
        return gasUsd.values().stream().allMatch(GasPrice::isFree);
    }

    /** The terms of transfers from one chain to another. */
    public BridgeTerms bridgeBetween(Chain from, Chain to) {
        BridgeTerms own = bridges.get(route(from, to));
        return own != null ? own : new BridgeTerms(bridgeUsd, bridgeBps, bridgeDelay);
    }

    /** The names of the chains that gas or a bridge is set for, each once. */
    public SortedSet<String> chains() {
        SortedSet<String> chains = new TreeSet<>(gasUsd.keySet());
        bridges.keySet().forEach(route -> chains.addAll(List.of(route.split("/", 2))));
        return chains;
    }

    /** Whether no transfer between chains costs money or time. */
    public boolean isBridgeFree() {
        return new BridgeTerms(bridgeUsd, bridgeBps, bridgeDelay).isFree()
                && bridges.values().stream().allMatch(BridgeTerms::isFree);
    }

    Expenses overriddenBy(Parameters set) {
        return new Expenses(
                parse("gasUsd", set.list("gasUsd", texts(gasUsd)), GasPrice::parse),
                set.number("bridgeUsd", bridgeUsd),
                set.number("bridgeBps", bridgeBps),
                Durations.parse("bridgeDelay", set.text("bridgeDelay", Durations.format(bridgeDelay))),
                parse("bridges", set.list("bridges", texts(bridges)), BridgeTerms::parse));
    }

    private static String[] texts(Map<String, ?> costs) {
        return new TreeMap<>(costs)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .toArray(String[]::new);
    }

    private static <T> Map<String, T> parse(String name, Iterable<String> entries, Function<String, T> cost) {
        Map<String, T> costs = new TreeMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            String key = colon < 0 ? "" : entry.substring(0, colon).strip();
            if (key.isEmpty()) {
                throw new ParameterException("Setting " + name + "=" + entry
                        + " names no chain: write the chain and what it costs, as ethereum:8,bsc:0.2.");
            }
            if (costs.put(key, cost.apply(entry.substring(colon + 1))) != null) {
                throw new ParameterException("Setting " + name + " names " + key + " twice: give it one cost.");
            }
        }
        return costs;
    }
}
