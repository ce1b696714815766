package org.evenkeel.api.port;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Trail;

/** Executes trades. Each is on record before it comes here. */
public interface Execution {
    /**
     * A trade to execute.
     *
     * @param trade the plan; a sale's size is a quantity by now
     * @param at from when on it may be executed
     * @param touched the price at which a trigger was touched; empty for a decision's trade
     */
    record Order(PlannedTrade trade, Instant at, OptionalDouble touched) {}

    /** How an execution ended. */
    sealed interface Ended {
        /** When. */
        Instant at();
    }

    /**
     * It was executed.
     *
     * @param trail what it left behind
     */
    record Filled(Instant at, Fill fill, Trail trail) implements Ended {
        /** It left nothing behind. */
        public Filled(Instant at, Fill fill) {
            this(at, fill, Trail.NONE);
        }
    }

    /**
     * It was not executed, and never will be.
     *
     * @param trail what it left behind, and why it was not executed
     */
    record Failed(Instant at, Outcome outcome, BigDecimal gas, Trail trail) implements Ended {
        /** It left nothing behind. */
        public Failed(Instant at, Outcome outcome, BigDecimal gas) {
            this(at, outcome, gas, Trail.NONE);
        }
    }

    /** It was sent, and its outcome could not be learned: it may have happened. */
    record Unknown(Instant at) implements Ended {}

    /**
     * Whether gas is paid with a coin that no book holds, as on a chain. Then none is set aside for it, and as much money
     * flows in with each trade as its gas took: the book's cash stays what the wallet holds, and gas is still a cost.
     */
    default boolean paysGasItself() {
        return false;
    }

    /** Executes a trade, or learns why it cannot be. Never executes one trade twice. */
    Ended execute(Order order);

    /**
     * Which trades the chain has taken back: it was reorganised, and what had ended them is no longer a part of it. Asked
     * before {@link #settle}, which is then asked what became of them instead.
     *
     * @param booked trades of one book whose ends are on record, in the order they were planned in; a view
     * @return those of them whose end, a fill or a revert, is no longer so, the newest transaction first: what was sent
     *     later by the same wallet stands before what was sent earlier
     */
    default List<Trade> undone(List<Trade> booked) {
        return List.of();
    }

    /**
     * Learns what became of trades whose outcome is open, as after a restart or a reorganisation of the chain.
     *
     * @param open trades that were planned or whose outcome was unknown
     * @param at now
     * @return an end for each, in their order; failed as {@link Outcome#NOT_SENT} where nothing was sent that could ever
     *     trade, so that a decision that is still good may plan it again
     */
    List<Ended> settle(List<Trade> open, Instant at);
}
