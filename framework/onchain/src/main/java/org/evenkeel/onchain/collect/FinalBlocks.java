package org.evenkeel.onchain.collect;

import java.util.Optional;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.logs.BlockTimes;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;

/**
 * The blocks that a collection is of.
 *
 * @param first of the chain
 * @param end the last that is final, or the first that is of the time when the collection is to end
 * @param limit in epoch milliseconds: no candle that closes later is kept
 */
record FinalBlocks(BlockRef first, BlockRef end, long limit) {
    /** Empty where no block is final yet, or none was there by then. */
    static Optional<FinalBlocks> find(ChainPlan plan, Interval interval, long until) {
        ChainClient client = plan.client();
        long height = client.head().number() - plan.confirmations();
        long limit = interval.floor(until);
        if (height < 0) {
            return Optional.empty();
        }
        BlockRef first = client.logs().block(0);
        BlockRef end = client.logs().block(height);
        if (millis(first) >= limit) {
            return Optional.empty();
        }
        if (millis(end) >= limit) {
            long before = new BlockTimes(client).lastBefore(limit, first, end).number();
            end = client.logs().block(before + 1);
        }
        return Optional.of(new FinalBlocks(first, end, limit));
    }

    /** Until when all candles are over once a block has come. */
    long over(BlockRef block, Interval interval) {
        return Math.min(limit, interval.floor(millis(block)));
    }

    static long millis(BlockRef block) {
        return block.time().toEpochMilli();
    }
}
