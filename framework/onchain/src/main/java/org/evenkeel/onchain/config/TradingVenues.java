package org.evenkeel.onchain.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.NearestName;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.Venue;

/**
 * Where a chain is traded on.
 *
 * @param exchanges by which pools are found, each with a name of its own
 * @param routers through which is swapped, the preferred first
 * @param routingPools that trades may pass through besides those of a universe
 */
public record TradingVenues(List<Venue> exchanges, List<RouterContract> routers, List<Address> routingPools) {
    /**
     * @throws IllegalArgumentException when two exchanges have one name, or a router finds pools of an exchange that is
     *     none of these
     */
    public TradingVenues {
        exchanges = List.copyOf(exchanges);
        routers = List.copyOf(routers);
        routingPools = List.copyOf(routingPools);
        Set<String> names = new HashSet<>();
        for (Venue venue : exchanges) {
            if (!names.add(venue.dex().name())) {
                throw new IllegalArgumentException(
                        "Two exchanges are called " + venue.dex().name() + ": each has a name of its own.");
            }
        }
        for (RouterContract router : routers) {
            if (!exchanges.containsAll(router.venues())) {
                throw new IllegalArgumentException("The router " + router.address()
                        + " finds pools of an exchange that is not there: add the exchange.");
            }
        }
    }

    /** The exchange of this name, where there is one. */
    public Optional<Venue> findExchange(String name) {
        return exchanges.stream()
                .filter(venue -> venue.dex().name().equals(name))
                .findFirst();
    }

    /**
     * The exchange of this name.
     *
     * @throws ConfigException when there is none, with the nearest
     */
    public Venue exchange(String name) {
        return findExchange(name)
                .orElseThrow(() -> new ConfigException("There is no exchange " + name + ". " + suggestion(name)
                        + "Add it to \"exchanges\" of the chain in chains.json, or leave its pairs out."));
    }

    private String suggestion(String name) {
        List<String> names = exchanges.stream().map(venue -> venue.dex().name()).toList();
        return NearestName.slip(name, names)
                        .map(near -> "Did you mean " + near + "? ")
                        .orElse("")
                + (names.isEmpty() ? "None is known. " : "Known are " + String.join(", ", names) + ". ");
    }
}
