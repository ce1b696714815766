package org.evenkeel.cli.optimize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.cli.terminal.Range;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.optimizer.BlackLitterman;
import org.evenkeel.optimizer.OptimizerException;
import org.evenkeel.optimizer.View;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What somebody expects besides, for black-litterman. */
final class ViewOptions {
    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description = "for black-litterman: AAPL=0.1 (returns 10 %% a year) or AAPL-MSFT=0.02 (2 %% more than the"
                    + " other), with a confidence from 0 to 1 as AAPL=0.1@0.7; may be given often")
    private List<String> views = new ArrayList<>();

    @Option(
            names = "--market-cap",
            paramLabel = "ASSET=VALUE",
            description = "for black-litterman: what all of an asset is worth, for the returns that the market implies;"
                    + " those of --returns where left out. For every asset, or none")
    private Map<String, Double> capitalisations = new LinkedHashMap<>();

    @Option(
            names = "--tau",
            paramLabel = "T",
            description =
                    "for black-litterman: how unsure the returns are before the views, as a part of the covariance; "
                            + BlackLitterman.USUAL_TAU + " where left out")
    private @Nullable Double tau;

    boolean isEmpty() {
        return views.isEmpty() && capitalisations.isEmpty() && tau == null;
    }

    /** The estimates after the views. */
    Estimates mixedInto(Estimates estimates, double riskAversion, double riskFree) {
        List<String> names = estimates.names();
        List<View> parsed = views.stream().map(text -> view(text, names)).toList();
        double[] prior = implied(estimates, riskAversion, riskFree).orElse(estimates.expected());
        BlackLitterman mixed = BlackLitterman.posterior(
                prior, estimates.covariance(), parsed, Objects.requireNonNullElse(tau, BlackLitterman.USUAL_TAU));
        return estimates.with(mixed.expectedReturns(), mixed.covariance());
    }

    private Optional<double[]> implied(Estimates estimates, double riskAversion, double riskFree) {
        if (capitalisations.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = estimates.names();
        if (!capitalisations.keySet().containsAll(names) || !names.containsAll(capitalisations.keySet())) {
            throw new UsageException("--market-cap is given for " + String.join(", ", capitalisations.keySet())
                    + ", the assets are " + String.join(", ", names) + ": give it for each of them.");
        }
        double[] caps = names.stream().mapToDouble(capitalisations::get).toArray();
        double[] returns = BlackLitterman.impliedReturns(caps, estimates.covariance(), riskAversion);
        for (int i = 0; i < returns.length; i++) {
            returns[i] += riskFree;
        }
        return Optional.of(returns);
    }

    private static View view(String text, List<String> names) {
        int equals = text.lastIndexOf('=');
        int at = text.indexOf('@', Math.max(0, equals));
        if (equals < 1) {
            throw new UsageException(
                    "--view " + text + " is none: write AAPL=0.1, AAPL-MSFT=0.02, or AAPL=0.1@0.7 with a confidence.");
        }
        double value = Range.number("--view", text, text.substring(equals + 1, at < 0 ? text.length() : at));
        try {
            View view = about(text.substring(0, equals), names, value);
            return at < 0 ? view : view.withConfidence(Range.number("--view", text, text.substring(at + 1)));
        } catch (OptimizerException e) {
            throw new UsageException("--view " + text + ": " + e.getMessage(), e);
        }
    }

    /** An asset, or two with a minus between them; names may have one too. */
    private static View about(String assets, List<String> names, double value) {
        if (names.contains(assets)) {
            return View.absolute(names.size(), names.indexOf(assets), value);
        }
        for (int i = assets.indexOf('-'); i >= 0; i = assets.indexOf('-', i + 1)) {
            int better = names.indexOf(assets.substring(0, i));
            int worse = names.indexOf(assets.substring(i + 1));
            if (better >= 0 && worse >= 0) {
                return View.relative(names.size(), better, worse, value);
            }
        }
        throw new UsageException("--view " + assets + "=" + value + " is about none of " + String.join(", ", names)
                + ": write AAPL=0.1, or AAPL-MSFT=0.02.");
    }
}
