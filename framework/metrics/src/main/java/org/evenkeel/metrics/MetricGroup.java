package org.evenkeel.metrics;

/** The sections in which figures are shown. */
public enum MetricGroup {
    BASIS("Basis"),
    RETURN("Return"),
    RISK("Risk"),
    REWARD("Reward for risk"),
    BENCHMARK("Against the benchmark"),
    TRADES("Trades"),
    COSTS("Costs");

    private final String label;

    MetricGroup(String label) {
        this.label = label;
    }

    /** The heading. */
    public String label() {
        return label;
    }
}
