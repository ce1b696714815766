package org.evenkeel.report.view;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.report.view.HeaderView.Fact;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** How a run that was made as time went by traded, and what it paid: what happened, in words. Nothing was assumed. */
final class LiveAssumptions {
    private final Run run;
    private final Optional<RunInfo.Live> live;
    /** Empty where an earlier release began the run, which recorded neither. */
    private final Optional<Boolean> executed;

    private LiveAssumptions(Run run) {
        this.run = run;
        this.live = run.info().live();
        this.executed = live.map(RunInfo.Live::executed);
    }

    static List<Fact> of(Run run) {
        return new LiveAssumptions(run).facts();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Trading", LiveWords.trading(run.info())));
        facts.add(new Fact(
                "Decisions", Assumptions.decisions(run.settings(), run.curve().equity()[0]) + starts()));
        facts.add(new Fact("Fills", fills()));
        facts.add(new Fact("Triggers", triggers()));
        facts.add(new Fact("Pool fees", CostAssumptions.fees(run.labels().pairs())));
        facts.add(new Fact("Price impact", impact()));
        facts.add(new Fact("Gas", gas()));
        facts.add(new Fact("Bridging", bridging()));
        facts.add(new Fact(
                "Valuation",
                "Positions are worth what their sale would have brought by the pools as they were, fees off: the run's own"
                        + " quotes. The book is valued at each decision, before its trades, and after the last that"
                        + " happened: cash to the last unit, what was held then at the quotes of the last decision, what"
                        + " was bought since at its fill. Candles value benchmarks, shares and the line between decisions"
                        + " alone, where that is said."));
        return facts;
    }

    private String starts() {
        int starts = run.journal().starts().size();
        return starts < 2 ? "" : " The run was started " + starts + " times, and did nothing while it was stopped.";
    }

    private String fills() {
        String how = executed.map(sent -> sent
                        ? "What each swap brought, read from its receipt."
                        : "On paper: what the route of each trade would have brought when it was planned. Nothing was sent, so"
                                + " no pool felt it.")
                .orElse("At the pools' prices of the moment.");
        return how + late();
    }

    /** How long after their tick the trades of decisions were filled. */
    private String late() {
        List<Cycle> cycles = run.book().cycles(); // Their numbers count from 1 without a gap.
        List<Duration> late = run.fills().all().stream()
                .filter(filled -> filled.reason().isDecided())
                .filter(filled -> filled.plan().cycle() >= 1 && filled.plan().cycle() <= cycles.size())
                .map(filled -> Duration.between(
                        cycles.get(filled.plan().cycle() - 1).at(), filled.end().at()))
                .sorted()
                .toList();
        return late.isEmpty()
                ? ""
                : " Of the " + late.size() + " that decisions made, half were filled within "
                        + span(late.get((late.size() - 1) / 2)) + " of the decision, the last after "
                        + span(late.getLast()) + ".";
    }

    private static String span(Duration span) {
        return span.compareTo(Duration.ofMinutes(2)) < 0
                ? Math.max(0, span.toSeconds()) + " s"
                : span.compareTo(Duration.ofHours(2)) < 0 ? span.toMinutes() + " min" : span.toHours() + " h";
    }

    private String triggers() {
        String watched = live.map(told -> "Watched on the pools' quotes every " + span(told.look())
                        + " between decisions, while the run went on.")
                .orElse("Watched on the pools' quotes between decisions, while the run went on.");
        Map<String, Long> fired = run.fills().all().stream()
                .filter(filled -> filled.reason().isTrigger())
                .collect(Collectors.groupingBy(
                        filled -> filled.reason().words(), LinkedHashMap::new, Collectors.counting()));
        String sold = fired.isEmpty()
                ? " None was filled."
                : fired.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " Filled: ", "."));
        return watched + " They are not on the chain." + sold;
    }

    private String impact() {
        double lost = run.fills().all().stream()
                .mapToDouble(filled -> filled.costs().impact().doubleValue())
                .sum();
        boolean onPaper = executed.filter(sent -> !sent).isPresent();
        return Numbers.money(lost) + " USD in all: what the trades " + (onPaper ? "would have " : "")
                + "moved the pools on their way.";
    }

    private String gas() {
        BigDecimal usd = run.book().trades().stream().map(Trade::gas).reduce(BigDecimal.ZERO, BigDecimal::add);
        usd = usd.add(TradeFigures.transferGas(run.book()));
        String all = Numbers.money(usd.doubleValue()) + " USD in all";
        if (executed.filter(sent -> !sent).isPresent()) {
            return all + ", as it was estimated for each trade. None was paid, and as much counts as put in.";
        }
        if (executed.isEmpty()) {
            return all + ", paid with a coin that the book does not hold, or estimated. As much counts as put in.";
        }
        Map<String, BigDecimal> coins = new LinkedHashMap<>();
        for (Trade trade : run.book().trades()) {
            coins.merge(
                    trade.plan().intent().pair().chain().name(), trade.trail().gas(), BigDecimal::add);
        }
        String paid = coins.entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .map(entry -> LiveWords.coins(run.info(), entry.getKey(), entry.getValue()) + " on "
                        + Texts.label(entry.getKey()))
                .collect(Collectors.joining(", "));
        return all
                + ", each at the coin's price when it was paid, failed attempts and transfers among it. The book holds"
                + " no such coin: as much counts as put in."
                + (paid.isEmpty() ? "" : " Trades took " + paid + ".");
    }

    private String bridging() {
        if (run.info().market().reserves().size() < 2) {
            return "Not needed: all pairs are on one chain.";
        }
        List<Transfer> arrived = List.copyOf(run.book().transfers());
        int back = run.book().returnedTransfers().size();
        int open = run.book().inFlight().size();
        if (arrived.isEmpty() && back == 0 && open == 0) {
            return "No money was moved between chains.";
        }
        String rest = (back == 0 ? "" : ", " + back + " came back or never left")
                + (open == 0 ? "" : ", " + open + (open == 1 ? " is" : " are") + " on the way");
        return (arrived.size() == 1 ? "1 transfer" : arrived.size() + " transfers") + " between chains arrived" + rest
                + took(Numbers.money(TradeFigures.bridging(run.book()).doubleValue()));
    }

    private String took(String usd) {
        return executed.filter(sent -> !sent).isPresent()
                ? ", on paper, at what the settings say that it costs: " + usd + " USD."
                : ". Relayers took " + usd + " USD.";
    }
}
