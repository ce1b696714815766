package org.evenkeel.onchain.collect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.DataException;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.rpc.LogEntry;

/** Reads the logs of a pool in their order, and knows what the pool holds after each. */
sealed interface PoolTape permits PairTape, RangesTape {
    /** What a pool of this kind writes that is needed. */
    static Set<Topic> events(CollectedPool pool) {
        return switch (pool.ref().dex()) {
            case Dex.ConstantProduct pairs -> PairTape.EVENTS;
            case Dex.Concentrated ranges -> RangesTape.EVENTS;
        };
    }

    /** A tape of which nothing was read. */
    static PoolTape of(CollectedPool pool) {
        return switch (pool.ref().dex()) {
            case Dex.ConstantProduct pairs -> new PairTape(new Sides(pool));
            case Dex.Concentrated ranges -> new RangesTape(new Sides(pool));
        };
    }

    /**
     * Reads the next log; empty where it is of no swap.
     *
     * @throws DataException when the pool is not of its kind
     */
    Optional<Traded> read(LogEntry log);

    /** Base tokens that it holds; NaN before the first log. */
    double baseReserve();

    /** Quote tokens that it holds; NaN before the first log. */
    double quoteReserve();

    /** Which of the pool's tokens is which of the pair's. */
    final class Sides {
        private final CollectedPool pool;
        private final boolean baseIsFirst;
        private final int baseDecimals;
        private final int quoteDecimals;

        Sides(CollectedPool pool) {
            this.pool = pool;
            this.baseIsFirst = pool.baseIsFirst();
            this.baseDecimals = pool.pair().base().decimals();
            this.quoteDecimals = pool.pair().quote().decimals();
        }

        boolean baseIsFirst() {
            return baseIsFirst;
        }

        double baseTokens(BigInteger first, BigInteger second) {
            return tokens(baseIsFirst ? first : second, baseDecimals);
        }

        double quoteTokens(BigInteger first, BigInteger second) {
            return tokens(baseIsFirst ? second : first, quoteDecimals);
        }

        private static double tokens(BigInteger units, int decimals) {
            return new BigDecimal(units, decimals).doubleValue();
        }

        /** How many units of the second token a unit of the first has, in tokens. */
        double firstPerSecond(double units) {
            int places = (baseIsFirst ? baseDecimals : quoteDecimals) - (baseIsFirst ? quoteDecimals : baseDecimals);
            return places >= 0 ? units * Math.pow(10, places) : units / Math.pow(10, -places);
        }

        DataException strange(LogEntry log, String why) {
            return new DataException("Log " + log.index() + " of block " + log.blockNumber() + " is none of a " + pool
                    + ": " + why + ". The exchange is of another kind than chains.json says.");
        }

        AbiReader data(LogEntry log, int words) {
            int size = words * Word.BYTES;
            if (log.data().size() < size) {
                throw strange(log, "it has " + log.data().size() + " bytes, not " + size);
            }
            return AbiReader.of(log.data());
        }
    }

    /** The unit of what a contract writes. */
    final class Word {
        static final int BYTES = 32;

        private Word() {}
    }
}
