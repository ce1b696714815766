package org.evenkeel.report.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.GasPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.report.view.HeaderView.Fact;

/** How fills were made and what they cost, in words, and above all what was taken to cost nothing. */
final class Assumptions {
    private Assumptions() {}

    static List<Fact> of(Run run) {
        Settings settings = run.settings();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Decisions", decisions(settings)));
        facts.add(new Fact("Fills", fills(settings.fills().price())));
        facts.add(new Fact("Triggers", triggers(settings.fills().triggerPrice())));
        facts.add(new Fact("Pool fees", fees(run.labels().pairs())));
        facts.add(new Fact("Price impact", impact(run)));
        facts.add(new Fact("Gas", gas(settings.expenses())));
        facts.add(new Fact("Bridging", bridging(run)));
        facts.add(new Fact(
                "Valuation",
                "Positions are worth what their sale would bring, fees off. The book is valued at each decision, before"
                        + " its trades, and at the end: falls in between are not seen in its figures."));
        return facts;
    }

    private static String decisions(Settings settings) {
        Settings.Capital capital = settings.capital();
        return String.format(
                Locale.ROOT,
                "Every %s, with %,.2f USD at the start; at most %.0f %% of the equity is invested, and no change of less"
                        + " than %,.2f USD is made.",
                settings.schedule().cycle(),
                capital.initialCash(),
                capital.allocation() * 100,
                capital.minRebalanceTradeUsd());
    }

    private static String fills(FillPrice price) {
        return switch (price) {
            case OPEN -> "At the open of the candle that begins at the decision, the first price obtainable after it.";
            case CLOSE -> "At the close that the decision saw. That price has passed: nobody could have traded at it.";
        };
    }

    private static String triggers(TriggerPrice price) {
        return switch (price) {
            case LOW_HIGH ->
                "Lows fire stops and highs fire take profits, at the trigger's price, or at the open where that lies"
                        + " beyond it.";
            case OPEN -> "Only opens fire triggers: what candles did in between is not looked at.";
        };
    }

    private static String fees(List<TradingPair> pairs) {
        double least = pairs.stream().mapToDouble(TradingPair::feeBps).min().orElse(0);
        double most = pairs.stream().mapToDouble(TradingPair::feeBps).max().orElse(0);
        if (most == 0) {
            return "None: the pairs charge no fee.";
        }
        return least == most
                ? percent(most) + " for each pool that a trade goes through."
                : percent(least) + " to " + percent(most) + " for each pool that a trade goes through.";
    }

    private static String percent(double basisPoints) {
        return BigDecimal.valueOf(basisPoints)
                        .movePointLeft(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private static String impact(Run run) {
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

    private static String gas(Expenses expenses) {
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

    private static String bridging(Run run) {
        Expenses expenses = run.settings().expenses();
        if (run.info().market().reserves().size() < 2) {
            return "Not needed: all pairs are on one chain.";
        }
        if (expenses.isBridgeFree()) {
            return "None is set: money is taken to move between chains at once and for nothing.";
        }
        return String.format(
                Locale.ROOT,
                "%,.2f USD and %s of the amount for each transfer, which takes %s.",
                expenses.bridgeUsd(),
                percent(expenses.bridgeBps()),
                hours(expenses));
    }

    private static String hours(Expenses expenses) {
        long minutes = expenses.bridgeDelay().toMinutes();
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }
}
