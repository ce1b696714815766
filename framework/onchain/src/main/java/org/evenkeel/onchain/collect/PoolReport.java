package org.evenkeel.onchain.collect;

import java.time.Instant;
import java.util.Optional;

/**
 * What was collected of a pool.
 *
 * @param pool the pool
 * @param candles how many were kept
 * @param swaps how many were read, those of candles that are not over included
 * @param leftOut how many of them have no price in dollars, or none at all
 * @param reachedTo until when all candles are kept; empty where the chain is not as far as its begin
 * @param wentBackTo where the chain had become another one: until when what was kept still held
 */
public record PoolReport(
        CollectedPool pool,
        long candles,
        long swaps,
        long leftOut,
        Optional<Instant> reachedTo,
        Optional<Instant> wentBackTo) {}
