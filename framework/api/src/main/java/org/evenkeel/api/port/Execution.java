package org.evenkeel.api.port;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;

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

    /** It was executed. */
    record Filled(Instant at, Fill fill) implements Ended {}

    /** It was not executed, and never will be. */
    record Failed(Instant at, Outcome outcome, BigDecimal gas) implements Ended {}

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
     * Learns what became of trades whose outcome is open, as after a restart.
     *
     * @param open trades that were planned or whose outcome was unknown
     * @param at now
     * @return an end for each, in their order
     */
    List<Ended> settle(List<Trade> open, Instant at);
}
