package org.evenkeel.cli.strategy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** The settings that every strategy has, with a few words for each. */
public final class SettingWords {
    /** By name, in the order in which they are listed. */
    public static final SequencedMap<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("cycle", "time from one decision to the next, 1h to 30d");
        ALL.put("cycleOffset", "how long after the grid line it is made");
        ALL.put("initialCash", "what comes in at the start, in USD");
        ALL.put("allocation", "share of the equity that may be invested");
        ALL.put("minRebalanceTradeUsd", "smaller changes of a position are not made");
        ALL.put("fill", "price of a decision's trades: open, close");
        ALL.put("triggerPrice", "prices that fire triggers: low_high, open");
        ALL.put("priceTolerance", "how old a price may be, as 2h; auto: two candles");
        ALL.put("maxPoolShare", "largest share of a pool that is held");
        ALL.put("maxPriceImpact", "most that a trade may move its price");
        ALL.put("gasUsd", "gas of a trade by chain: ethereum:8,bsc:0.2");
        ALL.put("bridgeUsd", "cost of a transfer between chains, in USD");
        ALL.put("bridgeBps", "besides, in basis points of the amount");
        ALL.put("bridgeDelay", "how long it takes, as 30m");
        ALL.put("bridges", "others, by route: ethereum/bsc:5:10:30m");
    }

    private SettingWords() {}

    /** A number as a person writes it: 30, 2.5. */
    public static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** A line for each. */
    public static String[] lines() {
        return ALL.entrySet().stream().map(SettingWords::line).toArray(String[]::new);
    }

    private static String line(Map.Entry<String, String> setting) {
        return String.format(Locale.ROOT, "  %-22s %s", setting.getKey(), setting.getValue());
    }
}
