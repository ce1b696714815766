package org.evenkeel.state.store;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;

/** What a strategy wants. */
final class IntentCodec {
    private IntentCodec() {}

    /** Writes the fields of an intent into the object that was begun. */
    static void writeFields(JsonOut out, TradeIntent intent) {
        out.pair("pair", intent.pair()).word("side", intent.side().name());
        writeSize(out, intent.size());
        out.word("reason", intent.reason().name());
        writeTriggers(out, intent.triggers());
        writeBasket(out, intent.basket());
    }

    static TradeIntent readFields(JsonIn in) {
        TradingPair pair = in.pair("pair");
        Side side = in.word("side", Side.class);
        Size size = readSize(in);
        TradeReason reason = in.word("reason", TradeReason.class);
        TriggerFactors triggers = readTriggers(in);
        return new TradeIntent(pair, side, size, reason, triggers, readBasket(in));
    }

    private static void writeSize(JsonOut out, Size size) {
        out.object("size");
        switch (size) {
            case Size.Spend spend -> out.word("type", "spend").decimal("value", spend.value());
            case Size.Sell sell -> out.word("type", "sell").decimal("quantity", sell.quantity());
            case Size.SellAll all -> out.word("type", "sellAll");
        }
        out.end();
    }

    private static Size readSize(JsonIn in) {
        in.object("size");
        String type = in.text("type");
        Size size = switch (type) {
            case "spend" -> new Size.Spend(in.decimal("value"));
            case "sell" -> new Size.Sell(in.decimal("quantity"));
            case "sellAll" -> new Size.SellAll();
            default -> throw new IllegalArgumentException("there is no size '" + type + "'");
        };
        in.endObject();
        return size;
    }

    static void writeTriggers(JsonOut out, TriggerFactors factors) {
        if (factors.isNone()) {
            out.nothing("triggers");
            return;
        }
        out.object("triggers")
                .real("stopLoss", factors.stopLoss())
                .real("takeProfit", factors.takeProfit())
                .real("trailingStop", factors.trailingStop())
                .end();
    }

    static TriggerFactors readTriggers(JsonIn in) {
        if (in.isNull("triggers")) {
            return TriggerFactors.NONE;
        }
        in.object();
        TriggerFactors factors = new TriggerFactors(
                in.optionalReal("stopLoss"), in.optionalReal("takeProfit"), in.optionalReal("trailingStop"));
        in.endObject();
        return factors;
    }

    static void writeBasket(JsonOut out, Optional<Basket> basket) {
        if (basket.isEmpty()) {
            out.nothing("basket");
            return;
        }
        Basket wanted = basket.get();
        out.object("basket")
                .text("name", wanted.name())
                .real("stopLoss", wanted.stopLoss())
                .real("takeProfit", wanted.takeProfit())
                .end();
    }

    static Optional<Basket> readBasket(JsonIn in) {
        if (in.isNull("basket")) {
            return Optional.empty();
        }
        in.object();
        String name = in.text("name");
        OptionalDouble stopLoss = in.optionalReal("stopLoss");
        Basket basket = new Basket(name, stopLoss, in.optionalReal("takeProfit"));
        in.endObject();
        return Optional.of(basket);
    }
}
