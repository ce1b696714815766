package org.evenkeel.onchain.config;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.ChainSettings;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.swap.Venue;
import org.evenkeel.onchain.swap.WrappedNative;

/**
 * What is known of a chain.
 *
 * @param chain its name and id
 * @param coin the coin that gas is paid with
 * @param venues where it is traded on
 * @param peg how it is told whether what is paid with is worth a dollar
 * @param bridge how money leaves it for another chain, where that is possible
 * @param rules how it is dealt with
 */
public record ChainProfile(
        Chain chain,
        NativeCoin coin,
        TradingVenues venues,
        PegRule peg,
        Optional<BridgeProfile> bridge,
        ChainRules rules) {
    /**
     * @throws IllegalArgumentException when the chain has no id
     */
    public ChainProfile {
        if (chain.id() <= 0) {
            throw new IllegalArgumentException(
                    "The chain " + chain + " has no EIP-155 id, so no node can be asked for it.");
        }
    }

    /** The exchange of this name on this chain, where there is one. */
    public Optional<Venue> findExchange(String name) {
        return venues.findExchange(name);
    }

    /** Makes the transactions that wrap and unwrap the coin. */
    public WrappedNative wrapping() {
        return new WrappedNative(coin.wrapped());
    }

    /** The addresses of the routers. */
    public List<Address> routerAddresses() {
        return venues.routers().stream().map(router -> router.address()).toList();
    }

    /** How the chain is reached through these endpoints. */
    public ChainSettings settings(List<Endpoint> reading, Optional<Endpoint> sending) {
        return new ChainSettings(chain, reading, sending, rules.requests(), rules.freshness());
    }
}
