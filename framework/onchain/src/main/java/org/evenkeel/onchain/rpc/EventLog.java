package org.evenkeel.onchain.rpc;

import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.EventType;

/**
 * What a contract logged in a transaction.
 *
 * @param contract who logged it: anybody can log anything of their own
 * @param topics the kind, and the arguments that are indexed
 * @param data the other arguments
 */
public record EventLog(Address contract, List<Bytes> topics, Bytes data) {
    /** Copies what it is given. */
    public EventLog {
        topics = List.copyOf(topics);
    }

    /** Whether it is of a kind, with so many topics, that of the kind included. */
    public boolean is(EventType type, int topicCount) {
        return topics.size() == topicCount && topics.getFirst().equals(type.topic());
    }
}
