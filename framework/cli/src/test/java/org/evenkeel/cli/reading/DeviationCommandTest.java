package org.evenkeel.cli.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person reads of a run against its backtest. */
class DeviationCommandTest {
    private static final int WIDEST = 150;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private static Path folder;

    private static Path data;

    @BeforeAll
    static void make_runs() {
        data = folder.resolve("data");
        SampleMarket.create(data, 7);
        Cli.Ran ran = Cli.run(
                "backtest",
                "WeeklyMomentum",
                "--data",
                data,
                "--from",
                "2021-01-01",
                "--to",
                "2021-07-01",
                "--out",
                folder.resolve("run"),
                "--no-report");
        assertEquals(0, ran.code(), ran.err());
        disturb(folder.resolve("run"), folder.resolve("disturbed"));
    }

    /** The same run, but every sale brought 1 USD more than its fee and impact explain. */
    private static void disturb(Path from, Path to) {
        List<Event> events = new ArrayList<>();
        StateFolder.at(from).forEachEvent(events::add);
        try (StateStore store = StateStore.create(to, Durability.FAST)) {
            for (Event event : events) {
                boolean sale = event instanceof Event.TradeFilled filled
                        && store.ledger().trade(filled.trade()).plan().intent().side() == Side.SELL;
                store.ledger().apply(sale ? oneMore((Event.TradeFilled) event) : event);
                if (event instanceof Event.CycleClosed closed && closed.cycle() == 3) {
                    break;
                }
            }
        }
    }

    private static Event oneMore(Event.TradeFilled filled) {
        Fill fill = filled.fill();
        Costs costs = fill.costs();
        return new Event.TradeFilled(
                filled.at(),
                filled.trade(),
                new Fill(
                        fill.quantity(),
                        fill.value().add(BigDecimal.ONE),
                        fill.midPrice(),
                        new Costs(costs.fee(), costs.impact(), costs.gas()),
                        fill.route()));
    }

    private static Cli.Ran deviation(String run, Object... more) {
        List<Object> all = new ArrayList<>(List.of("deviation", folder.resolve(run), "--data", data));
        all.addAll(List.of(more));
        return Cli.run(all.toArray());
    }

    private static JsonNode json(String run, Object... more) {
        List<Object> all = new ArrayList<>(List.of(more));
        all.add("--json");
        Cli.Ran ran = deviation(run, all.toArray());
        assertEquals(0, ran.code(), ran.err());
        return JSON.readTree(ran.out());
    }

    @Test
    void a_backtest_does_not_deviate_from_itself() {
        JsonNode told = json("run");
        assertEquals(0, told.get("difference").decimalValue().signum());
        assertFalse(told.get("trades").isEmpty());
        told.get("parts")
                .forEach(part -> assertEquals(0, part.get("usd").decimalValue().signum()));
        told.get("trades")
                .forEach(trade ->
                        assertEquals(0, trade.get("difference").decimalValue().signum()));
        String text = deviation("run").out();
        assertTrue(text.contains("No trade made a difference."), text);
    }

    @Test
    void what_sales_brought_more_is_slippage_and_the_parts_add_up() {
        JsonNode told = json("disturbed");
        long sales = 0;
        for (JsonNode trade : told.get("trades")) {
            boolean sale = trade.get("side").asString().equals("SELL") && trade.has("live");
            sales += sale && trade.get("live").get("status").asString().equals("FILLED") ? 1 : 0;
        }
        assertTrue(sales > 0, "the run sells");
        BigDecimal slippage = told.get("parts").get("slippage").get("usd").decimalValue();
        assertEquals(sales, slippage.doubleValue(), 0.01 * sales);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : told.get("parts")) {
            sum = sum.add(part.get("usd").decimalValue());
        }
        assertEquals(0, told.get("difference").decimalValue().compareTo(sum));
        assertTrue(told.get("parts")
                        .get("remainder")
                        .get("usd")
                        .decimalValue()
                        .abs()
                        .doubleValue()
                < 1e-6);
    }

    @Test
    void the_tables_name_the_causes_and_the_worst_trades_first() {
        Cli.Ran ran = deviation("disturbed");
        assertEquals(0, ran.code(), ran.err());
        String text = ran.out();
        assertTrue(text.startsWith("WeeklyMomentum from 2021-01-04 to "), text);
        assertTrue(text.contains("| slippage "), text);
        assertTrue(text.contains("| all "), text);
        assertTrue(text.contains("synthetic"), text);
        text.lines().filter(line -> line.startsWith("|")).forEach(line -> assertTrue(line.length() <= WIDEST, line));
        assertFalse(text.contains("Optional") || text.contains("["), text);
    }

    @Test
    void of_a_few_days_no_figure_of_a_year_is_given_and_it_is_said_why() {
        String text = deviation("run", "--to", "2021-01-10").out();
        String why =
                "No figure of a year is given: the time compared is 6 days long, and they are given from 30 days on.";
        assertTrue(text.contains(why), text);
        assertFalse(text.contains("bps a year"), text);
        assertTrue(text.contains("bps of traded"), text);
        JsonNode told = json("run", "--to", "2021-01-10");
        assertEquals(why, told.get("noBpsPerYear").asString());
        told.get("parts").forEach(part -> assertTrue(part.get("bpsPerYear").isNull(), told.toString()));
        JsonNode longer = json("run", "--to", "2021-02-04");
        assertFalse(longer.has("noBpsPerYear"), longer.toString());
        longer.get("parts").forEach(part -> assertTrue(part.get("bpsPerYear").isNumber(), longer.toString()));
    }

    @Test
    void a_page_is_written_where_it_is_wanted() throws IOException {
        Path page = folder.resolve("deviation.html");
        Cli.Ran ran = deviation("disturbed", "--out", page);
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains(page.toString()), ran.out());
        String html = Files.readString(page);
        assertTrue(html.contains("WeeklyMomentum against its backtest"), "the title");
        assertTrue(html.contains("slippage"), "a cause");
        assertEquals(
                ExitCode.USAGE,
                deviation("disturbed", "--out", folder.resolve("nowhere/page.html"))
                        .code());
        assertEquals(ExitCode.USAGE, deviation("disturbed", "--out", folder).code());
    }

    @Test
    void what_cannot_be_compared_is_said_with_the_exit_code_of_its_kind() {
        Cli.Ran late = deviation("run", "--to", "2031-01-01");
        assertEquals(ExitCode.DATA, late.code(), late.err());
        assertTrue(late.err().contains("The data ends at"), late.err());
        assertEquals(ExitCode.USAGE, deviation("run", "--to", "soon").code());
        assertEquals(ExitCode.STATE, deviation("data").code());
        assertEquals(
                ExitCode.DATA,
                Cli.run("deviation", folder.resolve("run"), "--data", folder.resolve("run"))
                        .code());
    }

    @Test
    void a_run_without_a_decision_is_refused() {
        List<Event> first = new ArrayList<>();
        StateFolder.at(folder.resolve("run")).forEachEvent(event -> first.add(event) && first.isEmpty());
        try (StateStore store = StateStore.create(folder.resolve("opened"), Durability.FAST)) {
            store.ledger().apply(first.getFirst());
        }
        Cli.Ran ran = deviation("opened");
        assertEquals(ExitCode.STATE, ran.code(), ran.err());
        assertTrue(ran.err().contains("no decision yet"), ran.err());
    }
}
