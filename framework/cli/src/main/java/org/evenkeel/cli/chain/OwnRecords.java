package org.evenkeel.cli.chain;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.state.store.StateException;

/** Opens what is kept of a wallet, which one process at a time may have. */
public final class OwnRecords {
    private OwnRecords() {}

    /**
     * What is opened.
     *
     * @param wallet whose records it opens
     * @param chain where that sends
     * @throws StateConflict when another process has them
     */
    public static <T> T of(Address wallet, Chain chain, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StateException.Locked locked) {
            throw inUse(wallet, chain, locked.pid());
        } catch (TxException.Locked locked) {
            throw inUse(wallet, chain, locked.pid());
        }
    }

    private static StateConflict inUse(Address wallet, Chain chain, OptionalLong pid) {
        return new StateConflict("The wallet " + wallet + " on " + chain + " is in use by "
                + (pid.isPresent() ? "another run, of pid " + pid.getAsLong() : "another run")
                + ": two must not send from one wallet. End that one first, or use another wallet. Nothing was sent.");
    }
}
