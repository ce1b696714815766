package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run tells a program. */
final class LiveJsonTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31423, DueRun.genesis());

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private DueRun run;

    @BeforeEach
    void prepare() {
        run = new DueRun(CHAIN, folder);
    }

    @AfterEach
    void close() {
        run.close();
    }

    /** Every line of standard output is an object; one that is none fails here. */
    private static List<JsonNode> told(Cli.Ran ran) {
        return ran.out()
                .lines()
                .map(JSON::readTree)
                .peek(line -> {
                    Instant.parse(line.get("at").stringValue());
                    assertFalse(line.get("text").stringValue().isBlank());
                })
                .toList();
    }

    private static List<JsonNode> of(String kind, List<JsonNode> told) {
        return told.stream()
                .filter(line -> line.get("kind").stringValue().equals(kind))
                .toList();
    }

    private void assertCycle(List<JsonNode> told) {
        assertEquals(
                List.of("started"),
                told.stream()
                        .map(line -> line.get("kind").stringValue())
                        .limit(1)
                        .toList());
        JsonNode cycle = of("cycleDone", told).getFirst();
        assertEquals(1, cycle.get("cycle").intValue());
        assertEquals(2, cycle.get("traded").intValue());
        assertEquals(2, cycle.get("positions").size());
        assertEquals(
                run.book().cycles().getLast().result().equity(),
                cycle.get("equity").doubleValue());
        assertEquals(2, of("tradePlanned", told).size(), told::toString);
        for (JsonNode planned : of("tradePlanned", told)) {
            assertEquals("USDC", planned.get("tokenIn").stringValue(), planned::toString);
            assertTrue(planned.get("amountIn").stringValue().matches("[0-9.]+"), planned::toString);
            assertTrue(planned.get("block").isIntegralNumber(), planned::toString);
            assertTrue(planned.get("minimumOut").stringValue().matches("[0-9.]+"), planned::toString);
            assertTrue(planned.get("route").stringValue().contains("USDC"), planned::toString);
        }
        List<Trade> filled = run.filled();
        List<JsonNode> ended = of("tradeEnded", told);
        assertEquals(filled.size(), ended.size());
        for (int i = 0; i < filled.size(); i++) {
            JsonNode one = ended.get(i);
            assertEquals("filled", one.get("outcome").stringValue());
            assertEquals(filled.get(i).plan().id(), one.get("trade").longValue());
            assertEquals(
                    filled.get(i).filled().orElseThrow().fill().quantity().toPlainString(),
                    one.get("quantity").stringValue());
        }
    }

    @Test
    void a_run_that_sends_tells_each_thing_as_an_object_and_lines_are_for_people_elsewhere() {
        run.begun();
        Cli.Ran ran = Cli.run(run.live("--once", "--json").toArray());
        assertEquals(ExitCode.OK, ran.code(), ran.err());
        assertCycle(told(ran));
        assertTrue(ran.err().contains("  Cycle 1 of"), ran.err());
    }

    @Test
    void a_run_on_paper_does_too() {
        run.begunOnPaper();
        Cli.Ran ran = Cli.run(run.paper("--once", "--json").toArray());
        assertEquals(ExitCode.OK, ran.code(), ran.err());
        assertCycle(told(ran));
    }

    @Test
    void what_keeps_a_run_from_beginning_is_the_last_object() {
        run.begun();
        CHAIN.ask("anvil_setBalance", run.wallet().address().hex(), "0x0");
        Cli.Ran ran = Cli.run(run.live("--once", "--json").toArray());
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        JsonNode last = told(ran).getLast();
        assertEquals("failed", last.get("kind").stringValue());
        assertTrue(last.get("text").stringValue().contains("to pay gas with"), last::toString);
        assertTrue(ran.err().contains("to pay gas with"), ran.err());
    }

    @Test
    void every_kind_of_object_is_told_of_in_the_help() {
        String help = Cli.run("live", "--help").out().replaceAll("\\s+", " ");
        Stream.concat(
                        Stream.of(LiveEvent.class.getPermittedSubclasses()).map(LiveJson::kind),
                        Stream.of("tradePlanned", "tradeRefused", "tradeNoted", "transfer", "warning", "failed"))
                .forEach(kind -> assertTrue(help.contains(kind), () -> kind + " in: " + help));
    }
}
