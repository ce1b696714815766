package org.evenkeel.cli.reading;

import java.util.List;
import java.util.Optional;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.replay.FirstDifference;

/** Holds the signals of a decision that was made again against those that were recorded. */
final class SignalComparison {
    private static final String ONE = "result.outcomes[0].";

    private SignalComparison() {}

    /**
     * The first field that differs.
     *
     * @param recorded what became of each signal, and after them of each order of the strategy's own
     * @param now what the alpha model made of each signal, before any trade
     */
    static Optional<String> difference(List<SignalOutcome> recorded, List<SignalOutcome> now) {
        for (int i = 0; i < now.size(); i++) {
            SignalOutcome again = now.get(i);
            if (i >= recorded.size() || !recorded.get(i).pair().equals(again.pair())) {
                return Optional.of("signal of " + again.pair() + ": recorded nothing at place " + (i + 1) + ", now "
                        + text(again));
            }
            Optional<String> found = fields(recorded.get(i), again);
            if (found.isPresent()) {
                return found;
            }
        }
        return recorded.stream()
                .skip(now.size())
                .filter(outcome -> outcome.signal().isPresent())
                .findFirst()
                .map(outcome -> "signal of " + outcome.pair() + ": recorded " + text(outcome) + ", now nothing");
    }

    private static Optional<String> fields(SignalOutcome recorded, SignalOutcome now) {
        // What a trade came to is not the decision's.
        SignalOutcome comparable = now.outcome().isTraded() ? now.with(recorded.outcome(), recorded.bound()) : now;
        return FirstDifference.of(result(recorded), result(comparable))
                .map(difference -> "signal of " + now.pair() + ", "
                        + difference.path().replace(ONE, "") + ": recorded " + difference.recorded() + ", now "
                        + difference.now());
    }

    private static Cycle.Result result(SignalOutcome outcome) {
        return new Cycle.Result(0, 0, List.of(outcome));
    }

    private static String text(SignalOutcome outcome) {
        return outcome.signal().isPresent()
                ? Double.toString(outcome.signal().getAsDouble())
                : "a position without one";
    }
}
