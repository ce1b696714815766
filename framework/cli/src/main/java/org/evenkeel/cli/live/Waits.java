package org.evenkeel.cli.live;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.tx.Waiting;

/** How a run waits for transactions: in between, what is on other chains is looked at. */
final class Waits {
    private final LiveTime time;
    private final Duration look;
    private Consumer<Chain> meanwhile = chain -> {};

    /**
     * @param look how often prices are looked at
     */
    Waits(LiveTime time, Duration look) {
        this.time = time;
        this.look = look;
    }

    /** Has something done from now on between two looks at a transaction. */
    void meanwhile(Consumer<Chain> does) {
        meanwhile = does;
    }

    /** For a transaction that was just sent. */
    Waiting on(Chain chain) {
        return around(chain, time.waiting());
    }

    /** For one that was sent long before: until prices are to be looked at again. */
    Waiting brieflyOn(Chain chain) {
        return around(chain, time.waiting(look));
    }

    private Waiting around(Chain chain, Supplier<Waiting> patience) {
        Waiting waiting = patience.get();
        return soFar -> {
            boolean more = waiting.again(soFar);
            if (more) {
                meanwhile.accept(chain);
            }
            return more;
        };
    }
}
