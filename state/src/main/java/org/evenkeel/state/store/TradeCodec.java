package org.evenkeel.state.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;

/** Trades, their plans and their fills. */
final class TradeCodec {
    /** Not written where it is not so, as in a backtest. */
    private static final String GAS_FROM_OUTSIDE = "gasFromOutside";

    private TradeCodec() {}

    static void write(JsonOut out, Trade trade) {
        out.object();
        writePlanFields(out, trade.plan());
        out.instant("plannedAt", trade.plannedAt())
                .word("status", trade.status().name());
        writeEnd(out, trade.end());
        out.end();
    }

    static Trade read(JsonIn in) {
        in.object();
        PlannedTrade plan = readPlanFields(in);
        Instant plannedAt = in.instant("plannedAt");
        TradeStatus status = in.word("status", TradeStatus.class);
        Optional<Trade.End> end = readEnd(in, status);
        in.endObject();
        return new Trade(plan, plannedAt, status, end);
    }

    static void writePlanFields(JsonOut out, PlannedTrade plan) {
        out.number("id", plan.id()).text("book", plan.book()).number("cycle", plan.cycle());
        out.token("reserve", plan.reserve());
        if (plan.gasFromOutside()) {
            out.flag(GAS_FROM_OUTSIDE, true);
        }
        IntentCodec.writeFields(out, plan.intent());
    }

    static PlannedTrade readPlanFields(JsonIn in) {
        long id = in.number("id");
        String book = in.text("book");
        int cycle = in.smallNumber("cycle");
        Token reserve = in.token("reserve");
        boolean gasFromOutside = in.optionalFlag(GAS_FROM_OUTSIDE);
        return new PlannedTrade(id, book, cycle, reserve, IntentCodec.readFields(in), gasFromOutside);
    }

    private static void writeEnd(JsonOut out, Optional<Trade.End> end) {
        if (end.isEmpty()) {
            out.nothing("end");
            return;
        }
        out.object("end");
        switch (end.get()) {
            case Trade.Filled filled -> {
                out.instant("at", filled.at());
                writeFillFields(out, filled.fill());
                out.number("position", filled.position()).decimal("realised", filled.realised());
                TrailCodec.write(out, filled.trail());
            }
            case Trade.Failed failed -> {
                out.instant("at", failed.at())
                        .word("outcome", failed.outcome().name())
                        .decimal("gas", failed.gas());
                TrailCodec.write(out, failed.trail());
            }
        }
        out.end();
    }

    private static Optional<Trade.End> readEnd(JsonIn in, TradeStatus status) {
        boolean ended = status == TradeStatus.FILLED || status == TradeStatus.FAILED;
        if (in.isNull("end") == ended) {
            throw new IllegalArgumentException("a trade that is " + status + (ended ? " has no end" : " has an end"));
        }
        if (!ended) {
            return Optional.empty();
        }
        in.object();
        Instant at = in.instant("at");
        Trade.End end = status == TradeStatus.FILLED
                ? new Trade.Filled(
                        at, readFillFields(in), in.number("position"), in.decimal("realised"), TrailCodec.read(in))
                : new Trade.Failed(at, in.word("outcome", Outcome.class), in.decimal("gas"), TrailCodec.read(in));
        in.endObject();
        return Optional.of(end);
    }

    static void writeFillFields(JsonOut out, Fill fill) {
        out.decimal("quantity", fill.quantity()).decimal("value", fill.value()).real("midPrice", fill.midPrice());
        writeCosts(out, fill.costs());
        out.array("route");
        for (RoutePart part : fill.route()) {
            writeRoutePart(out, part);
        }
        out.end();
    }

    static Fill readFillFields(JsonIn in) {
        BigDecimal quantity = in.decimal("quantity");
        BigDecimal value = in.decimal("value");
        double midPrice = in.real("midPrice");
        Costs costs = readCosts(in);
        return new Fill(quantity, value, midPrice, costs, in.list("route", TradeCodec::readRoutePart));
    }

    static void writeRoutePart(JsonOut out, RoutePart part) {
        out.object().real("share", part.share()).array("pools");
        for (TradingPair pool : part.pools()) {
            out.number(pool.id());
        }
        out.end().end();
    }

    static RoutePart readRoutePart(JsonIn in) {
        in.object();
        RoutePart part = new RoutePart(in.real("share"), in.list("pools", JsonIn::pair));
        in.endObject();
        return part;
    }

    static void writeCosts(JsonOut out, Costs costs) {
        out.object("costs")
                .decimal("fee", costs.fee())
                .decimal("impact", costs.impact())
                .decimal("gas", costs.gas())
                .end();
    }

    static Costs readCosts(JsonIn in) {
        in.object("costs");
        Costs costs = new Costs(in.decimal("fee"), in.decimal("impact"), in.decimal("gas"));
        in.endObject();
        return costs;
    }
}
