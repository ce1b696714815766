package org.evenkeel.onchain.rpc;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.web3j.protocol.core.methods.response.EthBlock;

/** Asks for the newest block, and believes it only when it is of now and not behind what was seen before. */
final class Heads {
    private final Freshness freshness;
    private final InstantSource clock;
    private final AtomicLong highest = new AtomicLong();

    Heads(Freshness freshness, InstantSource clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    BlockRef ask(Node node) throws RpcFailure {
        BlockRef head = block(node.ask("eth_getBlockByNumber", List.of("latest", false), EthBlock.class));
        checkTime(head);
        long seen = highest.accumulateAndGet(head.number(), Math::max);
        if (head.number() < seen - freshness.blocksBehind()) {
            throw new RpcFailure(
                    ChainFault.STALE,
                    "its newest block is " + head + ", and block " + seen + " was seen before: it is behind");
        }
        return head;
    }

    private void checkTime(BlockRef head) throws RpcFailure {
        Duration age = Duration.between(head.time(), clock.instant());
        if (age.compareTo(freshness.headAge()) > 0) {
            throw new RpcFailure(
                    ChainFault.STALE,
                    "its newest block " + head + " is of " + head.time() + ", " + age.toSeconds() + " s ago, and "
                            + freshness.headAge().toSeconds() + " s are allowed");
        }
        if (age.negated().compareTo(freshness.clockSkew()) > 0) {
            throw new RpcFailure(
                    ChainFault.CLOCK_SKEW,
                    "its newest block " + head + " is of " + head.time() + ", "
                            + age.negated().toSeconds()
                            + " s ahead of this machine's clock, and "
                            + freshness.clockSkew().toSeconds() + " s are allowed");
        }
    }

    /** A block as a node describes it. */
    static BlockRef block(EthBlock.Block block) throws RpcFailure {
        try {
            return new BlockRef(
                    Quantities.small(String.valueOf(block.getNumberRaw())),
                    Quantities.bytes(String.valueOf(block.getHash())),
                    Instant.ofEpochSecond(Quantities.small(String.valueOf(block.getTimestampRaw()))));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new RpcFailure(ChainFault.GARBAGE, "its block is none: " + malformed.getMessage());
        }
    }
}
