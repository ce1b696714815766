package org.evenkeel.onchain.collect;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.DataException;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.rpc.ChainClient;

/**
 * What is collected of a chain.
 *
 * @param client through which it is read
 * @param confirmations how many blocks behind the head a block counts as final
 * @param pools those whose candles are kept
 * @param dollarPools those that say what a token is worth in dollars: its pairs against one that stands for a dollar. Of
 *     several the first counts
 */
public record ChainPlan(ChainClient client, int confirmations, List<Wanted> pools, List<CollectedPool> dollarPools) {
    /**
     * A pool, and since when.
     *
     * @param pool the pool
     * @param from in epoch milliseconds; no candle opens before. What was collected once goes on where it was
     */
    public record Wanted(CollectedPool pool, long from) {}

    /**
     * @throws IllegalArgumentException when the confirmations are negative
     * @throws DataException when a pool whose candles are in dollars is paid in what is none, and no pool says what that is worth
     */
    public ChainPlan {
        if (confirmations < 0) {
            throw new IllegalArgumentException(
                    confirmations + " confirmations are none: 0 or more blocks behind the head.");
        }
        pools = List.copyOf(pools);
        dollarPools = dollarPools.stream().filter(CollectedPool::isInDollars).toList();
        for (Wanted wanted : pools) {
            CollectedPool pool = wanted.pool();
            boolean known =
                    pool.isInDollars() || find(dollarPools, pool.pair().quote()).isPresent();
            if (!known && pool.pair().priceUnit() == PriceUnit.USD) {
                throw new DataException(
                        "The prices of " + pool + " are in " + pool.pair().quote()
                                + ", and no pool says what that is worth in dollars: name a pool of "
                                + pool.pair().quote() + " against USDC or another dollar on "
                                + pool.pair().chain() + ".");
            }
        }
    }

    /** The pool that says what a token is worth. */
    Optional<CollectedPool> findDollarPool(Token token) {
        return find(dollarPools, token);
    }

    private static Optional<CollectedPool> find(List<CollectedPool> dollarPools, Token token) {
        return dollarPools.stream()
                .filter(pool -> pool.pair().base().equals(token))
                .findFirst();
    }
}
