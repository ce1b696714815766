package org.evenkeel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.report.view.ChainView;
import org.evenkeel.report.view.HeaderView;
import org.evenkeel.report.view.PaidInView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run that was made as time went by says what happened, and nothing that a backtest would assume. */
final class LiveReportTest {
    @TempDir
    private Path folder;

    private static Map<String, String> facts(LiveStory story) {
        return HeaderView.of(RunFigures.run(story.input())).assumptions().stream()
                .collect(Collectors.toMap(HeaderView.Fact::name, HeaderView.Fact::text));
    }

    private String page(LiveStory story) throws IOException {
        Path file = folder.resolve("report.html");
        Report.write(story.input(), file);
        String page = Files.readString(file);
        return page.substring(page.indexOf("<body>"), page.indexOf("<footer>"));
    }

    private static ChainView chain(LiveStory story) {
        return ChainView.of(RunFigures.run(story.input())).orElseThrow();
    }

    @Test
    void a_run_that_was_sent_tells_for_whom_what_it_paid_and_when_its_trades_were_filled() {
        Map<String, String> facts = facts(LiveStory.executed());
        assertEquals("Executed on ethereum, base, for 0x4548…50F9.", facts.get("Trading"));
        assertTrue(facts.get("Decisions").contains("with 1,000.00 USD at the start"), facts.get("Decisions"));
        assertTrue(
                facts.get("Decisions").endsWith("The run was started 2 times, and did nothing while it was stopped."));
        assertEquals(
                "What each swap brought, read from its receipt. Of the 1 that decisions made, half were filled within 72 s"
                        + " of the decision, the last after 72 s.",
                facts.get("Fills"));
        assertEquals(
                "Watched on the pools' quotes every 10 s between decisions, while the run went on. They are not on the"
                        + " chain. Filled: stop loss 1.",
                facts.get("Triggers"));
        assertEquals("0.60 USD in all: what the trades moved the pools on their way.", facts.get("Price impact"));
        assertTrue(
                facts.get("Gas").startsWith("1.55 USD in all, each at the coin's price when it was paid"),
                facts.get("Gas"));
        assertTrue(
                facts.get("Gas").endsWith("Trades took 0.0003704 ETH on ethereum, 0.0001235 ETH on base."),
                facts.get("Gas"));
        assertEquals(
                "1 transfer between chains arrived, 1 came back or never left, 1 is on the way. Relayers took 1.00 USD.",
                facts.get("Bridging"));
    }

    @Test
    void a_run_on_paper_says_that_nothing_was_sent_and_no_gas_paid() {
        Map<String, String> facts = facts(LiveStory.onPaper());
        assertEquals("On paper, at the prices of ethereum, base: nothing was sent.", facts.get("Trading"));
        assertTrue(facts.get("Fills").startsWith("On paper: what the route of each trade would have brought"));
        assertTrue(facts.get("Gas").contains("None was paid"), facts.get("Gas"));
        assertTrue(facts.get("Bridging").contains("on paper, at what the settings say"), facts.get("Bridging"));
    }

    @Test
    void what_an_earlier_release_did_not_record_is_said_to_be_unknown() {
        Map<String, String> facts = facts(LiveStory.ofEarlierRelease());
        assertTrue(facts.get("Trading").contains("is not on record"), facts.get("Trading"));
        assertTrue(facts.get("Triggers").startsWith("Watched on the pools' quotes between decisions"));
    }

    @Test
    void no_word_of_a_backtest_is_on_its_page() throws IOException {
        for (LiveStory story : List.of(LiveStory.executed(), LiveStory.onPaper(), LiveStory.ofEarlierRelease())) {
            String page = page(story);
            for (String text : List.of(
                    "Lows fire stops",
                    "At the open of the candle",
                    "None is set",
                    "trades are taken",
                    "Fingerprint",
                    "valued to the end")) {
                assertFalse(page.contains(text), text);
            }
        }
    }

    @Test
    void each_transaction_is_listed_with_its_chain_and_what_its_gas_took() throws IOException {
        ChainView view = chain(LiveStory.executed());
        assertEquals(
                List.of("4 sell WETH-USDC ethereum", "3 buy DOGE-USDC base", "1 buy WETH-USDC ethereum"),
                view.sent().stream()
                        .map(row -> row.number() + " " + row.trade() + " " + row.chain())
                        .toList());
        assertEquals("0.0002469 ETH", view.sent().getLast().gas());
        assertEquals(0.6, view.sent().getLast().usd());
        String page = page(LiveStory.executed());
        for (char own : new char[] {'1', '3', '4', '9'}) {
            assertTrue(page.contains(LiveStory.HASH.substring(0, 65) + own), "transaction " + own);
        }
    }

    @Test
    void trades_that_were_not_made_are_listed_with_their_reasons_as_texts_and_nothing_else() throws IOException {
        ChainView view = chain(LiveStory.executed());
        assertEquals(
                List.of("the swap reverted: STF", "The most that a trade may spend is 40 USD. <b>evil</b>"),
                view.notMade().stream().map(ChainView.NotMade::why).toList());
        String page = page(LiveStory.executed());
        assertFalse(
                page.contains("<b>evil") || page.contains("\u202e"), "markup or a character that turns texts round");
        assertTrue(page.contains("&lt;b&gt;evil"), "escaped");
    }

    @Test
    void transfers_are_listed_with_what_became_of_each() {
        assertEquals(
                List.of("3 on the way, due 2026-03-02 18:05", "2 came back, or never left", "1 arrived"),
                chain(LiveStory.executed()).transfers().stream()
                        .map(row -> row.number() + " " + row.state())
                        .toList());
        assertTrue(
                Double.isNaN(chain(LiveStory.executed()).transfers().get(1).received()),
                "what came back did not arrive");
    }

    @Test
    void what_a_chain_took_back_is_listed_with_what_became_of_it_since() {
        List<ChainView.Undone> undone = chain(LiveStory.executed()).undone();
        assertEquals(1, undone.size());
        assertEquals("buy WETH-USDC", undone.getFirst().trade());
        assertEquals("filled", undone.getFirst().now());
    }

    @Test
    void gas_that_flowed_in_is_no_money_put_in() {
        assertEquals(
                Optional.empty(),
                PaidInView.of(RunFigures.run(LiveStory.executed().input())));
    }

    @Test
    void a_backtest_has_no_such_section() throws IOException {
        assertEquals(Optional.empty(), ChainView.of(SeededRun.of(1).run()));
        Path file = folder.resolve("backtest.html");
        Report.write(SeededRun.of(1).input(), file);
        assertFalse(Files.readString(file).contains("id=\"chain\""), "the section");
    }
}
