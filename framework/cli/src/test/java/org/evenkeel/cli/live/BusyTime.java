package org.evenkeel.cli.live;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.evenkeel.live.Time;

/**
 * The time of two chains, which passes when somebody waits for it: people trade on both meanwhile, once an hour at least,
 * and relayers pay out what was sent from the one to the other.
 */
final class BusyTime implements Time {
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final double SHARE = 0.004;

    private final List<BusyChain> chains;
    private final Random random;
    private final BiConsumer<Instant, BusyTime> events;
    private final List<Set<BigInteger>> relayed = List.of(new HashSet<>(), new HashSet<>());
    private Instant traded;
    private boolean over;

    /**
     * @param events what else happens, told of each hour
     */
    BusyTime(List<BusyChain> chains, Random random, BiConsumer<Instant, BusyTime> events) {
        this.chains = chains;
        this.random = random;
        this.events = events;
        this.traded = instant();
    }

    /** The later of both heads; the other chain follows. */
    @Override
    public Instant instant() {
        Instant latest =
                chains.stream().map(BusyChain::now).max(Instant::compareTo).orElseThrow();
        for (BusyChain chain : chains) {
            if (chain.now().plus(SKEW).isBefore(latest)) {
                chain.passTo(latest);
            }
        }
        return latest;
    }

    @Override
    public void await(Instant instant) throws InterruptedException {
        if (over) {
            throw new InterruptedException("The run is to stop.");
        }
        passTo(instant);
    }

    /** Lets time pass, with all that happens in it. */
    void passTo(Instant instant) {
        while (traded.plus(Duration.ofHours(1)).isBefore(instant)) {
            traded = traded.plus(Duration.ofHours(1));
            events.accept(traded, this);
            chains.forEach(chain -> chain.trade(random, traded, SHARE));
        }
        chains.forEach(chain -> chain.passTo(instant));
        if (chains.size() == 1) {
            return;
        }
        chains.get(0).relayTo(chains.get(1), relayed.get(0));
        chains.get(1).relayTo(chains.get(0), relayed.get(1));
    }

    /** Buys or sells a share of a token's pool on one of the chains. */
    void push(int chain, String symbol, double share, Instant at) {
        chains.get(chain).push(symbol, share, at);
    }

    /** It is over. */
    void end() {
        over = true;
    }

    /** It goes on, so much later. */
    void goOnAfter(Duration pass) {
        over = false;
        passTo(instant().plus(pass));
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
