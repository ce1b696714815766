package org.evenkeel.report.view;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.GasPrice;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;

/** What trades cost, in words, and above all what was taken to cost nothing. */
final class CostAssumptions {
    private CostAssumptions() {}

    static String fees(List<TradingPair> pairs) {
        double least = pairs.stream().mapToDouble(TradingPair::feeBps).min().orElse(0);
        double most = pairs.stream().mapToDouble(TradingPair::feeBps).max().orElse(0);
        if (most == 0) {
            return "None: the pairs charge no fee.";
        }
        return least == most
                ? percent(most) + " for each pool that a trade goes through."
                : percent(least) + " to " + percent(most) + " for each pool that a trade goes through.";
    }

    static String percent(double basisPoints) {
        return BigDecimal.valueOf(basisPoints)
                        .movePointLeft(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    static String impact(Run run) {
        if (run.market().isEmpty()) {
            boolean charged = run.fills().all().stream()
                    .anyMatch(filled -> filled.costs().impact().signum() > 0);
            return charged
                    ? "Charged from the depth of the pools."
                    : "None was charged: trades were taken not to move prices.";
        }
        Map<LiquiditySource, Long> sources =
                sources(run.labels().pairs(), run.market().get());
        if (sources.keySet().equals(Set.of(LiquiditySource.NONE))) {
            return "None: the data has no depth of pools, so trades are taken not to move prices.";
        }
        String shares = sources.entrySet().stream()
                .map(entry -> words(entry.getKey()) + " for " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "Of " + run.labels().pairs().size() + " pairs: " + shares + ".";
    }

    private static Map<LiquiditySource, Long> sources(List<TradingPair> pairs, MarketHistory market) {
        Map<LiquiditySource, Long> sources = new EnumMap<>(LiquiditySource.class);
        pairs.stream()
                .filter(market.universe()::contains)
                .forEach(pair -> sources.merge(market.of(pair).candles().liquiditySource(), 1L, Long::sum));
        return sources;
    }

    private static String words(LiquiditySource source) {
        return switch (source) {
            case RESERVES -> "from the pools' reserves";
            case TVL -> "from the value locked";
            case NONE -> "none";
        };
    }

    static String gas(Expenses expenses) {
        if (expenses.isGasFree()) {
            return "None is set: trades are taken to cost no gas.";
        }
        return new TreeMap<>(expenses.gasUsd())
                .entrySet().stream()
                        .map(entry -> gas(entry.getValue()) + " on " + Texts.label(entry.getKey()))
                        .collect(Collectors.joining(", ", "For each trade ", "."));
    }

    private static String gas(GasPrice price) {
        String first = String.format(Locale.ROOT, "%,.2f USD", price.usd());
        return price.steps().isEmpty() ? first : first + " and " + price.steps().size() + " later prices";
    }

    static String bridging(Run run) {
        Expenses expenses = run.settings().expenses();
        if (run.info().market().reserves().size() < 2) {
            return "Not needed: all pairs are on one chain.";
        }
        if (expenses.isBridgeFree()) {
            return "None is set: money is taken to move between chains at once and for nothing.";
        }
        BridgeTerms usual = new BridgeTerms(expenses.bridgeUsd(), expenses.bridgeBps(), expenses.bridgeDelay());
        String others = new TreeMap<>(expenses.bridges())
                .entrySet().stream()
                        .map(entry -> "; " + Texts.label(entry.getKey()) + ": " + terms(entry.getValue()))
                        .collect(Collectors.joining());
        return "For each transfer " + terms(usual) + others + ".";
    }

    private static String terms(BridgeTerms terms) {
        if (terms.isFree()) {
            return "nothing, at once";
        }
        long minutes = terms.delay().toMinutes();
        String delay = minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
        return String.format(
                Locale.ROOT, "%,.2f USD and %s of the amount, within %s", terms.usd(), percent(terms.bps()), delay);
    }
}
