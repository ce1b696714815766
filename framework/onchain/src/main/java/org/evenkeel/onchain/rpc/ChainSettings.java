package org.evenkeel.onchain.rpc;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Chain;

/**
 * How a chain is reached.
 *
 * @param chain which one; its id is what each node must have
 * @param reading endpoints to read from, the preferred first
 * @param sending the endpoint that transactions are sent to, a private one for example; without one, the first to read
 *     from
 * @param limits how nodes are dealt with
 * @param freshness when a head is believed
 */
public record ChainSettings(
        Chain chain, List<Endpoint> reading, Optional<Endpoint> sending, RpcLimits limits, Freshness freshness) {
    /**
     * @throws IllegalArgumentException when there is no endpoint to read from, or the chain has no id
     */
    public ChainSettings {
        reading = List.copyOf(reading);
        if (reading.isEmpty()) {
            throw new IllegalArgumentException("No endpoint for " + chain + ": name at least one node to read from.");
        }
        if (chain.id() <= 0) {
            throw new IllegalArgumentException(
                    "Chain " + chain + " has no EIP-155 id, so no node can be asked for it.");
        }
    }

    /** With defaults for all that can have them. */
    public static ChainSettings of(Chain chain, List<Endpoint> reading) {
        return new ChainSettings(chain, reading, Optional.empty(), RpcLimits.DEFAULTS, Freshness.DEFAULTS);
    }

    /** With an endpoint of its own for sending. */
    public ChainSettings withSending(Endpoint changed) {
        return new ChainSettings(chain, reading, Optional.of(changed), limits, freshness);
    }

    /** With other limits. */
    public ChainSettings withLimits(RpcLimits changed) {
        return new ChainSettings(chain, reading, sending, changed, freshness);
    }

    /** With another notion of a fresh head. */
    public ChainSettings withFreshness(Freshness changed) {
        return new ChainSettings(chain, reading, sending, limits, changed);
    }
}
