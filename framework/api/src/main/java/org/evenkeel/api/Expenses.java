package org.evenkeel.api;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.market.Chain;

/**
 * What trades cost beyond fees and impact: gas, and bridges between chains. With none set they are zero, and the report
 * says so.
 *
 * @param gasUsd the gas of one trade in USD, by the name of its chain [gasUsd, as {@code ethereum:8,bsc:0.2}]
 * @param bridgeUsd what one transfer between two chains costs, in USD [bridgeUsd]
 * @param bridgeBps what it costs besides, in basis points of the amount [bridgeBps]
 * @param bridgeDelay how long it takes [bridgeDelay]
 */
public record Expenses(Map<String, Double> gasUsd, double bridgeUsd, double bridgeBps, Duration bridgeDelay) {
    /** Nothing costs anything. */
    public static final Expenses NONE = new Expenses(Map.of(), 0, 0, Duration.ZERO);

    /**
     * @throws ParameterException when a cost is negative
     */
    public Expenses {
        gasUsd = Map.copyOf(gasUsd);
        boolean possible = bridgeUsd >= 0
                && bridgeBps >= 0
                && bridgeBps < 10_000
                && !bridgeDelay.isNegative()
                && gasUsd.values().stream().allMatch(gas -> gas >= 0 && Double.isFinite(gas));
        if (!possible) {
            throw new ParameterException("The expenses gasUsd=" + gasUsd + " bridgeUsd=" + bridgeUsd + " bridgeBps="
                    + bridgeBps + " bridgeDelay=" + bridgeDelay + " are out of range: costs are 0 or more.");
        }
    }

    /** The gas of one trade on a chain, in USD. */
    public double gasOn(Chain chain) {
        return gasUsd.getOrDefault(chain.name(), 0.0);
    }

    /** Whether a transfer between chains costs neither money nor time. */
    public boolean isBridgeFree() {
        return bridgeUsd == 0 && bridgeBps == 0 && bridgeDelay.isZero();
    }

    Expenses overriddenBy(Parameters set) {
        return new Expenses(
                parseGas(set.list("gasUsd", gasText())),
                set.number("bridgeUsd", bridgeUsd),
                set.number("bridgeBps", bridgeBps),
                Durations.parse("bridgeDelay", set.text("bridgeDelay", Durations.format(bridgeDelay))));
    }

    private String[] gasText() {
        return new TreeMap<>(gasUsd)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .toArray(String[]::new);
    }

    private static Map<String, Double> parseGas(Iterable<String> entries) {
        Map<String, Double> gas = new TreeMap<>();
        for (String entry : entries) {
            String[] parts = entry.split(":", 2);
            try {
                gas.put(parts[0].strip(), Double.valueOf(parts[1].strip()));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new ParameterException(
                        "Setting gasUsd=" + entry + " is no chain and price: write it as ethereum:8,bsc:0.2.", e);
            }
        }
        return gas;
    }
}
