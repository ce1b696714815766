package org.evenkeel.onchain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Topic;

/**
 * Which logs are wanted: those that one of these contracts wrote of one of these events.
 *
 * @param contracts one or more
 * @param events one or more
 * @param indexed what the first of their indexed arguments have to be, as words; of the others nothing is asked
 */
public record LogFilter(Set<Address> contracts, Set<Topic> events, List<Bytes> indexed) {
    /**
     * @throws IllegalArgumentException when there is no contract or no event
     */
    public LogFilter {
        contracts = Set.copyOf(contracts);
        events = Set.copyOf(events);
        indexed = List.copyOf(indexed);
        if (contracts.isEmpty() || events.isEmpty()) {
            throw new IllegalArgumentException(
                    "Logs of no contract, or of no event, are none: name at least one of each.");
        }
    }

    /** Whatever their arguments are. */
    public LogFilter(Set<Address> contracts, Set<Topic> events) {
        this(contracts, events, List.of());
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
                topics());
    }

    private List<Object> topics() {
        List<Object> topics = new ArrayList<>();
        topics.add(events.stream().map(event -> event.hash().hex()).sorted().toList());
        indexed.forEach(argument -> topics.add(argument.hex()));
        return topics;
    }

    /** Whether a log is one of those. */
    boolean accepts(LogEntry log) {
        return contracts.contains(log.contract())
                && log.topics().size() > indexed.size()
                && log.topics().subList(1, indexed.size() + 1).equals(indexed)
                && events.stream()
                        .anyMatch(event -> event.hash().equals(log.topics().getFirst()));
    }
}
