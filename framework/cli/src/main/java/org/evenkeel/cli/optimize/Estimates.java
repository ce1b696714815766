package org.evenkeel.cli.optimize;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.terminal.CsvTable;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.optimizer.Covariance;
import org.evenkeel.optimizer.CovarianceRepair;
import org.evenkeel.optimizer.ExpectedReturns;

/**
 * What is expected of the assets in a year.
 *
 * @param prices what it is judged by
 * @param expected the return of each asset
 * @param covariance of the returns, positive semidefinite
 * @param repair what had to be changed of it for that
 * @param periods in a year
 */
record Estimates(
        AssetPrices prices, double[] expected, Covariance covariance, CovarianceRepair repair, double periods) {
    private static final double USUAL_RETURNS_SPAN = 500;
    private static final double USUAL_RISK_SPAN = 180;

    /**
     * By the options.
     *
     * @param notes where it is told what was left out or changed
     */
    static Estimates of(CsvTable csv, EstimateOptions options, PrintStream notes) {
        Optional<String> market = options.market();
        List<String> chosen = new ArrayList<>(options.assets().isEmpty() ? csv.names() : options.assets());
        market.ifPresent(chosen::remove);
        if (chosen.isEmpty()) {
            throw new UsageException("There is no asset to choose from: name some with --assets.");
        }
        List<String> read = new ArrayList<>(chosen);
        market.ifPresent(read::add);
        AssetPrices all = AssetPrices.of(csv, read, options.commonRows(), notes);
        AssetPrices prices = market.isPresent() ? all.first(chosen.size()) : all;
        if (!Periods.tellAYear(all.times())) {
            notes.println("Note: the prices span less than 30 days (" + all.first() + " to " + all.last()
                    + "): what they are expected to return in a year is a guess.");
        }
        double periods = options.periods().orElseGet(all::periodsPerYear);
        double[][] returns = prices.returns();
        double[] expected = expected(options, returns, market.isPresent() ? all.lastReturns() : new double[0], periods);
        CovarianceRepair repair = covariance(options, prices, returns, periods).repaired();
        if (repair.changed()) {
            notes.println("Note: the covariance was no covariance (" + repair.negativeEigenvalues()
                    + " of its correlation's eigenvalues were below 0, the lowest "
                    + Words.number(repair.lowestEigenvalue())
                    + ") and was repaired; correlations changed by " + Words.number(repair.largestChange())
                    + " at most.");
        }
        return new Estimates(prices, expected, repair.covariance(), repair, periods);
    }

    private static double[] expected(EstimateOptions options, double[][] returns, double[] market, double periods) {
        return switch (options.returns()) {
            case "mean" -> ExpectedReturns.mean(returns, periods);
            case "ewma" -> ExpectedReturns.exponential(returns, options.span(USUAL_RETURNS_SPAN), periods);
            case "capm" ->
                market.length == 0
                        ? ExpectedReturns.capm(returns, periods, options.riskFree())
                        : ExpectedReturns.capm(returns, market, periods, options.riskFree());
            default -> ExpectedReturns.compound(returns, periods);
        };
    }

    private static Covariance covariance(
            EstimateOptions options, AssetPrices prices, double[][] returns, double periods) {
        String model = options.risk();
        if (prices.hasGaps()) {
            if (!model.equals("sample")) {
                throw new UsageException(
                        "--risk " + model + " needs rows without gaps: use --rows common, or --risk sample.");
            }
            return Covariance.pairwise(returns).annualised(periods);
        }
        Covariance covariance = switch (model) {
            case "ledoit-wolf" -> Covariance.ledoitWolf(returns);
            case "constant-correlation" -> Covariance.ledoitWolfConstantCorrelation(returns);
            case "ewma" -> Covariance.exponential(returns, options.span(USUAL_RISK_SPAN));
            case "semi" -> Covariance.semi(returns, Math.expm1(Math.log1p(options.riskFree()) / periods));
            default -> Covariance.sample(returns);
        };
        return covariance.annualised(periods);
    }

    List<String> names() {
        return prices.names();
    }

    /** The same assets with other expectations. */
    Estimates with(double[] otherExpected, Covariance otherCovariance) {
        return new Estimates(prices, otherExpected, otherCovariance, repair, periods);
    }
}
