package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Twenty US stocks from 1989 to 2018, each from its listing on, with 252 periods a year: the figures that the readme and
 * the tests of PyPortfolioOpt 1.5 publish for the same prices.
 */
class PublishedFiguresTest {
    private static final double RISK_FREE = 0.02;

    private Prices prices = new Prices(List.of(), new double[0][]);
    private double[] expected = {};
    private Covariance covariance = Covariance.of(new double[][] {{1}});

    @BeforeEach
    void read() {
        prices = Prices.of("us20-1989-2018.csv");
        expected = ExpectedReturns.compound(prices.returns(), 252);
        covariance = Covariance.pairwise(prices.returns()).annualised(252);
    }

    private MeanVariance between(double lower, double upper) {
        return MeanVariance.of(expected, covariance, Limits.between(prices.names(), lower, upper));
    }

    private void assertOutlook(double expectedReturn, double volatility, double[] weights) {
        Outlook outlook = Outlook.of(weights, expected, covariance);
        assertEquals(expectedReturn, outlook.expectedReturn(), 2e-6);
        assertEquals(volatility, outlook.volatility(), 1e-6);
    }

    private double weight(String name, double[] weights) {
        return weights[prices.names().indexOf(name)];
    }

    @Test
    void compound_expected_returns() {
        double[] published = {
            0.247967,
            0.294304,
            0.284037,
            0.1923164,
            0.371327,
            0.1360093,
            0.0328503,
            0.1200115,
            0.105540,
            0.0423457,
            0.1002559,
            0.1442237,
            -0.0792602,
            0.1430506,
            0.0736356,
            0.238835,
            0.388665,
            0.226717,
            0.1561701,
            0.2318153
        };
        assertArrayEquals(published, expected, 1e-6);
    }

    @Test
    void the_maximum_sharpe_portfolio_of_the_readme() {
        double[] weights = between(0, 1).maximumSharpe(RISK_FREE);

        assertOutlook(0.3047768672819914, 0.22165566922402932, weights);
        assertEquals(
                1.2847714127003216, Outlook.of(weights, expected, covariance).sharpe(RISK_FREE), 1e-8);
        Map<String, Double> published = Map.of(
                "GOOG", 0.03835, "AAPL", 0.0689, "FB", 0.20603, "BABA", 0.07315, "AMZN", 0.04033, "BBY", 0.01324, "MA",
                0.35349, "PFE", 0.1957, "SBUX", 0.01082);
        published.forEach((name, weight) -> assertEquals(weight, weight(name, weights), 6e-6, name));
        assertEquals(0, weight("GE", weights));
    }

    @Test
    void the_whole_units_of_the_readme() {
        WholeUnits bought = WholeUnits.greedy(between(0, 1).maximumSharpe(RISK_FREE), prices.last(), 10_000);

        Map<String, Long> published =
                Map.of("MA", 20L, "FB", 12L, "PFE", 54L, "BABA", 4L, "AAPL", 4L, "BBY", 2L, "SBUX", 1L, "GOOG", 1L);
        for (int i = 0; i < bought.units().length; i++) {
            String name = prices.names().get(i);
            assertEquals(published.getOrDefault(name, 0L), bought.units()[i], name);
        }
        assertEquals(11.89, bought.left(), 0.005);
    }

    @Test
    void minimum_variance_with_and_without_debts_and_a_price_on_large_weights() {
        assertOutlook(0.15056821399482578, 0.15915084514118694, between(0, 1).minimumVariance());
        assertOutlook(0.1516319319875544, 0.1555915367269669, between(-1, 1).minimumVariance());
        assertOutlook(
                0.17356099329164965, 0.1955254118258614, between(0, 1).withL2(1).minimumVariance());
    }

    @Test
    void maximum_sharpe_with_debts() {
        assertOutlook(0.4937195216716211, 0.29516576454651955, between(-1, 1).maximumSharpe(RISK_FREE));
    }

    @Test
    void target_risk_target_return_and_utility() {
        assertOutlook(0.2552422849133517, 0.19, between(0, 1).targetRisk(0.19));
        assertOutlook(0.30035471606347336, 0.19, between(-1, 1).targetRisk(0.19));
        assertOutlook(0.25, 0.18723269942026335, between(0, 1).targetReturn(0.25));
        assertOutlook(0.3677732711751504, 0.2921342197778279, between(0, 1).maximumUtility(2));
        assertOutlook(1.4170505733098597, 1.0438577623242156, between(-1, 1).maximumUtility(1));
    }

    @Test
    void the_least_conditional_value_at_risk() {
        double[][] returns = prices.commonReturns();
        Limits limits = Limits.longOnly(prices.names());

        double[] weights = MinimumCvar.weights(returns, 0.05, limits);

        assertEquals(0.17745746040573562, Matrices.dot(weights, expected), 1e-4);
        assertEquals(-0.017049502122532853, MinimumCvar.meanOfWorst(weights, returns, 0.05), 1e-6);
        double[] common = ExpectedReturns.compound(returns, 252);
        double[] target = MinimumCvar.targetReturn(returns, 0.05, limits, common, 0.25);
        assertEquals(0.25, Matrices.dot(target, common), 1e-9);
        assertEquals(-0.021036631225933487, MinimumCvar.meanOfWorst(target, returns, 0.05), 1e-5);
    }

    @Test
    void hierarchical_risk_parity() {
        double[] published = {
            0.04956008428992926, 0.022258941278778387, 0.06272994714663536, 0.07963382071794088, 0.016086842079874982,
            0.05519063444162851, 0.022294021796692116, 0.10569551148587902, 0.014409222455552267, 0.055576660241857236,
            0.11138956508836473, 0.027115909570750083, 0.027113184241298872, 0.11175337115721229, 0.03161528695094598,
            0.03406419438245041, 0.038127373497320226, 0.07786528342813452, 0.017675709092515715, 0.039844436656239136
        };
        assertArrayEquals(published, HierarchicalRiskParity.weights(prices.returns(), Caps.none(20)), 1e-12);
    }
}
