package org.evenkeel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.market.Chain;

/**
 * Looks at the stops on all other chains while a transaction is waited for on one. It is called from within the wait, on the
 * run's own thread; what it sends is waited for in turn, with both chains left out.
 */
final class Meanwhile {
    private final CycleEngine engine;
    private final Time time;
    private final Duration pace;
    private final Runnable after;
    private final Consumer<Unavailable> away;
    private final Set<Chain> busy = new HashSet<>();
    private Instant next = Instant.MAX;

    /**
     * @param pace the time between two looks
     * @param after what is done after each
     * @param away hears what cannot be reached
     */
    Meanwhile(CycleEngine engine, Time time, Duration pace, Runnable after, Consumer<Unavailable> away) {
        this.engine = engine;
        this.time = time;
        this.pace = pace;
        this.after = after;
        this.away = away;
    }

    /** Nothing is looked at, as at the beginning: whether the wallet holds what the books say is not known. */
    void rest() {
        next = Instant.MAX;
    }

    /** All has been looked at just now. */
    void lookedAtAll() {
        next = time.instant().plus(pace);
    }

    /** Something is waited for on a chain. */
    void waits(Chain chain) {
        if (!time.instant().isBefore(next) && !time.isOver()) {
            lookedAtAll();
            boolean added = busy.add(chain);
            try {
                engine.glance(time.instant(), Set.copyOf(busy));
                after.run();
            } catch (Unavailable e) {
                away.accept(e);
            } catch (InterruptedException | DurableTrading.StoppedBefore stop) {
                // The run is to stop: what is waited for ends first, and whoever waited sees it too.
            } finally {
                if (added) {
                    busy.remove(chain);
                }
            }
        }
    }
}
