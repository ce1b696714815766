package org.evenkeel.cli.live;

import java.io.StringWriter;
import java.time.Instant;
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
 * What a start would do now, and apart from that the decision that comes next: each trade with its reason, the way it would
 * take, the least that would be accepted and its gas; or why it would not be made.
 *
 * @param result what would be done
 * @param notes plans and refusals by trade
 * @param wallet what was found of it
 */
record DryRunReport(DryRun.Result result, TradeNotes notes, Wallet wallet) {
    /**
     * What was found of the wallet.
     *
     * @param obstacles what keeps everything from being sent until a person has looked
     * @param lacks what a start would be refused for besides, as gas that it lacks
     * @param doctor the command that mends it
     */
    record Wallet(List<Finding> obstacles, List<String> lacks, DoctorCall doctor) {}

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        DryRun.Found found = result.found();
        lines.add("There is equity of " + Money.usd(found.worth().equity()) + " USD, cash of "
                + Money.usd(found.worth().cash()) + " USD, "
                + EventWords.positions(result.before().positions().size()) + " held.");
        found.notices().forEach(text -> lines.add("Note: " + text));
        found.rest().ifPresent(rest -> lines.add(text(rest)));
        found.unsettled()
                .forEach(trade ->
                        lines.add(TradeNotes.name(trade.plan()) + " was begun, and its end is not booked: a start"
                                + " asks the chain first what became of it. Here it counts as not sent."));
        addNow(lines);
        result.next().ifPresent(next -> addThen(next, lines));
        for (Trade trade : result.trades()) {
            String name = "Trade " + trade.plan().id();
            plan(trade).ifPresent(plan -> lines.add(name + " goes by " + RouteWords.of(plan)));
            notes.reasons(trade.plan().id()).forEach(reason -> lines.add(name + ": " + reason));
        }
        result.cycle().decision().notes().messages().forEach(lines::add);
        wallet.obstacles.forEach(obstacle -> lines.add("Nothing could be sent. " + wallet.doctor.text(obstacle)));
        found.differences().forEach(difference -> lines.add(text(difference)));
        return lines;
    }

    private static String text(DryRun.Rest rest) {
        return "The decision of " + EventWords.seconds(rest.decided()) + " is not wholly carried out: "
                + rest.until()
                        .map(until -> "what is left of it is made first, until " + EventWords.seconds(until) + ".")
                        .orElse("what is left of it is given up.");
    }

    private void addNow(List<String> lines) {
        boolean decides = result.next().isEmpty();
        String title = decides
                ? "Now, with the decision of "
                        + EventWords.seconds(result.cycle().at())
                : "Now";
        if (result.now().isEmpty()) {
            lines.add(title + ", nothing would be traded.");
        } else {
            lines.add(title + ":");
            lines.add(table(result.now()));
        }
        if (decides) {
            addOutcomes(lines);
        }
    }

    private void addThen(DryRun.Next next, List<String> lines) {
        lines.add("Were it decided now (the next decision is at " + EventWords.seconds(next.tick()) + "):");
        lines.add(result.then().isEmpty() ? "Nothing would be traded." : table(result.then()));
        addOutcomes(lines);
    }

    /** Why a decision that trades nothing does not. */
    private void addOutcomes(List<String> lines) {
        boolean trades = result.trades().stream()
                .anyMatch(trade -> trade.plan().cycle() == result.cycle().number()
                        && !trade.plan().intent().reason().isTrigger());
        if (!trades) {
            result.cycle().result().outcomes().stream()
                    .map(outcome -> outcome.pair() + ": " + outcome.explain())
                    .forEach(lines::add);
        }
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
    boolean couldSend() {
        return wallet.obstacles.isEmpty()
                && wallet.lacks.isEmpty()
                && result.found().differences().isEmpty();
    }

    private String table(List<Trade> trades) {
        Tables table = new Tables()
                .number("Trade")
                .text("")
                .text("Pair", 24)
                .text("Because of", 14)
                .number("Size")
                .number("Least that comes")
                .number("Gas USD")
                .text("Would be", 25);
        for (Trade trade : trades) {
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
                    became(trade, when(trade), "not sent"));
        }
        return table.toString();
    }

    private String when(Trade trade) {
        return result.when(trade).map(tick -> "at " + EventWords.seconds(tick)).orElse("sent now");
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

    /**
     * What would become of a trade.
     *
     * @param sent the words for one that would be sent
     * @param notSent the words for one that would be, were nothing in the way
     */
    private String became(Trade trade, String sent, String notSent) {
        return switch (trade.end().orElse(null)) {
            case Trade.Filled filled -> couldSend() ? sent : notSent;
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
            result.next()
                    .ifPresent(next ->
                            json.writeStringProperty("nextDecision", next.tick().toString()));
            json.writeNumberProperty("equity", result.found().worth().equity());
            json.writeNumberProperty("cash", result.found().worth().cash());
            json.writeNumberProperty("equityAfter", result.cycle().result().equity());
            json.writeArrayPropertyStart("trades");
            result.trades().forEach(trade -> write(trade, json));
            json.writeEndArray();
            result.found().rest().ifPresent(rest -> write(rest, json));
            json.writeArrayPropertyStart("unsettled");
            result.found()
                    .unsettled()
                    .forEach(trade -> json.writeNumber(trade.plan().id()));
            json.writeEndArray();
            write("notices", result.found().notices(), json);
            write("lacks", wallet.lacks, json);
            json.writeArrayPropertyStart("obstacles");
            wallet.obstacles.forEach(found -> write(found, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("differences");
            result.found().differences().forEach(found -> write(found, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(DryRun.Rest rest, JsonGenerator json) {
        json.writeObjectPropertyStart("rest");
        json.writeStringProperty("decidedAt", rest.decided().toString());
        rest.until().ifPresent(until -> json.writeStringProperty("until", until.toString()));
        json.writeEndObject();
    }

    private static void write(String name, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
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
        json.writeStringProperty(
                "when", result.when(trade).map(Instant::toString).orElse("now"));
        json.writeStringProperty("outcome", became(trade, "would be sent", "would not be sent"));
        plan(trade).ifPresent(plan -> TradeJson.plan(trade.plan(), plan, json));
        trade.filled().ifPresent(filled -> {
            json.writeStringProperty("quantity", filled.fill().quantity().toPlainString());
            json.writeStringProperty("value", filled.fill().value().toPlainString());
        });
        write("refusals", notes.reasons(trade.plan().id()), json);
        json.writeEndObject();
    }

    /** What would be sent; of a trade that would not be, nothing. */
    private Optional<SwapPlan.Ready> plan(Trade trade) {
        return trade.filled().isPresent() ? notes.plan(trade.plan().id()) : Optional.empty();
    }
}
