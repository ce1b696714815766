package org.evenkeel.cli.optimize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.cli.optimize.OptimizeResult.Portfolio;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;

/** A portfolio as tables for people. */
final class OptimizeTables {
    private OptimizeTables() {}

    static String of(OptimizeResult result) {
        List<String> parts = new ArrayList<>();
        parts.add(weights(result).toString());
        parts.add(figures(result).toString());
        if (!result.frontier().isEmpty()) {
            parts.add(frontier(result.frontier()).toString());
        }
        return String.join(System.lineSeparator(), parts);
    }

    private static Tables weights(OptimizeResult result) {
        boolean units = result.purchase().isPresent();
        Tables table = new Tables().text("Asset").number("Weight").number("Expected return");
        if (units) {
            table.number("Units");
        }
        for (int i = 0; i < result.estimates().names().size(); i++) {
            List<String> row = new ArrayList<>(List.of(
                    result.estimates().names().get(i),
                    Money.percent(result.portfolio().weights()[i]),
                    Money.percent(result.estimates().expected()[i])));
            int asset = i;
            result.purchase()
                    .ifPresent(
                            purchase -> row.add(Long.toString(purchase.units().units()[asset])));
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private static Tables figures(OptimizeResult result) {
        Portfolio portfolio = result.portfolio();
        Tables table = new Tables().text("Of the portfolio").number("");
        table.row("Expected return a year", Money.percent(portfolio.expectedReturn()));
        table.row("Volatility a year", Money.percent(portfolio.volatility()));
        table.row("Sharpe", ratio(portfolio.sharpe()));
        table.row(
                "Mean of the worst " + share(result.wanted().tail()) + " of periods",
                portfolio.conditionalValueAtRisk().isPresent()
                        ? Money.percent(portfolio.conditionalValueAtRisk().getAsDouble())
                        : "–");
        table.row(
                "Periods a year",
                String.format(Locale.ROOT, "%,.1f", result.estimates().periods()));
        result.purchase().ifPresent(purchase -> {
            table.row("Amount", Money.usd(purchase.amount()));
            table.row("Left over", Money.usd(purchase.units().left()));
        });
        return table;
    }

    private static Tables frontier(List<Portfolio> frontier) {
        Tables table = new Tables()
                .number("Frontier")
                .number("Expected return")
                .number("Volatility")
                .number("Sharpe");
        for (int k = 0; k < frontier.size(); k++) {
            Portfolio point = frontier.get(k);
            table.row(
                    Integer.toString(k + 1),
                    Money.percent(point.expectedReturn()),
                    Money.percent(point.volatility()),
                    ratio(point.sharpe()));
        }
        return table;
    }

    /** A share with the digits that it was given with, and no more: 5 %, 12.5 %. */
    private static String share(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String ratio(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "–";
    }
}
