package org.evenkeel.cli.live;

import java.util.Locale;
import org.evenkeel.onchain.exec.SwapPlan;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.TradeIntent;
import tools.jackson.core.JsonGenerator;

/** The figures of a trade for programs, the same wherever one is told of. */
final class TradeJson {
    private TradeJson() {}

    /** Which trade it is. */
    static void identity(PlannedTrade trade, JsonGenerator json) {
        TradeIntent intent = trade.intent();
        json.writeNumberProperty("trade", trade.id());
        json.writeStringProperty("side", words(intent.side()));
        json.writeStringProperty("pair", intent.pair().toString());
        json.writeNumberProperty("pairId", intent.pair().id());
        json.writeStringProperty("reason", intent.reason().words());
    }

    /** The way that it takes or would take, the least that is accepted, and gas. */
    static void plan(PlannedTrade trade, SwapPlan.Ready plan, JsonGenerator json) {
        json.writeStringProperty("route", RouteWords.of(plan));
        json.writeStringProperty(
                "router", plan.routed().calls().router().address().hex());
        json.writeNumberProperty("block", plan.market().block().number());
        json.writeStringProperty("blockHash", plan.market().block().hash().hex());
        json.writeStringProperty("amountIn", RouteWords.amountIn(trade, plan).toPlainString());
        json.writeStringProperty("tokenIn", RouteWords.in(trade).toString());
        json.writeStringProperty("minimumOut", RouteWords.leastOut(trade, plan).toPlainString());
        json.writeStringProperty("tokenOut", RouteWords.out(trade).toString());
        json.writeNumberProperty("gas", plan.gas().units());
        json.writeNumberProperty("gasUsd", plan.gas().usd());
    }

    /** A constant's name as people write it. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
