package org.evenkeel.cli.reading;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Pricing;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.engine.RecordedQuotes;
import org.evenkeel.live.Closing;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.RunInfo;

/** Makes recorded decisions again: by who decided then, with the parameters of then, of what was known then. */
final class Remaking {
    private final RunInfo info;
    private final Function<RunInfo, Backtest> preparing;
    private final boolean live;
    private Backtest backtest;
    private Optional<Function<Cycle.Decision, Strategy>> decides;
    private String decider;

    /** What came of it. */
    sealed interface Outcome {}

    /** It was made again. */
    record Again(CycleEngine.Decision decision) implements Outcome {}

    /** It took another course before it came to an end, or of something else. */
    record Different(String what) implements Outcome {}

    /** Something that it takes is not there. */
    record Impossible(String why) implements Outcome {}

    /**
     * @param preparing loads the strategy and the data of a run
     */
    Remaking(RunInfo info, Function<RunInfo, Backtest> preparing) {
        this.info = info;
        this.preparing = preparing;
        this.live = info.isLive();
        this.backtest = preparing.apply(info);
        this.decides = Optional.of(recorded -> backtest.strategy());
        this.decider = info.strategy();
    }

    /** The pairs of the universe, as the strategy chooses it now. */
    List<TradingPair> pairs() {
        return backtest.history().universe().pairs();
    }

    /** The run was begun, or went on: perhaps with other parameters, or to be closed. */
    void goOn(Event.RunStarted started) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>(info.parameters());
        parameters.putAll(started.parameters());
        if (!parameters.equals(backtest.parameters())) {
            backtest = preparing.apply(
                    new RunInfo(info.strategy(), info.source(), parameters, info.data(), info.market(), info.live()));
        }
        decider = started.decides();
        Strategy own = backtest.strategy();
        if (decider.equals(info.strategy())) {
            decides = Optional.of(recorded -> own);
        } else {
            boolean closing = new Closing(own).name().equals(decider);
            decides = closing ? Optional.of(recorded -> Closing.that(own, recorded)) : Optional.empty();
        }
    }

    /** A decision, made again of the ledger as it was before it. */
    Outcome of(Ledger before, Event.Decided recorded) {
        Optional<Outcome> obstacle = obstacle(recorded);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Optional<RecordedQuotes> quotes = recorded.quoted().map(RecordedQuotes::new);
        try {
            CycleEngine.Decision again =
                    engine(before, recorded.decision(), quotes).decide(recorded.at());
            return otherQuestion(quotes)
                    .or(() -> otherInputs(recorded.inputs(), again.event().inputs()))
                    .orElseGet(() -> new Again(again));
        } catch (StrategyException | IllegalStateException failure) {
            return otherQuestion(quotes).orElseThrow(() -> failure);
        }
    }

    /** Why a decision cannot be made again as it was made. */
    private Optional<Outcome> obstacle(Event.Decided recorded) {
        if (live && recorded.quoted().isEmpty()) {
            return Optional.of(new Impossible("an earlier release wrote it, which did not record what it was told"
                    + " of prices. Decisions of this release can be made again."));
        }
        if (decides.isEmpty()) {
            return Optional.of(new Impossible("it was not the strategy's, but that of \"" + decider + "\"."));
        }
        return live ? otherCandles(recorded).map(Impossible::new) : Optional.empty();
    }

    /** A data set that grows may have got later what a decision did not see. */
    private Optional<String> otherCandles(Event.Decided recorded) {
        MarketView seen = backtest.history().asOf(recorded.at());
        for (int i = 0; i < pairs().size(); i++) {
            double then = recorded.inputs().price(i);
            double now = seen.findClose(pairs().get(i)).orElse(Double.NaN);
            if (Double.compare(then, now) != 0) {
                return Optional.of(
                        "the data is not what it saw. The last close of " + pairs().get(i) + " before it was "
                                + close(then) + " then, and is " + close(now)
                                + " now: candles were collected or mended since. Say with --data where the data of then is.");
            }
        }
        return Optional.empty();
    }

    private static String close(double price) {
        return Double.isNaN(price) ? "unknown" : Double.toString(price);
    }

    private CycleEngine engine(Ledger before, Cycle.Decision recorded, Optional<RecordedQuotes> quotes) {
        Ports ports = backtest.ports(before, Instant.MAX);
        Pricing pricing = quotes.<Pricing>map(told -> view -> told).orElse(ports.pricing());
        return new CycleEngine(
                new CycleEngine.Setup(
                        decides.orElseThrow().apply(recorded),
                        backtest.settings(),
                        backtest.history().universe()),
                new Ports(ports.clock(), ports.market(), pricing, ports.trading(), ports.bridge()),
                before);
    }

    private static Optional<Outcome> otherQuestion(Optional<RecordedQuotes> quotes) {
        return quotes.flatMap(RecordedQuotes::unanswered)
                .map(question -> new Different("quotes: now it asks " + question + ", which it did not ask then"));
    }

    private static Optional<Outcome> otherInputs(Cycle.Inputs recorded, Cycle.Inputs now) {
        if (recorded.equity() != now.equity()) {
            return Optional.of(new Different("inputs.equity: recorded " + recorded.equity() + ", now " + now.equity()));
        }
        for (int i = 0; i < recorded.priceCount(); i++) {
            if (Double.compare(recorded.price(i), now.price(i)) != 0) {
                return Optional.of(new Different(
                        "inputs.prices[" + i + "]: recorded " + recorded.price(i) + ", now " + now.price(i)));
            }
        }
        return Optional.empty();
    }
}
