package org.evenkeel.onchain.rpc;

import java.util.Comparator;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Topic;

/**
 * What a contract said in a transaction. In the order of the chain: by block, and within it by its place among the block's.
 *
 * @param contract who said it
 * @param topics the event's hash, and the arguments that are indexed
 * @param data the other arguments
 * @param blockNumber the height of its block
 * @param blockHash what its block is known by
 * @param index its place among the logs of its block
 */
public record LogEntry(Address contract, List<Bytes> topics, Bytes data, long blockNumber, Bytes blockHash, long index)
        implements Comparable<LogEntry> {
    private static final Comparator<LogEntry> ORDER =
            Comparator.comparingLong(LogEntry::blockNumber).thenComparingLong(LogEntry::index);

    /** Copies the topics. */
    public LogEntry {
        topics = List.copyOf(topics);
    }

    /** Whether it is of an event with so many topics, the event's own included. */
    public boolean is(Topic event, int topicCount) {
        return topics.size() == topicCount && topics.getFirst().equals(event.hash());
    }

    @Override
    public int compareTo(LogEntry other) {
        return ORDER.compare(this, other);
    }
}
