package org.evenkeel.cli.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Portfolios from a file of closes. */
class OptimizeCommandTest {
    private static final List<String> NAMES = List.of("AA", "BB-USD", "CC", "DD");

    @TempDir
    private static Path folder;

    private static Path prices = Path.of("");

    /** Walks with drifts, a hundred days of them; the last asset begins after thirty. */
    @BeforeAll
    static void write_prices() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        double[] price = {50, 20, 400, 7};
        StringBuilder whole = new StringBuilder("date," + String.join(",", NAMES) + "\n");
        StringBuilder gaps = new StringBuilder(whole);
        for (int day = 0; day < 100; day++) {
            double market = 0.01 * random.nextGaussian();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                price[i] *= 1.001 + 0.0005 * i + market + 0.01 * (i + 1) * random.nextGaussian();
                cells.add(Double.toString(price[i]));
            }
            String date = LocalDate.of(2021, 1, 1).plusDays(day).toString();
            whole.append(date).append(',').append(String.join(",", cells)).append('\n');
            cells.set(3, day < 30 ? "" : cells.get(3));
            gaps.append(date).append(',').append(String.join(",", cells)).append('\n');
        }
        prices = Files.writeString(folder.resolve("prices.csv"), whole);
        Files.writeString(folder.resolve("gaps.csv"), gaps);
    }

    private static Cli.Ran run(Path file, String... options) {
        List<Object> arguments = new ArrayList<>(List.of("optimize", file));
        arguments.addAll(Arrays.asList(options));
        return Cli.run(arguments.toArray());
    }

    private static JsonNode json(Path file, String... options) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--json";
        Cli.Ran ran = run(file, all);
        assertEquals(0, ran.code(), ran.err());
        return new ObjectMapper().readTree(ran.out());
    }

    private static void assertFails(int code, String words, Path file, String... options) {
        Cli.Ran ran = run(file, options);
        assertEquals(code, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals("", ran.out());
    }

    private static double weight(JsonNode portfolio, String name) {
        return portfolio.get("weights").get(name).doubleValue();
    }

    /** How much more BB-USD is expected to return than AA. */
    private static double lead(JsonNode portfolio) {
        JsonNode expected = portfolio.get("expectedReturns");
        return expected.get("BB-USD").doubleValue() - expected.get("AA").doubleValue();
    }

    private static double figure(JsonNode portfolio, String key) {
        return portfolio.get(key).doubleValue();
    }

    @ParameterizedTest
    @EnumSource
    void every_objective_gives_weights_that_add_up_and_figures(PortfolioObjective objective) {
        JsonNode json = objective.needsTarget()
                ? json(prices, "--objective", objective.word(), "--target", "0.5")
                : json(prices, "--objective", objective.word());

        assertEquals(objective.word(), json.get("objective").stringValue());
        double sum = 0;
        double expected = 0;
        for (String name : NAMES) {
            sum += weight(json, name);
            expected +=
                    weight(json, name) * json.get("expectedReturns").get(name).doubleValue();
        }
        assertEquals(1, sum, 1e-12);
        assertEquals(expected, figure(json, "expectedReturn"), 1e-9);
        assertEquals(figure(json, "expectedReturn") / figure(json, "volatility"), figure(json, "sharpe"), 1e-9);
        assertTrue(figure(json, "conditionalValueAtRisk") < 0);
        Cli.Ran table = objective.needsTarget()
                ? run(prices, "--objective", objective.word(), "--target", "0.5")
                : run(prices, "--objective", objective.word());
        assertEquals(0, table.code(), table.err());
        assertTrue(table.out().contains("| BB-USD |"), table.out());
    }

    @Test
    void each_is_the_best_at_what_it_is_for() {
        JsonNode calm = json(prices, "--objective", "min-variance");
        JsonNode sharp = json(prices, "--objective", "max-sharpe");
        JsonNode tail = json(prices, "--objective", "min-cvar");
        JsonNode even = json(prices, "--objective", "equal");
        for (JsonNode other : List.of(calm, sharp, tail, even)) {
            assertTrue(figure(calm, "volatility") <= figure(other, "volatility") + 1e-9);
            assertTrue(figure(sharp, "sharpe") >= figure(other, "sharpe") - 1e-9);
            assertTrue(figure(tail, "conditionalValueAtRisk") >= figure(other, "conditionalValueAtRisk") - 1e-9);
        }
        double target = (figure(calm, "expectedReturn") + figure(sharp, "expectedReturn")) / 2;
        JsonNode reached = json(prices, "--objective", "target-return", "--target", Double.toString(target));
        assertEquals(target, figure(reached, "expectedReturn"), 1e-9);
        JsonNode risky =
                json(prices, "--objective", "target-risk", "--target", Double.toString(figure(reached, "volatility")));
        assertEquals(target, figure(risky, "expectedReturn"), 1e-6);
    }

    /** What the readme of PyPortfolioOpt publishes for the same prices. */
    @Test
    void the_published_portfolio_of_twenty_stocks() {
        Path file = SharedData.path("equities-daily/us20-1989-2018.csv");
        JsonNode json = json(
                file, "--rows", "each", "--periods", "252", "--risk-free", "0.02", "--amount", "10000", "--greedy");

        assertEquals(0.35349, weight(json, "MA"), 6e-6);
        assertEquals(0.20603, weight(json, "FB"), 6e-6);
        assertEquals(0, weight(json, "GE"));
        assertEquals(0.3047768672819914, figure(json, "expectedReturn"), 1e-8);
        assertEquals(0.22165566922402932, figure(json, "volatility"), 1e-8);
        assertEquals(1.2847714127003216, figure(json, "sharpe"), 1e-8);
        assertEquals(54, json.get("allocation").get("units").get("PFE").intValue());
        assertEquals(11.89, json.get("allocation").get("left").doubleValue(), 5e-3);
        assertTrue(json.get("conditionalValueAtRisk").isNull());
        JsonNode tree = json(file, "--rows", "each", "--objective", "hrp");
        assertEquals(0.11175337115721229, weight(tree, "XOM"), 1e-9);
    }

    @Test
    void limits_are_obeyed() {
        JsonNode json = json(
                prices,
                "--bounds",
                "0.05:0.6",
                "--weight",
                "CC=0.1:0.15",
                "--sector",
                "x=AA,BB-USD",
                "--sector-limit",
                "x=0:0.4");

        assertTrue(weight(json, "DD") <= 0.6 && weight(json, "AA") >= 0.05);
        assertTrue(weight(json, "CC") >= 0.1 && weight(json, "CC") <= 0.15);
        assertTrue(weight(json, "AA") + weight(json, "BB-USD") <= 0.4 + 1e-12);
        JsonNode debts = json(prices, "--bounds=-0.5:1", "--objective", "max-utility", "--risk-aversion", "0.1");
        assertTrue(NAMES.stream().anyMatch(name -> weight(debts, name) < 0));
        JsonNode capped = json(prices, "--objective", "hrp", "--bounds", "0:0.3");
        assertTrue(NAMES.stream().allMatch(name -> weight(capped, name) <= 0.3));
    }

    @Test
    void limits_that_contradict_each_other_are_named_and_no_others() {
        Cli.Ran ran = run(
                prices,
                "--weight",
                "AA=0.4:1",
                "--weight",
                "CC=0.1:1",
                "--sector",
                "x=AA,BB-USD",
                "--sector-limit",
                "x=0:0.2");

        assertEquals(ExitCode.USAGE, ran.code());
        for (String limit : List.of("weight of AA at least 0.4", "sector x at most 0.2", "no weight below 0")) {
            assertTrue(ran.err().contains(limit), ran.err());
        }
        assertFalse(ran.err().contains("CC"), ran.err());
        assertFails(ExitCode.USAGE, "target return 90", prices, "--objective", "target-return", "--target", "90");
        assertFails(ExitCode.USAGE, "target risk 0.01", prices, "--objective", "target-risk", "--target", "0.01");
    }

    @Test
    void the_frontier_leads_from_the_least_variance_to_the_most_return() {
        JsonNode json = json(prices, "--objective", "min-variance", "--frontier", "6");

        JsonNode frontier = json.get("frontier");
        assertEquals(6, frontier.size());
        assertEquals(figure(json, "volatility"), figure(frontier.get(0), "volatility"), 1e-9);
        double most = NAMES.stream()
                .mapToDouble(name -> json.get("expectedReturns").get(name).doubleValue())
                .max()
                .orElseThrow();
        assertEquals(most, figure(frontier.get(5), "expectedReturn"), 1e-9);
        assertTrue(run(prices, "--frontier", "3").out().contains("| Frontier |"));
    }

    @Test
    void an_amount_buys_whole_units_at_the_last_prices() throws IOException {
        JsonNode json = json(prices, "--objective", "equal", "--amount", "5000");

        String last = Files.readAllLines(prices).getLast();
        double spent = 0;
        for (int i = 0; i < 4; i++) {
            double price = Double.parseDouble(last.split(",", -1)[i + 1]);
            spent += price
                    * json.get("allocation").get("units").get(NAMES.get(i)).longValue();
        }
        assertEquals(5000, spent + json.get("allocation").get("left").doubleValue(), 1e-6);
        assertTrue(run(prices, "--amount", "5000").out().contains("| Left over"));
    }

    @Test
    void views_move_the_weights_toward_them() {
        JsonNode before = json(prices, "--objective", "black-litterman");
        JsonNode after = json(prices, "--objective", "black-litterman", "--view", "BB-USD=5@0.9");
        JsonNode relative = json(prices, "--objective", "black-litterman", "--view", "BB-USD-AA=3");

        assertTrue(weight(after, "BB-USD") > weight(before, "BB-USD"));
        assertTrue(lead(relative) > lead(before) + 1, "3 more are wanted: " + lead(relative));
        JsonNode market = json(
                prices,
                "--objective",
                "black-litterman",
                "--market-cap",
                "AA=10",
                "--market-cap",
                "BB-USD=20",
                "--market-cap",
                "CC=30",
                "--market-cap",
                "DD=40");
        assertEquals(0.1, weight(market, "AA"), 1e-6, "without views the market is the best for its own returns");
        assertEquals(0.4, weight(market, "DD"), 1e-6);
    }

    @Test
    void rows_in_which_an_asset_has_no_price_are_left_out_with_a_note() {
        Path gaps = folder.resolve("gaps.csv");
        Cli.Ran ran = run(gaps, "--json");

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("30 of 100 rows are left out"), ran.err());
        assertTrue(ran.err().contains("DD begins on 2021-01-31"), ran.err());
        assertEquals(70, json(gaps).get("rows").intValue());
        assertEquals(100, json(gaps, "--rows", "each").get("rows").intValue());
        assertEquals(100, json(gaps, "--assets", "AA,CC").get("rows").intValue());
        assertFails(ExitCode.USAGE, "--rows common", gaps, "--rows", "each", "--risk", "ledoit-wolf");
        assertFails(ExitCode.USAGE, "--rows common", gaps, "--rows", "each", "--objective", "min-cvar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "ledoit-wolf", "constant-correlation", "ewma", "semi"})
    void every_model_of_risk_goes_with_every_model_of_returns(String risk) {
        for (String returns : List.of("compound", "mean", "ewma", "capm")) {
            JsonNode json = json(prices, "--risk", risk, "--returns", returns, "--objective", "min-variance");
            assertTrue(figure(json, "volatility") > 0);
        }
    }

    @Test
    void a_column_may_be_the_market_instead_of_an_asset() {
        JsonNode json = json(prices, "--returns", "capm", "--market", "CC");

        assertEquals(3, json.get("weights").size());
        assertFalse(json.get("weights").has("CC"));
    }

    @Test
    void prices_that_make_no_portfolio_are_refused() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "date,A,B\n2021-01-01,1,2\n2021-01-02,x,2\n");
        Path zero = Files.writeString(folder.resolve("zero.csv"), "date,A,B\n2021-01-01,1,2\n2021-01-02,0,2\n");
        Path few = Files.writeString(
                folder.resolve("few.csv"), "date,A,B\n2021-01-01,1,\n2021-01-02,1,\n2021-01-03,2,3\n2021-01-04,1,2\n");
        Path flat = Files.writeString(
                folder.resolve("flat.csv"),
                "date,A,B\n2021-01-01,1,2\n2021-01-02,1,3\n2021-01-03,1,2\n2021-01-04,1,2\n");

        assertFails(ExitCode.DATA, "line 3 has 'x' under A", bad);
        assertFails(ExitCode.DATA, "The price of A on 2021-01-02 is 0:", zero);
        assertFails(ExitCode.DATA, "Only 2 of 4 rows", few);
        assertFails(ExitCode.DATA, "A does not move", flat, "--objective", "risk-parity");
        assertFails(ExitCode.DATA, "positive expected excess return", flat);
        assertFails(ExitCode.DATA, "no file", folder.resolve("none.csv"));
    }

    @Test
    void what_does_not_go_together_is_refused() {
        assertFails(ExitCode.USAGE, "Did you mean 'max-sharpe'?", prices, "--objective", "max-sharp");
        assertFails(ExitCode.USAGE, "Did you mean 'sample'?", prices, "--risk", "sampel");
        assertFails(ExitCode.USAGE, "needs a --target", prices, "--objective", "target-risk");
        assertFails(ExitCode.USAGE, "no use for --target", prices, "--target", "0.1");
        assertFails(ExitCode.USAGE, "upper of --bounds alone", prices, "--objective", "hrp", "--weight", "AA=0:1");
        assertFails(ExitCode.USAGE, "obeys no limits", prices, "--objective", "equal", "--bounds", "0:0.5");
        assertFails(ExitCode.USAGE, "does not weigh --l2", prices, "--objective", "min-cvar", "--l2", "1");
        assertFails(ExitCode.USAGE, "black-litterman, not with max-sharpe", prices, "--view", "AA=1");
        assertFails(ExitCode.USAGE, "black-litterman, not with max-sharpe", prices, "--tau", "0.1");
        assertFails(ExitCode.USAGE, "is about none of", prices, "--objective", "black-litterman", "--view", "ZZ=1");
        assertFails(ExitCode.USAGE, "is no range", prices, "--bounds", "0.3");
        assertFails(ExitCode.USAGE, "'a' is no number", prices, "--bounds", "0:a");
        assertFails(ExitCode.USAGE, "a sector y", prices, "--sector-limit", "y=0:1");
        assertFails(ExitCode.USAGE, "no asset 'ZZ'", prices, "--weight", "ZZ=0:1");
        assertFails(ExitCode.USAGE, "no column ZZ", prices, "--assets", "AA,ZZ");
        assertFails(ExitCode.USAGE, "without --amount", prices, "--greedy");
        assertFails(ExitCode.USAGE, "no use for --risk-aversion", prices, "--risk-aversion", "2");
        assertFails(ExitCode.USAGE, "--sector x has no bounds", prices, "--sector", "x=AA");
        assertFails(ExitCode.USAGE, "without --turnover-cost", prices, "--present", "AA=1");
        assertFails(ExitCode.USAGE, "--frontier 1", prices, "--frontier", "1");
        assertFails(ExitCode.USAGE, "--tail 0.0", prices, "--tail", "0");
        assertFails(
                ExitCode.DATA,
                "is a debt",
                prices,
                "--bounds=-0.5:1",
                "--risk-aversion",
                "0.1",
                "--objective",
                "max-utility",
                "--amount",
                "1000");
    }

    @Test
    void numbers_that_make_no_sense_are_refused_before_anything_is_solved_and_are_shown_rounded() throws IOException {
        assertFails(ExitCode.USAGE, "--amount -5 is no money", prices, "--amount", "-5");
        assertFails(ExitCode.USAGE, "--amount 0 is no money", prices, "--amount", "0");
        assertFails(ExitCode.USAGE, "--amount NaN is no money", prices, "--amount", "NaN");
        assertFails(ExitCode.USAGE, "no more than 1000000000000", prices, "--amount", "1e18");
        assertFails(ExitCode.USAGE, "1000 at most", prices, "--frontier", "100000000");
        assertFails(ExitCode.USAGE, "--target -1", prices, "--objective", "target-risk", "--target=-1");
        assertFails(ExitCode.USAGE, "--target NaN", prices, "--objective", "target-return", "--target", "NaN");
        assertFails(ExitCode.USAGE, "--risk-aversion 0", prices, "--objective=max-utility", "--risk-aversion=0");
        assertFails(ExitCode.USAGE, "--span 0", prices, "--returns", "ewma", "--span", "0");
        assertFails(ExitCode.USAGE, "--span is of no use", prices, "--span", "90");
        assertFails(ExitCode.USAGE, "write the least first, as --bounds 0.1:0.5", prices, "--bounds", "0.5:0.1");
        assertFails(ExitCode.USAGE, "--weight 0.9:0.1 runs backwards", prices, "--weight", "AA=0.9:0.1");
        assertFails(
                ExitCode.USAGE,
                "--sector t=AA,ZZ names 'ZZ', which is none of the assets AA, BB-USD, CC, DD",
                prices,
                "--sector",
                "t=AA,ZZ",
                "--sector-limit",
                "t=0:0.3");
        assertFails(ExitCode.USAGE, "name each column once", prices, "--assets", "AA,AA");
        assertFails(ExitCode.USAGE, "L2 factor of -1 is none", prices, "--l2=-1");
        Cli.Ran ran = run(prices, "--risk-free", "50");
        assertTrue(ran.err().matches("(?s).*the best has -[0-9]+\\.[0-9]{1,6}\\).*"), ran.err());
        Path negative = Files.writeString(
                folder.resolve("negative.csv"), "date,A\n2021-01-01,1\n2021-01-02,-1.2345678901234567\n2021-01-03,1\n");
        assertFails(ExitCode.DATA, "The price of A on 2021-01-02 is -1.23457:", negative);
    }

    @Test
    void tables_that_are_none_are_told_apart() throws IOException {
        Path two = Files.writeString(folder.resolve("two.csv"), "date,A,B\n2021-01-01,1,2\n2021-01-02,2,2\n");
        Path twice = Files.writeString(folder.resolve("twice.csv"), "date,A\n2021-01-01,1\n2021-01-01,2\n");
        Path unsorted = Files.writeString(folder.resolve("unsorted.csv"), "date,A\n2021-01-02,1\n2021-01-01,2\n");
        Path comma = Files.writeString(folder.resolve("comma.csv"), "date;A\n2021-01-01;1,5\n");
        Path binary = Files.writeString(folder.resolve("binary.csv"), "\u0000\u0001");
        Path three = Files.writeString(
                folder.resolve("three.csv"), "date,A,B\n2021-01-01,1,2\n2021-01-02,2,2\n2021-01-03,2,3\n");

        assertFails(ExitCode.DATA, "has 2 rows of prices, of which no portfolio is made: it takes 3 or more", two);
        assertFails(ExitCode.DATA, "line 3 is of 2021-01-01 as the line before it is", twice);
        assertFails(ExitCode.DATA, "line 3 is of 2021-01-01, earlier than the line before it", unsorted);
        assertFails(ExitCode.DATA, "write decimals with a point", comma);
        assertFails(ExitCode.DATA, "is no text", binary);
        assertFails(ExitCode.DATA, "is a folder", folder);
        assertTrue(run(three, "--objective", "equal").err().contains("is a guess"));
    }

    /** The prices with a column at exactly 100 that does not move. */
    private static Path withCash() throws IOException {
        List<String> lines = Files.readAllLines(prices);
        StringBuilder text = new StringBuilder(lines.getFirst() + ",CASH\n");
        lines.stream().skip(1).forEach(line -> text.append(line).append(",100\n"));
        return Files.writeString(folder.resolve("cash.csv"), text);
    }

    @Test
    void a_column_that_does_not_move_and_earns_nothing_gets_nothing_in_the_best_ratio() throws IOException {
        Path cash = withCash();
        JsonNode without = json(prices);
        JsonNode with = json(cash);

        assertEquals(0, weight(with, "CASH"), 1e-6);
        for (String name : NAMES) {
            assertEquals(weight(without, name), weight(with, name), 1e-6, name);
        }
        assertEquals(figure(without, "sharpe"), figure(with, "sharpe"), 1e-9);
    }

    @Test
    void a_column_that_gains_without_moving_is_named() throws IOException {
        Cli.Ran ran = run(withCash(), "--risk-free=-0.01");

        assertEquals(ExitCode.DATA, ran.code(), ran.err());
        assertTrue(ran.err().contains("CASH does not move"), ran.err());
    }

    @Test
    void advice_to_shrink_spells_the_model_as_the_command_does() throws IOException {
        Path twins = Files.writeString(
                folder.resolve("twins.csv"),
                "date,A,B\n2021-01-01,1,16\n2021-01-02,2,8\n2021-01-03,1,16\n2021-01-04,2,8\n2021-02-05,4,4\n");
        Cli.Ran ran = run(twins, "--returns", "mean", "--bounds=-1:1");

        assertEquals(ExitCode.DATA, ran.code(), ran.err());
        assertTrue(ran.err().contains("shrink (--risk ledoit-wolf)"), ran.err());
    }

    @Test
    void the_mean_of_the_worst_says_of_which_share_of_the_periods() {
        assertTrue(run(prices).out().contains("Mean of the worst 5 % of periods"));
        assertTrue(run(prices, "--tail", "0.125").out().contains("Mean of the worst 12.5 % of periods"));
        assertEquals(0.125, figure(json(prices, "--tail", "0.125"), "tail"));
    }
}
