package org.evenkeel.cli.live;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.cli.terminal.Held;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;

/**
 * All chains of a run.
 *
 * @param byChain in the universe's order
 */
record LiveChains(Map<Chain, LiveChain> byChain) implements AutoCloseable {
    /**
     * What is traded.
     *
     * @param universe its pairs and reserves
     * @param known tokens that were traded before
     */
    record Traded(TradingUniverse universe, Set<Token> known) {}

    /**
     * Reaches the chains of a universe and finds its pools there.
     *
     * @param holder who holds the money, where anybody does
     * @throws UsageException when no node is named for a chain
     * @throws org.evenkeel.onchain.config.ConfigException when nothing is known of one
     */
    static LiveChains open(Traded traded, ChainOptions options, Optional<Address> holder, InstantSource clock) {
        ChainsFile known = options.known();
        Endpoints endpoints = options.endpoints();
        List<ChainProfile> profiles =
                traded.universe().reserves().keySet().stream().map(known::get).toList();
        profiles.forEach(profile -> endpoints.reading(profile.chain())); // Before any chain is asked.
        LiveChains chains = new LiveChains(new LinkedHashMap<>());
        boolean opened = false;
        try {
            for (ChainProfile profile : profiles) {
                chains.byChain.put(
                        profile.chain(),
                        LiveChain.open(profile, ChainOptions.client(profile, endpoints, clock), traded, holder));
            }
            opened = true;
            return chains;
        } finally {
            if (!opened) {
                chains.close();
            }
        }
    }

    /** Lets them send. */
    LiveChains sending(LiveJob.Sending sending, TradingUniverse universe, InstantSource clock) {
        byChain.values().forEach(chain -> chain.send(sending, universe, clock));
        return this;
    }

    /** That one. */
    LiveChain on(Chain chain) {
        LiveChain found = byChain.get(chain);
        if (found == null) {
            throw new IllegalArgumentException("The run has no account on " + chain + ".");
        }
        return found;
    }

    List<LiveChain> all() {
        return new ArrayList<>(byChain.values());
    }

    /** Assets that do not answer as the tokens that they were. */
    List<Token> silent() {
        return all().stream().flatMap(chain -> chain.market().silent().stream()).toList();
    }

    /** What a person should know of the wallet's records. */
    List<String> notices() {
        return all().stream().flatMap(chain -> chain.notices().stream()).toList();
    }

    @Override
    public void close() {
        Held held = new Held();
        byChain.values().forEach(held::keep);
        held.close();
    }
}
