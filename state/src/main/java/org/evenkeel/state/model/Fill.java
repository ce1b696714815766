package org.evenkeel.state.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a trade came to.
 *
 * @param quantity how much of the asset was bought or sold
 * @param value how much of the reserve was spent or received, fees and impact included, gas not
 * @param midPrice the price of the asset before fees and impact, in USD
 * @param costs what it cost
 * @param route the paths it took; empty where they are not known
 */
public record Fill(BigDecimal quantity, BigDecimal value, double midPrice, Costs costs, List<RoutePart> route) {
    /**
     * @throws IllegalArgumentException when a quantity or value is negative or has too many digits to be booked, or the
     *     price is not a positive number, or the parts of the route are not the whole
     */
    public Fill {
        Decimals.requireBookable(quantity, "A quantity");
        Decimals.requireBookable(value, "A value");
        if (quantity.signum() < 0 || value.signum() < 0 || !(midPrice > 0 && midPrice < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A fill of " + quantity.toPlainString() + " for " + value.toPlainString()
                    + " at " + midPrice + " is none: amounts are 0 or more, prices above 0.");
        }
        route = RoutePart.requireWhole(route);
    }
}
