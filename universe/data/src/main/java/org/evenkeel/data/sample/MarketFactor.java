package org.evenkeel.data.sample;

/**
 * What moves all tokens together: an hourly log price that goes through bull, bear and sideways regimes of some weeks
 * each, with volatility that clusters and a jump now and then.
 */
final class MarketFactor {
    private static final double HOURS_A_DAY = 24;
    private static final double JUMPS_A_DAY = 0.035;
    private static final double VOLATILITY_MEMORY = 0.985;
    private static final double VOLATILITY_NOISE = 0.06;

    /** A phase of the market; drift and volatility a day, and how many days it lasts on average. */
    private enum Regime {
        BULL(0.0105, 0.036, 45),
        BEAR(-0.0085, 0.042, 38),
        SIDEWAYS(0.0002, 0.022, 30);

        private final double drift;
        private final double volatility;
        private final double days;

        Regime(double drift, double volatility, double days) {
            this.drift = drift;
            this.volatility = volatility;
            this.days = days;
        }

        Regime next(Noise noise) {
            return switch (this) {
                case BULL -> noise.chance(0.45) ? BEAR : SIDEWAYS;
                case BEAR -> noise.chance(0.4) ? BULL : SIDEWAYS;
                case SIDEWAYS -> noise.chance(0.5) ? BULL : BEAR;
            };
        }
    }

    private final double[] logPrices;
    private final double[] stress;

    private MarketFactor(int hours) {
        logPrices = new double[hours];
        stress = new double[hours];
    }

    static MarketFactor make(Noise noise, int hours) {
        MarketFactor factor = new MarketFactor(hours);
        Regime regime = Regime.BULL;
        double price = 0;
        double heat = 0;
        for (int hour = 0; hour < hours; hour++) {
            if (noise.chance(1 / (regime.days * HOURS_A_DAY))) {
                regime = regime.next(noise);
            }
            heat = VOLATILITY_MEMORY * heat + VOLATILITY_NOISE * noise.normal();
            double multiple = StrictMath.exp(heat);
            double move = regime.drift / HOURS_A_DAY
                    + regime.volatility * multiple * noise.normal() / StrictMath.sqrt(HOURS_A_DAY);
            if (noise.chance(JUMPS_A_DAY / HOURS_A_DAY)) {
                double jump = -0.012 + 0.035 * noise.normal();
                move += jump;
                heat += 8 * Math.abs(jump);
            }
            price += move;
            factor.logPrices[hour] = price;
            factor.stress[hour] = multiple;
        }
        return factor;
    }

    int hours() {
        return logPrices.length;
    }

    /** The log of the price, 0 before the first hour. */
    double logPrice(int hour) {
        return logPrices[hour];
    }

    /** How volatile the hour is: 1 as a rule. */
    double stress(int hour) {
        return stress[hour];
    }
}
