package org.evenkeel.state.store;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TriggerFactors;

/** Positions. */
final class PositionCodec {
    private PositionCodec() {}

    static void write(JsonOut out, Position position) {
        out.object().number("id", position.id()).pair("pair", position.pair());
        out.decimal("quantity", position.holding().quantity())
                .decimal("cost", position.holding().cost())
                .real("entryPrice", position.holding().entryPrice());
        out.decimal("bought", position.totals().bought())
                .decimal("sold", position.totals().sold())
                .decimal("realised", position.totals().realised());
        TradeCodec.writeCosts(out, position.totals().costs());
        writeWatchFields(out, position.watch());
        out.instant("opened", position.life().opened());
        if (position.life().closed().isPresent()) {
            out.instant("closed", position.life().closed().get());
        } else {
            out.nothing("closed");
        }
        out.end();
    }

    static Position read(JsonIn in) {
        in.object();
        long id = in.number("id");
        TradingPair pair = in.pair("pair");
        Position.Holding holding =
                new Position.Holding(in.decimal("quantity"), in.decimal("cost"), in.real("entryPrice"));
        Position.Totals totals = new Position.Totals(
                in.decimal("bought"), in.decimal("sold"), in.decimal("realised"), TradeCodec.readCosts(in));
        Position.Watch watch = readWatchFields(in);
        Position.Life life = new Position.Life(in.instant("opened"), readClosed(in));
        in.endObject();
        return new Position(id, pair, holding, totals, watch, life);
    }

    private static Optional<Instant> readClosed(JsonIn in) {
        return in.isNull("closed") ? Optional.empty() : Optional.of(in.instant());
    }

    static void writeWatchFields(JsonOut out, Position.Watch watch) {
        IntentCodec.writeTriggers(out, watch.factors());
        out.real("peak", watch.peak());
        IntentCodec.writeBasket(out, watch.basket());
    }

    static Position.Watch readWatchFields(JsonIn in) {
        TriggerFactors factors = IntentCodec.readTriggers(in);
        double peak = in.real("peak");
        return new Position.Watch(factors, peak, IntentCodec.readBasket(in));
    }
}
