package org.evenkeel.cli.reading;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.live.deviation.Deviation;
import org.evenkeel.live.deviation.DeviationPart;
import org.evenkeel.live.deviation.Parts;
import org.evenkeel.live.deviation.TradeDeviation;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Trade;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A deviation as one JSON object. Money is rounded so that the parts still add up: what rounding leaves is in the
 * remainder. {@code bpsPerYear} is null where {@code noBpsPerYear} says why no figure of a year is given.
 */
final class DeviationJson {
    private static final int DECIMALS = 9;

    private final JsonGenerator json;
    private final Deviation deviation;

    private DeviationJson(JsonGenerator json, Deviation deviation) {
        this.json = json;
        this.deviation = deviation;
    }

    static String of(RunInfo info, Deviation deviation) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new DeviationJson(json, deviation).write(info);
        }
        return text.toString();
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private void write(RunInfo info) {
        json.writeStartObject();
        json.writeStringProperty("strategy", info.strategy());
        json.writeBooleanProperty("synthetic", info.data().synthetic());
        json.writeStringProperty("from", deviation.period().from().toString());
        json.writeStringProperty("to", deviation.period().to().toString());
        BigDecimal backtest = rounded(deviation.equities().backtest());
        BigDecimal live = rounded(deviation.equities().live());
        json.writeNumberProperty("backtestEquity", backtest);
        json.writeNumberProperty("liveEquity", live);
        json.writeNumberProperty("difference", live.subtract(backtest));
        json.writeNumberProperty("traded", rounded(deviation.traded()));
        json.writeNumberProperty("averageEquity", deviation.equities().average());
        json.writeStringProperty("valued", deviation.valued());
        deviation.basis().worth().ifPresent(worth -> {
            json.writeObjectPropertyStart("lastWorth");
            json.writeStringProperty("at", worth.at().toString());
            json.writeNumberProperty("equity", worth.equity());
            json.writeNumberProperty("cash", worth.cash());
            json.writeEndObject();
        });
        deviation.basis().unpriced().ifPresent(missing -> json.writeStringProperty("unpriced", missing.sentence()));
        deviation.noYear().ifPresent(why -> json.writeStringProperty("noBpsPerYear", why));
        json.writeObjectPropertyStart("parts");
        parts(live.subtract(backtest));
        json.writeEndObject();
        json.writeArrayPropertyStart("trades");
        deviation.trades().forEach(this::trade);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void parts(BigDecimal difference) {
        BigDecimal rest = difference;
        for (DeviationPart part : DeviationPart.values()) {
            BigDecimal usd = part == DeviationPart.REMAINDER
                    ? rest
                    : rounded(deviation.parts().get(part));
            rest = rest.subtract(usd);
            json.writeObjectPropertyStart(key(part));
            json.writeNumberProperty("usd", usd);
            number("bpsOfTraded", deviation.ofTraded(usd));
            number("bpsPerYear", deviation.perYear(usd));
            json.writeEndObject();
        }
    }

    private static String key(DeviationPart part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private void number(String name, OptionalDouble value) {
        if (value.isPresent()) {
            json.writeNumberProperty(name, value.getAsDouble());
        } else {
            json.writeNullProperty(name);
        }
    }

    private void trade(TradeDeviation trade) {
        json.writeStartObject();
        json.writeStringProperty("tick", trade.tick().toString());
        json.writeStringProperty("at", trade.at().toString());
        json.writeStringProperty("pair", trade.pair().symbol());
        json.writeNumberProperty("pairId", trade.pair().id());
        json.writeStringProperty("chain", trade.pair().chain().name());
        json.writeStringProperty("side", trade.side().name());
        json.writeStringProperty("reason", trade.reason().name());
        trade.lateness().ifPresent(late -> json.writeNumberProperty("lateSeconds", late.toSeconds()));
        run("live", trade.runs().live());
        run("backtest", trade.runs().backtest());
        trade.missed().ifPresent(missed -> {
            json.writeStringProperty("missed", missed.why().name());
            missed.outcome().ifPresent(outcome -> json.writeStringProperty("missedOutcome", outcome.name()));
        });
        trade.extra().ifPresent(extra -> {
            json.writeStringProperty("extra", extra.why().name());
            extra.outcome().ifPresent(outcome -> json.writeStringProperty("extraOutcome", outcome.name()));
        });
        json.writeNumberProperty("difference", rounded(trade.parts().total()));
        number("bpsOfTraded", Deviation.basisPoints(trade.parts().total(), trade.traded()));
        json.writeObjectPropertyStart("parts");
        Parts parts = trade.parts();
        parts.amounts().forEach((part, amount) -> json.writeNumberProperty(key(part), rounded(amount)));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void run(String name, Optional<Trade> run) {
        if (run.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("trade", run.get().plan().id());
        json.writeStringProperty("status", run.get().status().name());
        run.get().filled().ifPresent(filled -> {
            json.writeStringProperty("at", filled.at().toString());
            json.writeNumberProperty("quantity", filled.fill().quantity());
            json.writeNumberProperty("value", filled.fill().value());
            json.writeNumberProperty("midPrice", filled.fill().midPrice());
            json.writeNumberProperty("fee", filled.fill().costs().fee());
            json.writeNumberProperty("impact", filled.fill().costs().impact());
            json.writeNumberProperty("gas", filled.fill().costs().gas());
        });
        json.writeEndObject();
    }
}
