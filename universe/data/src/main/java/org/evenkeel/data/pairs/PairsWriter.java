package org.evenkeel.data.pairs;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.evenkeel.market.Chain;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes pairs as JSON, one pair a line, so that a person can read and compare the file. */
final class PairsWriter {
    private PairsWriter() {}

    static byte[] write(PairsFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            file.name().ifPresent(name -> json.writeStringProperty("name", name));
            json.writeBooleanProperty("synthetic", file.synthetic());
            file.interval().ifPresent(interval -> json.writeStringProperty("interval", interval.toString()));
            json.writeName("pairs");
            json.writeRawValue(
                    file.pairs().stream().map(PairsWriter::line).collect(Collectors.joining(",\n  ", "[\n  ", "\n]")));
            json.writeEndObject();
            json.writeRaw("\n");
        }
        return bytes.toByteArray();
    }

    private static String line(TradingPair pair) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, pair);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, TradingPair pair) {
        json.writeStartObject();
        json.writeNumberProperty("pair_id", pair.id());
        if (!pair.chain().equals(Chain.OFF_CHAIN)) {
            json.writeStringProperty("chain", pair.chain().name());
            json.writeNumberProperty("chain_id", pair.chain().id());
        }
        json.writeStringProperty("exchange", pair.exchange().name());
        json.writeStringProperty("fee_mode", pair.exchange().feeMode() == FeeMode.ON_TOP ? "on-top" : "from-input");
        json.writeStringProperty("base", pair.base().symbol());
        json.writeStringProperty("quote", pair.quote().symbol());
        json.writeNumberProperty("fee_bps", pair.feeBps());
        json.writeStringProperty("price_unit", pair.priceUnit() == PriceUnit.USD ? "usd" : "quote");
        json.writeStringProperty("base_address", pair.base().address());
        json.writeStringProperty("quote_address", pair.quote().address());
        json.writeNumberProperty("base_decimals", pair.base().decimals());
        json.writeNumberProperty("quote_decimals", pair.quote().decimals());
        json.writeEndObject();
    }
}
