package org.evenkeel.cli.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.NearestName;

/** What a portfolio may be made for. */
enum PortfolioObjective {
    MAX_SHARPE("the best ratio of expected excess return to volatility"),
    MIN_VARIANCE("the least variance"),
    TARGET_RETURN("the least variance at an expected return of --target or more"),
    TARGET_RISK("the most expected return at a volatility of --target or less"),
    MAX_UTILITY("the most expected return less half of --risk-aversion x variance"),
    MIN_CVAR("the least bad mean of the worst periods; with --target at that return or more"),
    BLACK_LITTERMAN("the best ratio after --view, from the market's own returns or --returns"),
    HRP("hierarchical risk parity, along the tree of correlations"),
    RISK_PARITY("the same contribution to the risk from each"),
    INVERSE_VOLATILITY("in inverse proportion to volatility"),
    EQUAL("the same for each");

    private static final Set<PortfolioObjective> CAPPED = Set.of(HRP, RISK_PARITY, INVERSE_VOLATILITY);
    private static final Set<PortfolioObjective> TARGETS = Set.of(TARGET_RETURN, TARGET_RISK);

    private final String meaning;

    PortfolioObjective(String meaning) {
        this.meaning = meaning;
    }

    /**
     * The objective of a name.
     *
     * @throws UsageException when there is none, with the nearest there is
     */
    static PortfolioObjective named(String name) {
        List<String> words =
                Arrays.stream(values()).map(PortfolioObjective::word).toList();
        int place = words.indexOf(name.toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw new UsageException("There is no objective " + name + '.' + NearestName.hint(name, words)
                    + " There are " + String.join(", ", words) + ".");
        }
        return values()[place];
    }

    /** Its name on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it obeys any limits. */
    boolean isLimited() {
        return this != EQUAL && !CAPPED.contains(this);
    }

    /** Whether costs of turnover and a price on large weights can be weighed in. */
    boolean isMeanVariance() {
        return isLimited() && this != MIN_CVAR;
    }

    boolean needsTarget() {
        return TARGETS.contains(this);
    }

    boolean takesTarget() {
        return needsTarget() || this == MIN_CVAR;
    }

    boolean takesAversion() {
        return this == MAX_UTILITY || this == BLACK_LITTERMAN;
    }

    /** A line for each. */
    static String[] lines() {
        return Arrays.stream(values())
                .map(value -> String.format(Locale.ROOT, "  %-19s %s", value.word(), value.meaning))
                .toArray(String[]::new);
    }
}
