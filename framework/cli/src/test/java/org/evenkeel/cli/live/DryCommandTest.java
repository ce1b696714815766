package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.live.WalletException;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code live} shows of a run that exists, without being asked to send anything. */
final class DryCommandTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31433, DueRun.genesis());

    @TempDir
    private Path folder;

    private DueRun run;
    private DueRun.Left due;

    @BeforeEach
    void prepare() {
        run = new DueRun(CHAIN, folder).begun();
        due = run.left("due", "due");
        run.finish();
    }

    @AfterEach
    void close() {
        run.close();
    }

    /** Whatever it shows, it writes neither to the run nor to the wallet's journals, and sends nothing. */
    private String shown(List<Object> command) {
        return ran(command).out();
    }

    private Cli.Ran ran(List<Object> command) {
        Map<String, String> before = run.untouched();
        long nonce = run.nonce();
        Cli.Ran ran = Cli.run(command.toArray());
        assertEquals(ExitCode.OK, ran.code(), ran.err());
        assertEquals(before, run.untouched());
        assertEquals(nonce, run.nonce());
        return ran;
    }

    private JsonNode json() {
        return json(run.dry("--no-collect", "--json"));
    }

    private JsonNode json(List<Object> command) {
        return JsonMapper.shared().readTree(shown(command));
    }

    /** A command that was told, as a shell gives it. It is one of those that the doctor names. */
    private static void mends(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        assertEquals("./evenkeel", words.removeFirst());
        int repair = words.indexOf("--repair");
        Cli.Ran doctor = Cli.run(words.subList(0, repair).toArray());
        assertTrue(doctor.out().contains("--repair " + words.get(repair + 1)), doctor.out());
        Cli.Ran mended = Cli.run(words.toArray());
        assertTrue(mended.err().contains("Repaired: "), mended.err());
    }

    private static long stops(JsonNode json) {
        return json.get("trades")
                .valueStream()
                .filter(trade -> trade.get("reason").stringValue().equals("stop loss"))
                .count();
    }

    @Test
    void a_stop_that_is_touched_now_is_shown_with_the_sale_that_it_would_make() {
        assertEquals(0, stops(json()));
        run.push("AAA", -0.2);
        String text = shown(run.dry("--no-collect"));
        assertTrue(text.contains("sell | AAA-USDC"), text);
        assertTrue(text.contains("stop loss"), text);
        assertTrue(text.contains("sent now"), text);
        assertTrue(text.contains("Were it decided now (the next decision is at "), text);
        assertFalse(text.contains("Nothing could be sent"), text);
        JsonNode json = json();
        assertEquals(1, stops(json));
        JsonNode sale = json.get("trades").get(0);
        assertEquals("sell", sale.get("side").stringValue());
        assertEquals("would be sent", sale.get("outcome").stringValue());
        assertEquals("now", sale.get("when").stringValue());
        String next = json.get("nextDecision").stringValue();
        assertEquals(
                Collections.nCopies(json.get("trades").size() - 1, next),
                json.get("trades")
                        .valueStream()
                        .skip(1)
                        .map(trade -> trade.get("when").stringValue())
                        .toList(),
                "an hour away");
        assertTrue(text.contains("| at " + next + " |"), text);
        assertTrue(sale.has("minimumOut"), sale::toString);
        String closing = shown(run.closeAll());
        assertFalse(closing.contains("stop loss"), closing);
        assertTrue(closing.contains("close-all by hand"), closing);
        Map<String, String> before = run.untouched();
        run.finish();
        assertNotEquals(before, run.untouched(), "the same look finds what a run writes");
        assertEquals(
                TradeReason.STOP_LOSS, run.filled().getLast().plan().intent().reason());
    }

    @Test
    void what_the_wallet_has_less_is_shown_with_the_command_that_books_it() {
        assertEquals(0, json().get("differences").size());
        run.take("100");
        Cli.Ran blocked = ran(run.dry("--no-collect"));
        assertFalse(blocked.err().contains("--execute"), blocked.err());
        String text = blocked.out();
        assertTrue(text.contains("Nothing could be sent. Books and wallet differ: of USDC"), text);
        assertTrue(text.contains("(-100.000000)"), text);
        assertTrue(text.contains("--repair book-withdrawal:gamma:USDC"), text);
        JsonNode json = json();
        JsonNode difference = json.get("differences").get(0);
        assertEquals("USDC", difference.get("token").stringValue());
        assertEquals("-100.000000", difference.get("more").stringValue());
        assertTrue(
                difference.get("command").stringValue().startsWith("./evenkeel doctor --wallet "),
                difference::toString);
        json.get("trades")
                .forEach(trade ->
                        assertNotEquals("would be sent", trade.get("outcome").stringValue()));
        assertThrows(WalletException.class, run::finish, "and so it is");
        mends(difference.get("command").stringValue());
        assertEquals(0, json().get("differences").size());
        run.finish();
        run.assertSame("after it was booked");
    }

    @Test
    void a_nonce_that_was_used_elsewhere_is_shown_with_the_command_that_releases_it() {
        assertEquals(0, json().get("obstacles").size());
        run.sendElsewhere();
        String elsewhere = shown(run.dry("--no-collect"));
        assertTrue(elsewhere.contains("Nothing could be sent. gamma, journal "), elsewhere);
        assertTrue(elsewhere.contains("the wallet was used elsewhere"), elsewhere);
        assertTrue(elsewhere.contains("--repair release-nonce:gamma --reason"), elsewhere);
        assertThrows(WalletException.class, run::finish, "a start freezes the wallet");
        JsonNode obstacle = json().get("obstacles").get(0);
        assertTrue(obstacle.get("what").stringValue().startsWith("the wallet is frozen: "), obstacle::toString);
        assertEquals("release-nonce:gamma", obstacle.get("repair").stringValue());
        mends(obstacle.get("command").stringValue());
        assertEquals(0, json().get("obstacles").size());
        run.finish();
        run.assertSame("after it was released");
    }

    /** Ends the run in the middle of its decision: the trade at hand is finished, and the other is not begun. */
    private void stopAfterTheFirstTrade() {
        run.backTo(due);
        LeapingTime time = LeapingTime.now();
        run.proxy().watch(new FaultProxy.Watcher() {
            @Override
            public void before(int request) {
                if (run.proxy().received().get(request - 1).equals("eth_sendRawTransaction")) {
                    time.end();
                }
            }
        });
        run.goOn("1s", time, event -> {});
        run.proxy().watch(new FaultProxy.Watcher() {});
        assertEquals(1, run.filled().size());
    }

    @Test
    void what_is_left_of_a_decision_is_shown_as_what_a_start_makes_now_and_close_all_gives_it_up() {
        stopAfterTheFirstTrade();
        Cli.Ran ran = ran(run.dry("--no-collect"));
        assertTrue(
                ran.out().contains("is not wholly carried out: what is left of it is made first, until "), ran.out());
        assertTrue(ran.err().contains("Nothing was sent: that takes --execute."), ran.err());
        JsonNode json = json();
        JsonNode left = json.get("trades").get(0);
        assertEquals("buy", left.get("side").stringValue());
        assertEquals("now", left.get("when").stringValue());
        assertEquals("would be sent", left.get("outcome").stringValue());
        assertEquals(
                Decimals.sum(run.book().reserves().values()).doubleValue(),
                json.get("cash").doubleValue(),
                0.01);
        String closing = shown(run.closeAll());
        assertTrue(closing.contains("what is left of it is given up."), closing);
        JsonNode sales = json(run.closeAll("--json")).get("trades");
        assertEquals(1, sales.size(), sales::toString);
        assertEquals("sell", sales.get(0).get("side").stringValue());
        run.finish();
        run.assertDone("finished");
        assertEquals(
                left.get("pairId").longValue(),
                run.filled().getLast().plan().intent().pair().id());
    }

    @Test
    void what_the_run_was_begun_with_and_is_given_otherwise_is_told() {
        assertEquals(0, json().get("notices").size());
        List<Object> other = new ArrayList<>(run.dry("--no-collect"));
        other.replaceAll(word -> word.equals("--set=stopLoss=0.9") ? "--set=stopLoss=0.8" : word);
        String text = shown(other);
        assertTrue(text.contains("Note: The run was begun with other parameters: stopLoss was 0.9 and is 0.8."), text);
    }

    @Test
    void where_nothing_is_due_once_says_so_and_when_something_is() {
        Cli.Ran ran = Cli.run(run.live("--once", "--no-collect").toArray());
        assertEquals(ExitCode.OK, ran.code(), ran.err());
        assertTrue(ran.out().contains("No decision is due. The next one is at "), ran.out());
    }
}
