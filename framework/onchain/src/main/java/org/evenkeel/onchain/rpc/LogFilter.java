package org.evenkeel.onchain.rpc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Topic;

/**
 * Which logs are wanted: those that one of these contracts wrote of one of these events.
 *
 * @param contracts one or more
 * @param events one or more
 */
public record LogFilter(Set<Address> contracts, Set<Topic> events) {
    /**
     * @throws IllegalArgumentException when there is no contract or no event
     */
    public LogFilter {
        contracts = Set.copyOf(contracts);
        events = Set.copyOf(events);
        if (contracts.isEmpty() || events.isEmpty()) {
            throw new IllegalArgumentException(
                    "Logs of no contract, or of no event, are none: name at least one of each.");
        }
    }

    /** As a node takes it. */
    Map<String, Object> question(long from, long to) {
        return Map.of(
                "fromBlock",
                Quantities.hex(from),
                "toBlock",
                Quantities.hex(to),
                "address",
                contracts.stream().map(Address::hex).sorted().toList(),
                "topics",
                List.of(events.stream()
                        .map(event -> event.hash().hex())
                        .sorted()
                        .toList()));
    }

    /** Whether a log is one of those. */
    boolean accepts(LogEntry log) {
        return contracts.contains(log.contract())
                && !log.topics().isEmpty()
                && events.stream()
                        .anyMatch(event -> event.hash().equals(log.topics().getFirst()));
    }
}
