package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.exec.SwapPlan;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.Hop;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RoutePart;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Side;

/** Routes as people read them. */
final class RouteWords {
    private static final double PIPS_IN_PERCENT = 10_000;

    private RouteWords() {}

    /** The pools from what goes in to what comes out, as {@code 62.5 % USDC-WETH uniswap-v3 0.05 % > …}. */
    static String of(SwapPlan.Ready plan) {
        Route route = plan.routed().route();
        BigInteger all = route.amountIn();
        return route.parts().stream()
                .map(part -> share(route, part, all) + path(plan.market().market(), part))
                .collect(Collectors.joining(" + "));
    }

    private static String share(Route route, RoutePart part, BigInteger all) {
        return route.parts().size() == 1
                ? ""
                : String.format(Locale.ROOT, "%.1f %% ", 100 * part.amountIn().doubleValue() / all.doubleValue());
    }

    private static String path(ChainMarket market, RoutePart part) {
        return part.hops().stream().map(hop -> pool(market, hop)).collect(Collectors.joining(" > "));
    }

    private static String pool(ChainMarket market, Hop hop) {
        PoolState state = hop.market();
        Address address = state.pool().address();
        String kind = state instanceof ConstantProductPool ? "v2" : "v3";
        String fee = Words.number(state.pool().feePips() / PIPS_IN_PERCENT) + " %";
        return market.findPair(address)
                .map(pair -> pair.symbol() + "@" + pair.exchange() + " " + fee)
                .orElseGet(() -> kind + " " + fee + " " + address.hex().substring(0, 10));
    }

    /** The token that comes out of a trade. */
    static Token out(PlannedTrade trade) {
        return trade.intent().side() == Side.BUY ? trade.intent().pair().base() : trade.reserve();
    }

    /** The token that goes into a trade. */
    static Token in(PlannedTrade trade) {
        return trade.intent().side() == Side.BUY
                ? trade.reserve()
                : trade.intent().pair().base();
    }

    /** What goes into it, in units of its token. */
    static BigDecimal amountIn(PlannedTrade trade, SwapPlan.Ready plan) {
        return Units.amount(plan.routed().route().amountIn(), in(trade));
    }

    /** The least that is accepted, in units of its token. */
    static BigDecimal leastOut(PlannedTrade trade, SwapPlan.Ready plan) {
        return Units.amount(plan.minOut(), out(trade));
    }

    /** The least that is accepted, with its token. */
    static String minOut(PlannedTrade trade, SwapPlan.Ready plan) {
        return leastOut(trade, plan).toPlainString() + " " + out(trade);
    }
}
