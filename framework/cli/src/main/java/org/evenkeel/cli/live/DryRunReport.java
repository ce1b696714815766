package org.evenkeel.cli.live;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.cli.wallet.Finding;
import org.evenkeel.live.Difference;
import org.evenkeel.live.DryRun;
import org.evenkeel.onchain.exec.SwapPlan;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a run would do now: each trade with its reason, the way it would take, the least that would be accepted and its gas;
 * or why it would not be made.
 *
 * @param result the decision and what would come of it
 * @param notes plans and refusals by trade
 * @param wallet what was found of it
 */
record DryRunReport(DryRun.Result result, TradeNotes notes, Wallet wallet) {
    /**
     * What was found of the wallet.
     *
     * @param obstacles what keeps everything from being sent until a person has looked
     * @param doctor the command that mends it
     */
    record Wallet(List<Finding> obstacles, DoctorCall doctor) {}

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Decision of " + result.cycle().at().truncatedTo(ChronoUnit.SECONDS) + ": equity "
                + Money.usd(result.cycle().inputs().equity())
                + " USD, cash " + Money.usd(result.cycle().inputs().cash()) + " USD, "
                + held(result.before().positions().size()) + " held.");
        result.before()
                .openCycle()
                .ifPresent(begun -> lines.add("The decision of " + begun.at().truncatedTo(ChronoUnit.SECONDS)
                        + " is not wholly carried out. A start makes what is left of it first, where it is not too late; here"
                        + " that counts as done."));
        if (result.trades().isEmpty()) {
            lines.add("Nothing would be traded.");
            result.cycle().result().outcomes().stream()
                    .map(outcome -> outcome.pair() + ": " + outcome.explain())
                    .forEach(lines::add);
        } else {
            lines.add(table());
        }
        for (Trade trade : result.trades()) {
            String name = "Trade " + trade.plan().id();
            plan(trade).ifPresent(plan -> lines.add(name + " goes by " + RouteWords.of(plan)));
            notes.reasons(trade.plan().id()).forEach(reason -> lines.add(name + ": " + reason));
        }
        result.cycle().decision().notes().messages().forEach(lines::add);
        wallet.obstacles.forEach(found -> lines.add("Nothing could be sent. " + wallet.doctor.text(found)));
        result.differences().forEach(found -> lines.add(text(found)));
        return lines;
    }

    private String text(Difference found) {
        return "Nothing could be sent. Books and wallet differ: " + found.text() + ". "
                + (isBookable(found)
                                ? wallet.doctor.bookings(Map.of(found.token(), found.more()))
                                : Optional.<String>empty())
                        .orElse("Bring the wallet back to what the books say; look with " + wallet.doctor.look());
    }

    private Optional<String> booking(Difference found) {
        return isBookable(found) ? wallet.doctor.booking(found.token(), found.more()) : Optional.empty();
    }

    private boolean isBookable(Difference found) {
        return found.held().isPresent() && DoctorCall.mayBook(result.before());
    }

    /** Whether a run that is started now would send anything at all. */
    private boolean couldSend() {
        return wallet.obstacles.isEmpty() && result.differences().isEmpty();
    }

    private static String held(int positions) {
        return positions + (positions == 1 ? " position" : " positions");
    }

    private String table() {
        Tables table = new Tables()
                .number("Trade")
                .text("")
                .text("Pair", 24)
                .text("Because of", 14)
                .number("Size")
                .number("Least that comes")
                .number("Gas USD")
                .text("Would be", 24);
        for (Trade trade : result.trades()) {
            Optional<SwapPlan.Ready> plan = plan(trade);
            TradeIntent intent = trade.plan().intent();
            table.row(
                    Long.toString(trade.plan().id()),
                    TradeJson.words(intent.side()),
                    intent.pair().toString(),
                    intent.reason().words(),
                    size(trade),
                    plan.map(ready -> RouteWords.minOut(trade.plan(), ready)).orElse("-"),
                    plan.map(ready -> Money.usd(ready.gas().usd())).orElse("-"),
                    became(trade));
        }
        return table.toString();
    }

    private static String size(Trade trade) {
        return switch (trade.plan().intent().size()) {
            case Size.Spend spend ->
                spend.value().toPlainString() + " " + trade.plan().reserve();
            case Size.Sell sell ->
                sell.quantity().toPlainString() + " "
                        + trade.plan().intent().pair().base();
            case Size.SellAll all -> "all";
        };
    }

    private String became(Trade trade) {
        return switch (trade.end().orElse(null)) {
            case Trade.Filled filled -> couldSend() ? "sent" : "not sent";
            case Trade.Failed failed -> failed.outcome().words();
            case null -> TradeJson.words(trade.status());
        };
    }

    /** For scripts. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("decidedAt", result.cycle().at().toString());
            json.writeNumberProperty("equity", result.cycle().inputs().equity());
            json.writeNumberProperty("cash", result.cycle().inputs().cash());
            json.writeNumberProperty("equityAfter", result.cycle().result().equity());
            json.writeArrayPropertyStart("trades");
            result.trades().forEach(trade -> write(trade, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("obstacles");
            wallet.obstacles.forEach(found -> write(found, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("differences");
            result.differences().forEach(found -> write(found, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private void write(Finding found, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("where", found.where());
        json.writeStringProperty("what", found.what());
        json.writeStringProperty("advice", found.advice());
        found.repair().ifPresent(name -> {
            json.writeStringProperty("repair", name);
            json.writeStringProperty("command", wallet.doctor.repair(name));
        });
        json.writeEndObject();
    }

    private void write(Difference found, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("token", found.token().toString());
        json.writeStringProperty("address", found.token().address());
        json.writeStringProperty("chain", found.token().chain().name());
        json.writeStringProperty("books", found.booked().toPlainString());
        found.held().ifPresent(amount -> {
            json.writeStringProperty("wallet", amount.toPlainString());
            json.writeStringProperty("more", found.more().toPlainString());
        });
        booking(found).ifPresent(command -> json.writeStringProperty("command", command));
        json.writeEndObject();
    }

    private void write(Trade trade, JsonGenerator json) {
        json.writeStartObject();
        TradeJson.identity(trade.plan(), json);
        json.writeStringProperty("size", size(trade));
        json.writeStringProperty("outcome", became(trade));
        plan(trade).ifPresent(plan -> TradeJson.plan(trade.plan(), plan, json));
        trade.filled().ifPresent(filled -> {
            json.writeStringProperty("quantity", filled.fill().quantity().toPlainString());
            json.writeStringProperty("value", filled.fill().value().toPlainString());
        });
        json.writeArrayPropertyStart("refusals");
        notes.reasons(trade.plan().id()).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What would be sent; of a trade that would not be, nothing. */
    private Optional<SwapPlan.Ready> plan(Trade trade) {
        return trade.filled().isPresent() ? notes.plan(trade.plan().id()) : Optional.empty();
    }
}
