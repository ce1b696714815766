package org.evenkeel.cli.optimize;

import java.io.StringWriter;
import java.util.OptionalDouble;
import org.evenkeel.cli.optimize.OptimizeResult.Portfolio;
import org.evenkeel.cli.optimize.OptimizeResult.Purchase;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A portfolio as one JSON object. Figures that there are not are null. */
final class OptimizeJson {
    private final OptimizeResult result;
    private final JsonGenerator json;

    private OptimizeJson(OptimizeResult result, JsonGenerator json) {
        this.result = result;
        this.json = json;
    }

    static String of(OptimizeResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new OptimizeJson(result, json).write();
        }
        return text.toString();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("objective", result.wanted().objective().word());
        AssetPrices prices = result.estimates().prices();
        json.writeStringProperty("from", prices.first());
        json.writeStringProperty("to", prices.last());
        json.writeNumberProperty("rows", prices.times().length);
        json.writeNumberProperty("periodsPerYear", result.estimates().periods());
        json.writeNumberProperty("tail", result.wanted().tail());
        portfolio(result.portfolio());
        json.writeObjectPropertyStart("expectedReturns");
        perAsset(result.estimates().expected());
        json.writeEndObject();
        repair();
        if (!result.frontier().isEmpty()) {
            json.writeArrayPropertyStart("frontier");
            for (Portfolio point : result.frontier()) {
                json.writeStartObject();
                portfolio(point);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        result.purchase().ifPresent(this::purchase);
        json.writeEndObject();
    }

    private void portfolio(Portfolio portfolio) {
        json.writeObjectPropertyStart("weights");
        perAsset(portfolio.weights());
        json.writeEndObject();
        json.writeNumberProperty("expectedReturn", portfolio.expectedReturn());
        json.writeNumberProperty("volatility", portfolio.volatility());
        figure("sharpe", portfolio.sharpe());
        figure("conditionalValueAtRisk", portfolio.conditionalValueAtRisk());
    }

    private void perAsset(double[] values) {
        for (int i = 0; i < values.length; i++) {
            json.writeNumberProperty(result.estimates().names().get(i), values[i]);
        }
    }

    private void figure(String key, OptionalDouble value) {
        if (value.isPresent()) {
            json.writeNumberProperty(key, value.getAsDouble());
        } else {
            json.writeNullProperty(key);
        }
    }

    private void repair() {
        if (result.estimates().repair().changed()) {
            json.writeObjectPropertyStart("covarianceRepair");
            json.writeNumberProperty(
                    "negativeEigenvalues", result.estimates().repair().negativeEigenvalues());
            json.writeNumberProperty(
                    "lowestEigenvalue", result.estimates().repair().lowestEigenvalue());
            json.writeNumberProperty(
                    "largestChange", result.estimates().repair().largestChange());
            json.writeEndObject();
        }
    }

    private void purchase(Purchase purchase) {
        json.writeObjectPropertyStart("allocation");
        json.writeNumberProperty("amount", purchase.amount());
        json.writeObjectPropertyStart("units");
        long[] units = purchase.units().units();
        for (int i = 0; i < units.length; i++) {
            json.writeNumberProperty(result.estimates().names().get(i), units[i]);
        }
        json.writeEndObject();
        json.writeNumberProperty("left", purchase.units().left());
        json.writeEndObject();
    }
}
