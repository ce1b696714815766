package org.evenkeel.cli.optimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much assets may be expected to return, and how they move together. */
final class EstimateOptions {
    @Option(
            names = "--assets",
            paramLabel = "NAME",
            split = ",",
            description = "the columns to choose from, as AAPL,MSFT; all where left out")
    private List<String> assets = List.of();

    @Option(
            names = "--returns",
            paramLabel = "MODEL",
            description = "expected returns: compound (annual growth), mean, ewma (recent ones count more) or capm",
            defaultValue = "compound")
    private String returns = "compound";

    @Option(
            names = "--risk",
            paramLabel = "MODEL",
            description =
                    "covariance: sample, ledoit-wolf (shrunk toward equal variances), constant-correlation (shrunk"
                            + " toward that), ewma or semi (below the risk-free return)",
            defaultValue = "sample")
    private String risk = "sample";

    @Option(
            names = "--periods",
            paramLabel = "N",
            description = "periods a year, as 252; taken from the dates where left out")
    private @Nullable Double periods;

    @Option(
            names = "--risk-free",
            paramLabel = "RATE",
            description = "the risk-free rate of a year, as 0.02",
            defaultValue = "0")
    private double riskFree;

    @Option(
            names = "--span",
            paramLabel = "N",
            description = "rows that ewma looks back; 500 for returns and 180 for risk where left out")
    private @Nullable Double span;

    @Option(
            names = "--market",
            paramLabel = "NAME",
            description = "the column that is capm's market, and no asset; the mean of all where left out")
    private @Nullable String market;

    @Option(
            names = "--rows",
            paramLabel = "WHICH",
            description =
                    "where prices have gaps: common (only rows in which every asset has one) or each (every asset,"
                            + " and every two, over the rows they have)",
            defaultValue = "common")
    private String rows = "common";

    /**
     * Makes sure that each model is one, and nothing is said that would have no effect.
     *
     * @throws UsageException with what is taken instead
     */
    void requireSense() {
        boolean looksBack = returns().equals("ewma") || risk().equals("ewma");
        commonRows();
        periods();
        riskFree();
        Double given = span;
        if (given != null && !looksBack) {
            throw new UsageException("--span is of no use without --returns ewma or --risk ewma: add one of them.");
        }
        if (given != null && !(given >= 1 && given < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--span " + Words.number(given) + " is none: give rows, 1 or more, as 180.");
        }
        if (assets.stream().anyMatch(String::isBlank) || Set.copyOf(assets).size() < assets.size()) {
            throw new UsageException(
                    "--assets " + String.join(",", assets) + " will not do: name each column once, as" + " AAPL,MSFT.");
        }
    }

    List<String> assets() {
        return assets;
    }

    String returns() {
        return Words.choice("--returns", returns, List.of("compound", "mean", "ewma", "capm"));
    }

    String risk() {
        return Words.choice("--risk", risk, List.of("sample", "ledoit-wolf", "constant-correlation", "ewma", "semi"));
    }

    boolean commonRows() {
        return Words.choice("--rows", rows, List.of("common", "each")).equals("common");
    }

    OptionalDouble periods() {
        Double given = periods;
        if (given != null && !(given > 0 && given < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--periods " + Words.number(given) + " is none: give a number above 0, as 252.");
        }
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }

    double riskFree() {
        if (!(riskFree > -1 && riskFree < Double.POSITIVE_INFINITY)) {
            throw new UsageException(
                    "--risk-free " + Words.number(riskFree) + " is no rate: give a fraction, as 0.02 for 2 %.");
        }
        return riskFree;
    }

    double span(double usual) {
        Double given = span;
        return given == null ? usual : given;
    }

    Optional<String> market() {
        return Optional.ofNullable(market);
    }
}
