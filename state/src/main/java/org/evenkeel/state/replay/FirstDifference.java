package org.evenkeel.state.replay;

import java.util.Optional;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.store.StateJson;

/**
 * The first field in which what was recorded and what is there now differ.
 *
 * @param path where it is, such as {@code decision.intents[2].size.value}
 * @param recorded what was recorded there; {@code nothing} where it ended before
 * @param now what is there now; {@code nothing} where it ends before
 */
public record FirstDifference(String path, String recorded, String now) {
    /** The first field in which two decisions differ; empty when they are equal. */
    public static Optional<FirstDifference> of(Cycle.Decision recorded, Cycle.Decision now) {
        return JsonComparison.firstDifference(StateJson.of(recorded), StateJson.of(now));
    }

    /** The first field in which what became of two cycles differs; empty when they are equal. */
    public static Optional<FirstDifference> of(Cycle.Result recorded, Cycle.Result now) {
        return JsonComparison.firstDifference(StateJson.of(recorded), StateJson.of(now));
    }

    /** The first field in which two states differ, in the order of {@code state.json}; empty when they are equal. */
    public static Optional<FirstDifference> of(LedgerSnapshot recorded, LedgerSnapshot now) {
        return recorded.equals(now)
                ? Optional.empty()
                : JsonComparison.firstDifference(StateJson.of(recorded), StateJson.of(now));
    }

    /** The difference in one line: {@code decision.intents[2].size.value: recorded 812.11, now 812.10}. */
    @Override
    public String toString() {
        return path + ": recorded " + recorded + ", now " + now;
    }
}
