package org.evenkeel.state.model;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/**
 * What a ledger is the ledger of: enough to run it again.
 *
 * @param strategy the strategy's name
 * @param source where its code is: a built-in name, a file, or a class in a jar
 * @param parameters its parameters and settings, as texts, all of them
 * @param data the data it was run on
 * @param market the pairs it may trade and the reserves it keeps
 * @param live how it is run as time goes by; empty for a backtest
 */
public record RunInfo(
        String strategy,
        String source,
        SequencedMap<String, String> parameters,
        Data data,
        Market market,
        Optional<Live> live) {
    /**
     * Keeps a copy of the parameters, in their order.
     *
     * @throws IllegalArgumentException when the name of a parameter is too long, or broken
     */
    public RunInfo {
        parameters.keySet().forEach(name -> Names.require(name, "a parameter"));
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    }

    /** What a backtest's ledger is the ledger of. */
    public RunInfo(String strategy, String source, SequencedMap<String, String> parameters, Data data, Market market) {
        this(strategy, source, parameters, data, market, Optional.empty());
    }

    /** Whether it is run as time goes by; an earlier release recorded no more of it than that. */
    public boolean isLive() {
        return live.isPresent() || data.fingerprint().equals(Data.GROWING);
    }

    /**
     * How a run is made as time goes by.
     *
     * @param executed whether its trades are sent; else they are filled on paper
     * @param holder the account that holds the money, 0x and 40 hexadecimal digits; empty on paper
     * @param look how often prices are looked at between decisions
     * @param coins the symbol of the coin that pays for gas, by the name of its chain
     */
    public record Live(boolean executed, Optional<String> holder, Duration look, SequencedMap<String, String> coins) {
        /**
         * Keeps a copy.
         *
         * @throws IllegalArgumentException when the name of a chain is too long, or broken, or the holder no address
         */
        public Live {
            coins.keySet().forEach(name -> Names.require(name, "a chain"));
            coins = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(coins));
            if (holder.filter(address -> !address.matches("0x[0-9a-fA-F]{40}")).isPresent()) {
                throw new IllegalArgumentException(
                        "'" + holder.get() + "' holds no money: an address is 0x and 40 hexadecimal digits.");
            }
        }
    }

    /**
     * The data of a run.
     *
     * @param name what people know it as
     * @param location where it was read from, as it can be found again from any folder
     * @param fingerprint of all columns that were used
     * @param synthetic whether the prices are made up
     */
    public record Data(String name, String location, String fingerprint, boolean synthetic) {
        /** What stands in place of the fingerprint of data that grows as the run goes on. */
        public static final String GROWING = "live";
    }

    /**
     * The market of a run.
     *
     * @param pairs the universe's pairs, in its order
     * @param reserves the reserve asset of each chain, the home chain first
     */
    public record Market(List<TradingPair> pairs, SequencedMap<Chain, Token> reserves) {
        /**
         * Keeps copies.
         *
         * @throws IllegalArgumentException when two pairs have one id, or a reserve is not on its chain
         */
        public Market {
            pairs = List.copyOf(pairs);
            reserves = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(reserves));
            Set<Long> ids = new HashSet<>();
            for (TradingPair pair : pairs) {
                if (!ids.add(pair.id())) {
                    throw new IllegalArgumentException("The market has two pairs of id " + pair.id()
                            + ", the second is " + pair + ": state files tell pairs apart by their ids.");
                }
            }
            reserves.forEach(Market::requireOn);
        }

        private static void requireOn(Chain chain, Token reserve) {
            if (!reserve.chain().equals(chain)) {
                throw new IllegalArgumentException(
                        "The reserve of " + chain + " cannot be " + reserve + ", which is on " + reserve.chain() + ".");
            }
        }
    }
}
