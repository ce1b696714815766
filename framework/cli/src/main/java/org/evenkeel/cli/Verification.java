package org.evenkeel.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.replay.FirstDifference;
import org.evenkeel.state.replay.Replay;
import org.evenkeel.state.store.StateFolder;
import org.jspecify.annotations.Nullable;

/** Makes every decision of a run again, each from the state that the journal had before it and the same data. */
final class Verification {
    private final StateFolder folder;
    private final @Nullable String data;
    private final @Nullable String strategy;
    private int decisions;
    private List<SignalOutcome> signals = List.of();
    private Optional<String> difference = Optional.empty();

    Verification(StateFolder folder, @Nullable String data, @Nullable String strategy) {
        this.folder = folder;
        this.data = data;
        this.strategy = strategy;
    }

    /** Runs; 0 when there are decisions and every one came out as recorded, else 5. */
    int run() {
        RunInfo info = info();
        Backtest backtest = Recipe.of(info, strategy, data).prepare("");
        difference =
                universe(info.market().pairs(), backtest.history().universe().pairs());
        Replay.walk(folder, (before, event) -> {
            if (difference.isEmpty()) {
                visit(before, event, backtest);
            }
        });
        if (difference.isPresent()) {
            Console.err().println("evenkeel: " + difference.get());
            return ExitCode.STATE;
        }
        if (decisions == 0) {
            Console.err()
                    .println("evenkeel: " + folder.folder()
                            + " has no decision to verify: its run ended before the first one. Run it again.");
            return ExitCode.STATE;
        }
        Console.out().println(decisions + " decisions were made again; each came out as recorded.");
        return ExitCode.OK;
    }

    /** Prices are recorded in the universe's order: in another universe nothing can be compared. */
    private static Optional<String> universe(List<TradingPair> recorded, List<TradingPair> now) {
        return recorded.equals(now)
                ? Optional.empty()
                : Optional.of("the universe: recorded " + recorded + ", now " + now
                        + ". Either the strategy has changed, or the data offers other pairs.");
    }

    private void visit(Ledger before, Event event, Backtest backtest) {
        switch (event) {
            case Event.Decided decided -> {
                decisions++;
                CycleEngine.Decision again = backtest.engine(before).decide(decided.at());
                signals = again.signals();
                difference = inputs(decided.inputs(), again.event().inputs())
                        .or(() -> FirstDifference.of(
                                        decided.decision(), again.event().decision())
                                .map(FirstDifference::toString))
                        .map(text -> named(decided.cycle(), decided.at(), text));
            }
            case Event.CycleClosed closed ->
                difference = SignalComparison.difference(closed.result().outcomes(), signals)
                        .map(text -> named(closed.cycle(), closed.at(), text));
            default -> {}
        }
    }

    private static String named(int cycle, Instant at, String text) {
        return "cycle " + cycle + " at " + at + ", " + text
                + ". Either the strategy has changed, or it does not follow from its input alone.";
    }

    private static Optional<String> inputs(Cycle.Inputs recorded, Cycle.Inputs now) {
        if (recorded.equity() != now.equity()) {
            return Optional.of("inputs.equity: recorded " + recorded.equity() + ", now " + now.equity());
        }
        for (int i = 0; i < recorded.prices().length; i++) {
            if (Double.compare(recorded.prices()[i], now.prices()[i]) != 0) {
                return Optional.of(
                        "inputs.prices[" + i + "]: recorded " + recorded.prices()[i] + ", now " + now.prices()[i]);
            }
        }
        return Optional.empty();
    }

    private RunInfo info() {
        Ledger first = new Ledger();
        folder.forEachEvent(event -> {
            first.apply(event);
            return false;
        });
        return first.info();
    }
}
