package org.evenkeel.report.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.RunInfo;

/**
 * What was run on what.
 *
 * @param strategy the strategy's name
 * @param data the name of the data
 * @param period the first and the last moment
 * @param valued what was done at the last moment, before its date: that of a run that goes on is no end
 * @param assumptions how fills were made and what they cost, each with its name
 * @param facts what else there is to know
 * @param parameters every parameter and setting
 */
public record HeaderView(
        String strategy,
        String data,
        Period period,
        String valued,
        List<Fact> assumptions,
        List<Fact> facts,
        List<Fact> parameters) {
    /**
     * The time that a run covers.
     *
     * @param from the first decision
     * @param to the last valuation
     * @param decisions how many decisions there were
     */
    public record Period(Instant from, Instant to, int decisions) {}

    /**
     * Something to know, for people.
     *
     * @param name what it is about
     * @param text what is known
     */
    public record Fact(String name, String text) {}

    /** The head of a run's report. */
    public static HeaderView of(Run run) {
        RunInfo info = run.info();
        long[] times = run.curve().times();
        Period period = new Period(
                Instant.ofEpochMilli(times[0]),
                Instant.ofEpochMilli(run.end()),
                run.book().cycles().size());
        List<Fact> parameters = info.parameters().entrySet().stream()
                .map(entry -> new Fact(Texts.label(entry.getKey()), Texts.text(entry.getValue())))
                .toList();
        return new HeaderView(
                Texts.label(info.strategy()),
                Texts.label(info.data().name()),
                period,
                run.journal().worth().isPresent()
                        ? "valued last at "
                                + Numbers.second(Instant.ofEpochMilli(run.end()))
                                        .substring(11)
                        : info.isLive() ? "valued last" : "valued to the end",
                Assumptions.of(run),
                facts(run),
                parameters);
    }

    private static List<Fact> facts(Run run) {
        RunInfo info = run.info();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Strategy", Texts.text(info.strategy() + ", from " + info.source())));
        facts.add(new Fact(
                "Data",
                Texts.text(info.data().name() + ", read from " + info.data().location())));
        facts.add(
                info.isLive()
                        ? new Fact("Candles", "Collected while the run went on: they have no fingerprint of their own.")
                        : new Fact("Fingerprint", Texts.text(info.data().fingerprint())));
        facts.add(new Fact("Universe", universe(info)));
        run.market()
                .ifPresent(market ->
                        market.universe().notes().forEach(note -> facts.add(new Fact("Note", Texts.text(note)))));
        return facts;
    }

    private static String universe(RunInfo info) {
        int pairs = info.market().pairs().size();
        List<String> reserves = info.market().reserves().entrySet().stream()
                .map(HeaderView::reserve)
                .toList();
        return pairs + (pairs == 1 ? " pair" : " pairs") + "; cash is kept in " + String.join(", ", reserves) + ".";
    }

    private static String reserve(Map.Entry<Chain, Token> entry) {
        String token = Texts.label(entry.getValue().symbol());
        return entry.getKey().equals(Chain.OFF_CHAIN)
                ? token
                : token + " on " + Texts.label(entry.getKey().name());
    }
}
