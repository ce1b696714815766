package org.evenkeel.live;

import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.api.port.Ports;
import org.evenkeel.market.Chain;
import org.evenkeel.state.Ledger;

/**
 * The world that a live run runs in.
 *
 * @param time what time it is
 * @param feed brings the market data up to date
 * @param wallet what is really held; empty on paper, where the books are all there is
 * @param trading makes the engine's ports
 */
public record World(Time time, DataFeed feed, Optional<Wallet> wallet, Trading trading) {
    /** Makes the engine's ports for a run. */
    @FunctionalInterface
    public interface Trading {
        /**
         * The ports of a run.
         *
         * @param run its name, which no other run has: the strategy's, {@code @}, and when it began. What is sent for it is
         *     found by it again after a restart
         * @param ledger what is owned, to read
         */
        Ports ports(String run, Ledger ledger);

        /**
         * Has something looked at while a transaction is waited for. Asked for once, after the ports.
         *
         * @param look to be called between any two looks at a transaction, with the chain that it is on
         */
        default void whileWaiting(Consumer<Chain> look) {}
    }
}
