package org.evenkeel.cli.wallet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.rpc.EndpointHealth;

/** Looks at each node by itself: whether it answers, for the right chain, and of now. */
final class NodeCheck {
    private NodeCheck() {}

    static List<Finding> of(ChainProfile profile, Endpoints endpoints, InstantSource clock) {
        List<Endpoint> reading = endpoints.reading(profile.chain());
        Optional<Endpoint> sending = endpoints.sending(profile.chain()).filter(endpoint -> !reading.contains(endpoint));
        List<Endpoint> all = Stream.concat(reading.stream(), sending.stream()).toList();
        List<Finding> findings = new ArrayList<>();
        for (EndpointHealth health : EndpointHealth.of(profile.settings(all, Optional.empty()), clock)) {
            boolean sends = sending.filter(health.endpoint()::equals).isPresent();
            findings.add(finding(profile, health, sends, clock));
        }
        return findings;
    }

    private static Finding finding(ChainProfile profile, EndpointHealth health, boolean sends, InstantSource clock) {
        String where = profile.chain() + ", " + (sends ? "node to send to " : "node ") + health.endpoint();
        return health.failure()
                .map(failure -> Finding.problem(
                        where,
                        oneLine(String.valueOf(failure.getMessage())),
                        switch (failure.fault()) {
                            case WRONG_CHAIN ->
                                "name a node of " + profile.chain() + " (id "
                                        + profile.chain().id() + ") in " + Endpoints.prefix(profile.chain())
                                        + "_RPC_URL";
                            case CLOCK_SKEW -> "set this machine's clock, by NTP; if it is right, name another node";
                            default -> "check the node, or name another one";
                        }))
                .orElseGet(() -> Finding.fine(
                        where,
                        "answers; block " + health.head().orElseThrow() + ", "
                                + health.age(clock).map(Duration::toSeconds).orElseThrow() + " s old"));
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }
}
