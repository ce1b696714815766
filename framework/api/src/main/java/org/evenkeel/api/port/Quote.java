package org.evenkeel.api.port;

import java.util.List;
import org.evenkeel.state.model.RoutePart;

/**
 * What a trade would come to.
 *
 * @param quantity of the asset that would be bought or sold
 * @param value of the reserve that would be spent or received, in USD, fees and impact included, gas not
 * @param midPrice the price before fees and impact, in USD
 * @param losses what of it goes to fees and impact
 * @param route the paths it would take
 */
public record Quote(double quantity, double value, double midPrice, Losses losses, List<RoutePart> route) {
    /**
     * What a trade loses on its way, in USD.
     *
     * @param fee the fees of every hop
     * @param impact what is lost because the trade moves the price
     */
    public record Losses(double fee, double impact) {}

    /** The price impact as a fraction of the value that is traded after fees: what the pools see come in. */
    public double impactFraction() {
        // A buy spends more than its quantity is worth at the mid price, a sale brings less.
        boolean buy = value > quantity * midPrice;
        double traded = buy ? value - losses.fee() : value + losses.impact();
        return traded == 0 ? 0 : losses.impact() / traded;
    }
}
