package org.evenkeel.cli.backtest;

import java.io.StringWriter;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.state.model.TradeReason;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A run's summary as one JSON object. Figures that are undefined are null. */
public final class SummaryJson {
    private SummaryJson() {}

    static String of(RunSummary run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("strategy", run.info().strategy());
            json.writeObjectPropertyStart("parameters");
            run.info().parameters().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeStringProperty("data", run.info().data().name());
            json.writeBooleanProperty("synthetic", run.info().data().synthetic());
            json.writeStringProperty("dataFingerprint", run.info().data().fingerprint());
            json.writeStringProperty("from", run.period().from().toString());
            json.writeStringProperty("to", run.period().to().toString());
            figures(run, json);
            figures(json, run.metrics());
            files(run, json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void figures(RunSummary run, JsonGenerator json) {
        json.writeNumberProperty("cycles", run.portfolio().cycles().size());
        json.writeNumberProperty("initialEquity", run.initialEquity());
        json.writeNumberProperty("finalEquity", run.finalEquity());
        BookTotals totals = run.totals();
        json.writeNumberProperty("trades", totals.trades());
        json.writeNumberProperty("tradesNotExecuted", totals.notExecuted());
        json.writeNumberProperty("stopLosses", totals.tradesBecauseOf(TradeReason.STOP_LOSS));
        json.writeNumberProperty("takeProfits", totals.tradesBecauseOf(TradeReason.TAKE_PROFIT));
        json.writeNumberProperty("trailingStops", totals.tradesBecauseOf(TradeReason.TRAILING_STOP));
        json.writeNumberProperty("basketStopLosses", totals.tradesBecauseOf(TradeReason.BASKET_STOP_LOSS));
        json.writeNumberProperty("basketTakeProfits", totals.tradesBecauseOf(TradeReason.BASKET_TAKE_PROFIT));
        json.writeNumberProperty("feesPaid", run.feesPaid());
        json.writeNumberProperty("impactPaid", run.impactPaid());
        json.writeNumberProperty("gasPaid", run.gasPaid());
        json.writeNumberProperty("bridgesPaid", run.bridgesPaid());
    }

    private static void files(RunSummary run, JsonGenerator json) {
        json.writeObjectPropertyStart("files");
        json.writeStringProperty("state", run.files().state().toString());
        json.writeStringProperty("journal", run.files().journal().toString());
        run.files().report().ifPresent(report -> json.writeStringProperty("report", report.toString()));
        json.writeEndObject();
    }

    /** Every figure by its key, null where it is undefined, and then why. */
    public static void figures(JsonGenerator json, PerformanceReport report) {
        json.writeObjectPropertyStart("metrics");
        for (NamedFigure named : report.figures()) {
            switch (named.figure()) {
                case Figure.Value value ->
                    json.writeNumberProperty(named.metric().key(), value.value());
                case Figure.Undefined undefined ->
                    json.writeNullProperty(named.metric().key());
            }
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("undefinedBecause");
        for (NamedFigure named : report.figures()) {
            if (named.figure() instanceof Figure.Undefined undefined) {
                json.writeStringProperty(
                        named.metric().key(), undefined.reason().sentence());
            }
        }
        json.writeEndObject();
    }
}
