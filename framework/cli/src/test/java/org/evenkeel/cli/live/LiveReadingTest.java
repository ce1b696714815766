package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.api.Strategy;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.collect.CollectJob;
import org.evenkeel.cli.collect.CollectOptions;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.live.Closing;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.Time;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.replay.LastWorth;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run on chains, stopped in the middle and gone on with, and one on paper, as they are read afterwards. */
final class LiveReadingTest {
    private static final Instant GENESIS = Instant.parse("2026-03-02T04:40:00Z");
    private static final Pattern FINER_THAN_SECONDS = Pattern.compile(":\\d\\d\\.\\d+Z");

    @RegisterExtension
    static final LocalChain ALPHA = LocalChain.withId(31421, GENESIS);

    @RegisterExtension
    static final LocalChain BETA = LocalChain.withId(31422, GENESIS);

    @TempDir
    private static Path folder;

    private static LocalWallet wallet;

    /** A time in which the run is to stop once it has been asked so often whether it is over. */
    private static final class Ended implements Time {
        private final Time time;
        private int left;

        Ended(Time time, int left) {
            this.time = time;
            this.left = left;
        }

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public void await(Instant until) throws InterruptedException {
            if (left <= 0) {
                throw new InterruptedException("The run is to stop.");
            }
            time.await(until);
        }

        @Override
        public boolean isOver() {
            left--;
            return left <= 0 || time.isOver();
        }
    }

    private static String[] with(String chains, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--chains=" + folder.resolve(chains), "--env=" + folder.resolve(".env")));
        return all.toArray(String[]::new);
    }

    private static LiveOptions options(String out, String chains, int top) {
        LiveOptions options = new LiveOptions();
        new CommandLine(options)
                .parseArgs(
                        with(
                                chains,
                                List.of(
                                        "--data=" + folder.resolve("pools"),
                                        "--out=" + folder.resolve(out),
                                        "--look=20m",
                                        "--tolerance=59m",
                                        "--set=cycle=2h",
                                        "--set=lookback=2h",
                                        "--set=threshold=-1",
                                        "--set=stopLoss=0.9",
                                        "--set=topCount=" + top,
                                        "--set=minRebalanceTradeUsd=10",
                                        "--set=pairs=AAA-USDC,BBB-WETH,CCC-USDC,WETH-USDC@uniswap-v3@alpha,WETH-USDC@uniswap-v3@beta")));
        return options;
    }

    private static LiveJob job(LiveOptions options, String mode, Time time, int cycles, BusyTime ends) {
        return new LiveJob(
                LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options, mode),
                options,
                new LiveTime(time, pause -> Thread.onSpinWait()),
                event -> {
                    if (event instanceof LiveEvent.CycleDone done
                            && done.cycle().number() >= cycles) {
                        ends.end();
                    }
                });
    }

    private static void send(LiveJob job, LiveJob.Span span, UnaryOperator<Strategy> decides) {
        job.send(new LiveJob.Sending(wallet.files(), wallet.key(), Optional.empty()), span, decides);
    }

    @BeforeAll
    static void make_runs() throws IOException {
        BusyChain alpha = new BusyChain(ALPHA, "alpha", 6).withPair("AAA", "5").withRanges("BBB", "40");
        BusyChain beta = new BusyChain(BETA, "beta", 18).withPair("CCC", "0.2");
        String chains = "{\"chains\": [" + alpha.profile() + ", " + beta.profile() + "]}";
        Files.writeString(folder.resolve("chains.json"), chains);
        Files.writeString(
                folder.resolve("strict.json"), chains.replace("\"trade_usd\": 100000", "\"trade_usd\": 1500"));
        Files.writeString(
                folder.resolve(".env"), "ALPHA_RPC_URL=" + alpha.url() + "\nBETA_RPC_URL=" + beta.url() + "\n");
        wallet = LocalWallet.ofFolder(ALPHA, folder);
        alpha.fund(wallet.address().hex(), "5", "9000");
        beta.fund(wallet.address().hex(), "5", "1000");
        Instant start = alpha.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(10)); // Candles of some hours, and a tick.
        BusyTime time = new BusyTime(List.of(alpha, beta), new Random(7), (at, busy) -> {
            boolean firstRises = Math.floorDiv(Duration.between(start, at).toHours(), 3) % 2 == 0;
            busy.push(0, "AAA", firstRises ? 0.012 : -0.012, at);
            busy.push(1, "CCC", firstRises ? -0.01 : 0.01, at);
        });
        time.passTo(start.minus(Duration.ofMinutes(30)));
        collect(alpha, beta, time);
        live(time);
        paper(time);
    }

    private static void collect(BusyChain alpha, BusyChain beta, BusyTime time) {
        CollectOptions options = new CollectOptions();
        List<String> words = new ArrayList<>(List.of("--out=" + folder.resolve("pools")));
        words.addAll(alpha.pools());
        words.addAll(beta.pools());
        new CommandLine(options).parseArgs(with("chains.json", words));
        assertEquals(0, new CollectJob(options, time).run());
    }

    /** A cycle; one that is stopped after some of its trades; its rest and another with other parameters; the closing. */
    private static void live(BusyTime time) {
        LiveOptions first = options("live", "chains.json", 3);
        send(job(first, "live", time, 1, time), LiveJob.Span.ON_AND_ON, UnaryOperator.identity());
        time.goOnAfter(Duration.ofMinutes(10));
        send(job(first, "live", new Ended(time, 2), 9, time), LiveJob.Span.ON_AND_ON, UnaryOperator.identity());
        time.goOnAfter(Duration.ofMinutes(5));
        LiveOptions other = options("live", "chains.json", 2);
        send(job(other, "live", time, 3, time), LiveJob.Span.ON_AND_ON, UnaryOperator.identity());
        time.goOnAfter(Duration.ofMinutes(10));
        send(job(other, "live", time, 9, time).withoutCandles(), LiveJob.Span.NOW, Closing::new);
    }

    private static void paper(BusyTime time) {
        for (int cycles = 1; cycles <= 2; cycles++) {
            time.goOnAfter(Duration.ofMinutes(10));
            job(options("paper", "strict.json", 3), "paper", time, cycles, time)
                    .paper(Optional.empty(), LiveJob.Span.ON_AND_ON);
        }
    }

    private static Cli.Ran run(String command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        return Cli.run(all.toArray());
    }

    private static Cli.Ran verify(Path run) {
        return run("replay", run, "--verify", "--data", folder.resolve("pools"));
    }

    private static Portfolio book(String run) {
        return StateFolder.at(folder.resolve(run)).load().book(Ledger.MAIN_BOOK);
    }

    /** The same run, with another event in place of some, or none. */
    private static Path changed(String name, UnaryOperator<Event> change) throws IOException {
        Path copy = Files.createTempDirectory(folder, name);
        try (StateStore store = StateStore.create(copy, Durability.FAST)) {
            StateFolder.at(folder.resolve("live")).forEachEvent(event -> {
                Event instead = change.apply(event);
                if (!(instead instanceof Event.RunStarted started
                        && started.decides().isEmpty())) {
                    store.ledger().apply(instead);
                }
                return true;
            });
        }
        return copy;
    }

    /** The run up to where a cycle was decided, and not with it. */
    private static Path before(int cycle) throws IOException {
        Path copy = Files.createTempDirectory(folder, "before");
        try (StateStore store = StateStore.create(copy, Durability.FAST)) {
            StateFolder.at(folder.resolve("live")).forEachEvent(event -> {
                boolean belongs = !(event instanceof Event.Decided decided && decided.cycle() == cycle);
                if (belongs) {
                    store.ledger().apply(event);
                }
                return belongs;
            });
            store.writeSnapshot();
        }
        return copy;
    }

    private static Event.Decided with(Event.Decided decided, Optional<Quoted> quoted) {
        return new Event.Decided(
                decided.at(),
                decided.book(),
                decided.cycle(),
                decided.inputs(),
                decided.decision(),
                new Event.Knowledge(quoted, decided.signals()));
    }

    @Test
    void every_decision_is_made_again_of_a_stop_in_the_middle_other_parameters_and_the_closing_alike() {
        Portfolio book = book("live");
        assertTrue(book.cycles().size() >= 4, () -> book.cycles().size() + " cycles");
        assertTrue(
                book.trades().stream()
                        .anyMatch(trade -> trade.plan().cycle() == 2
                                && trade.end()
                                        .orElseThrow()
                                        .at()
                                        .isAfter(book.cycles().get(1).at().plus(Duration.ofMinutes(24)))),
                "no trade of the second cycle came after the stop");
        Cli.Ran ran = verify(folder.resolve("live"));
        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertTrue(ran.out().contains(book.cycles().size() + " decisions were made again"), ran.out());
        assertFalse(ran.out().contains("stopped in its middle"), ran.out());
        Cli.Ran paper = verify(folder.resolve("paper"));
        assertEquals(0, paper.code(), paper.out() + paper.err());
    }

    @Test
    void a_decision_without_a_record_of_its_prices_is_neither_right_nor_wrong() throws IOException {
        Path old = changed(
                "old",
                event -> event instanceof Event.Decided decided && decided.cycle() != 1
                        ? with(decided, Optional.empty())
                        : event);
        Cli.Ran ran = verify(old);
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("Not to be made again: cycle 2 at "), ran.err());
        assertTrue(ran.err().contains("did not record what it was told of prices"), ran.err());
        assertTrue(ran.err().contains("1 were made again and came out as recorded"), ran.err());
        assertFalse(ran.err().contains("Either the strategy has changed"), ran.err());
    }

    @Test
    void of_a_decision_that_was_stopped_in_its_middle_every_signal_says_what_became_of_it() {
        Portfolio book = book("live");
        Cycle stopped = book.cycles().get(1);
        assertEquals(
                5,
                stopped.result().outcomes().stream()
                        .filter(outcome -> outcome.signal().isPresent())
                        .count(),
                stopped.result().outcomes()::toString);
        String signals = run("inspect", folder.resolve("live"), "--cycle=2").out();
        assertFalse(signals.contains("ordered"), signals);
        assertTrue(signals.contains("negative, and shorts are not allowed"), signals);
        String trades = run("inspect", folder.resolve("live"), "--trades").out();
        assertTrue(trades.contains("rebalanced in cycle 2, signal "), trades);
    }

    @Test
    void what_an_earlier_release_stopped_in_the_middle_is_verified_without_its_signals() throws IOException {
        Path old = changed(
                "unsigned",
                event -> event instanceof Event.Decided decided
                        ? new Event.Decided(
                                decided.at(),
                                decided.book(),
                                decided.cycle(),
                                decided.inputs(),
                                decided.decision(),
                                new Event.Knowledge(decided.quoted(), List.of()))
                        : event);
        Cli.Ran ran = verify(old);
        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertTrue(ran.out().contains("Of cycle 2 at "), ran.out());
        assertTrue(ran.out().contains("stopped in its middle"), ran.out());
    }

    @Test
    void the_closing_by_hand_is_called_that_and_one_of_an_earlier_release_is_made_again_too() throws IOException {
        Cycle last = book("live").cycles().getLast();
        String trades = run("inspect", folder.resolve("live"), "--trades").out();
        assertTrue(trades.contains("everything was sold by hand (close-all) in cycle " + last.number()), trades);
        String cycle = run("inspect", folder.resolve("live"), "--cycle=" + last.number())
                .out();
        assertTrue(cycle.contains("Message: close-all by hand"), cycle);
        assertTrue(page("live").contains("close-all by hand"), "the page");
        Cli.Ran ran = verify(changed("closed", LiveReadingTest::asBefore));
        assertEquals(0, ran.code(), ran.out() + ran.err());
    }

    /** The closing as a release wrote it that did not tell it from a decision of the strategy. */
    private static Event asBefore(Event event) {
        return switch (event) {
            case Event.Decided decided ->
                new Event.Decided(
                        decided.at(),
                        decided.book(),
                        decided.cycle(),
                        decided.inputs(),
                        new Cycle.Decision(
                                decided.decision().intents().stream()
                                        .map(LiveReadingTest::asBefore)
                                        .toList(),
                                Cycle.Notes.NONE),
                        decided.knowledge());
            case Event.TradePlanned planned -> {
                PlannedTrade trade = planned.trade();
                yield new Event.TradePlanned(
                        planned.at(),
                        new PlannedTrade(
                                trade.id(),
                                trade.book(),
                                trade.cycle(),
                                trade.reserve(),
                                asBefore(trade.intent()),
                                trade.gasFromOutside()));
            }
            default -> event;
        };
    }

    private static TradeIntent asBefore(TradeIntent intent) {
        return intent.reason() == TradeReason.CLOSE_ALL
                ? TradeIntent.sell(intent.pair(), intent.size(), TradeReason.CLOSE)
                : intent;
    }

    @Test
    void another_price_or_equity_is_named() throws IOException {
        Path equity = changed(
                "equity",
                event -> event instanceof Event.Decided decided && decided.cycle() == 2 ? richer(decided) : event);
        Cli.Ran richer = verify(equity);
        assertEquals(ExitCode.STATE, richer.code(), richer.out());
        assertTrue(richer.err().contains("inputs.equity: recorded"), richer.err());
        Path other = changed(
                "other",
                event -> event instanceof Event.Decided decided && decided.cycle() == 2
                        ? with(decided, decided.quoted().map(LiveReadingTest::dearer))
                        : event);
        Cli.Ran ran = verify(other);
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("cycle 2 at "), ran.err());
        assertTrue(ran.err().contains("quotes: now it asks "), ran.err());
        assertTrue(ran.err().contains("which it did not ask then"), ran.err());
    }

    private static Event.Decided richer(Event.Decided decided) {
        double[] prices = decided.inputs().prices();
        Cycle.Inputs inputs =
                new Cycle.Inputs(decided.inputs().equity() + 1, decided.inputs().cash(), prices);
        return new Event.Decided(
                decided.at(), decided.book(), decided.cycle(), inputs, decided.decision(), decided.knowledge());
    }

    private static Quoted dearer(Quoted quoted) {
        return new Quoted(quoted.answers().stream()
                .map(answer -> answer.asked().question() == Quoted.Question.SALE_VALUE
                        ? new Quoted.Answer(answer.asked(), answer.numbers()[0] + 1)
                        : answer)
                .toList());
    }

    @Test
    void control_a_start_that_is_not_on_record_makes_its_decisions_look_wrong() throws IOException {
        Path none = changed(
                "none",
                event -> event instanceof Event.RunStarted started
                        ? new Event.RunStarted(started.at(), "", new LinkedHashMap<>())
                        : event);
        Cli.Ran ran = verify(none);
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("cycle 3 at "), ran.err());
    }

    private static String page(String run) throws IOException {
        Cli.Ran ran = run("report", folder.resolve(run), "--data", folder.resolve("pools"));
        assertEquals(0, ran.code(), ran.err());
        return Files.readString(folder.resolve(run).resolve("report.html"));
    }

    @Test
    void the_page_says_what_was_sent_and_what_it_took() throws IOException {
        String page = page("live");
        for (String text : Stream.concat(
                        Stream.of(
                                "Executed on alpha, beta, for 0x",
                                "read from its receipt",
                                "every 20 min between decisions",
                                " ETH on alpha",
                                "Transfers between chains",
                                "The run was started 4 times"),
                        book("live").trades().stream()
                                .flatMap(trade -> trade.trail().transactions().stream())
                                .map(transaction -> transaction.hash()))
                .toList()) {
            assertTrue(page.contains(text), text);
        }
        saysNothingOfABacktest(page);
    }

    @Test
    void the_page_of_paper_says_that_nothing_was_sent_and_why_trades_were_refused() throws IOException {
        Trade refused = book("paper").trades().stream()
                .filter(trade -> trade.failed()
                        .map(Trade.Failed::outcome)
                        .filter(Outcome.REFUSED::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        String page = page("paper");
        for (String text :
                List.of("On paper, at the prices of alpha, beta: nothing was sent.", "None was paid", "1500")) {
            assertTrue(page.contains(text), text + " of " + refused);
        }
        saysNothingOfABacktest(page);
    }

    private static void saysNothingOfABacktest(String page) {
        for (String text : List.of(
                "Lows fire stops", "At the open of the candle", "None is set", "sha256:", "valued to the end")) {
            assertFalse(
                    page.substring(page.indexOf("<body>"), page.indexOf("<footer>"))
                            .contains(text),
                    text);
        }
    }

    @Test
    void what_it_left_on_its_chains_is_listed() {
        Path live = folder.resolve("live");
        Cli.Ran transactions = run("inspect", live, "--transactions");
        for (Trade trade : book("live").trades()) {
            trade.trail()
                    .transactions()
                    .forEach(one -> assertTrue(transactions.out().contains(one.hash()), one.hash()));
        }
        assertTrue(transactions.out().contains("Executed on alpha, beta, for 0x"), transactions.out());
        assertTrue(run("inspect", live, "--transfers").out().contains("USDC on alpha | USDC on beta"), "transfers");
        String refused = run("inspect", folder.resolve("paper"), "--trades").out();
        assertTrue(refused.contains("1500"), refused);
        for (String view : List.of("--trades", "--cycles", "--closed", "--cycle=2", "--transfers")) {
            String text = run("inspect", live, view).out();
            assertFalse(FINER_THAN_SECONDS.matcher(text).find(), text);
        }
    }

    @Test
    void its_figures_are_worked_out_from_its_folder() {
        Cli.Ran ran = run("metrics", folder.resolve("live"));
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("Gas paid"), ran.out());
        assertTrue(ran.err().contains("a coin that the run's book does not hold"), ran.err());
        assertEquals(
                ExitCode.USAGE,
                run("metrics", folder.resolve("live"), "--column", "x").code());
    }

    @Test
    void after_a_sale_between_two_decisions_every_reader_tells_the_same_worth_at_its_time() throws IOException {
        Path run = before(3);
        Portfolio book = StateFolder.at(run).load().book(Ledger.MAIN_BOOK);
        Trade sale = book.trades().getLast();
        assertTrue(sale.plan().intent().reason().isTrigger(), sale::toString);
        LastWorth worth = LastWorth.of(StateFolder.at(run)).orElseThrow();
        assertEquals(sale.end().orElseThrow().at(), worth.at());
        double cash = Decimals.sum(book.reserves().values()).doubleValue();
        assertEquals(cash, worth.cash());
        Cycle.Result second = book.cycles().getLast().result();
        double kept = second.equity() - second.cash();
        assertTrue(worth.equity() - cash > 0 && worth.equity() - cash < kept, () -> worth + " of " + kept);
        String usd = Money.usd(worth.equity());
        String at = Dates.seconds(worth.at());
        String inspected = run("inspect", run).out();
        assertTrue(inspected.contains("Book main: " + usd + " USD as of " + at), inspected);
        String measured = run("metrics", run).out();
        assertTrue(measured.contains(usd + " USD"), measured);
        assertTrue(run("diff", run, folder.resolve("live")).out().contains(usd), usd);
        Cli.Ran compared = run("deviation", run, "--data", folder.resolve("pools"));
        assertTrue(
                compared.out().contains("the run was last worth " + usd + " USD, at " + at),
                compared.out() + compared.err());
        assertEquals(0, run("report", run, "--data", folder.resolve("pools")).code());
        String page = Files.readString(run.resolve("report.html"));
        assertTrue(page.contains("<strong>" + usd + " USD</strong>"), "the headline of the page");
        assertTrue(page.contains("own quotes and fills as of "), "what open positions are counted at");
    }

    @Test
    void a_replay_to_within_a_cycle_shows_no_later_trade_of_it() {
        Instant between = book("live").trades().get(1).end().orElseThrow().at();
        String then = run("replay", folder.resolve("live"), "--until", between).out();
        assertTrue(then.contains("Cycle 2, decided at 2026-03-02T12:00:00Z, is not done yet"), then);
        assertFalse(then.contains("BBB"), then);
        String later = run("replay", folder.resolve("live"), "--until", "2026-03-02T12:30:00Z")
                .out();
        assertTrue(later.contains("BBB"), later);
        assertFalse(later.contains("is not done yet"), later);
    }

    @Test
    void a_price_says_of_what_it_is() {
        String trades = run("inspect", folder.resolve("live"), "--trades").out();
        assertTrue(trades.contains("Mid price "), trades);
        assertTrue(trades.contains("those of the pools just before each trade"), trades);
        String held = run("inspect", folder.resolve("live"), "--closed").out();
        assertTrue(held.contains("Entry, mid price"), held);
    }

    @Test
    void runs_that_were_sent_and_on_paper_differ_in_that() {
        Cli.Ran ran = run("diff", folder.resolve("live"), folder.resolve("paper"));
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("| trading |"), ran.out());
        assertTrue(ran.out().contains("On paper, at the prices"), ran.out());
    }

    @Test
    void its_deviation_gives_no_figure_of_a_year() {
        Cli.Ran ran = run("deviation", folder.resolve("live"), "--data", folder.resolve("pools"));
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("they are given from 30 days on"), ran.out());
    }
}
