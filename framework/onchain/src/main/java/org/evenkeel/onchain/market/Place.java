package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.Venue;

/**
 * Where a chain is traded on.
 *
 * @param exchanges by which pools are found, each with a name of its own
 * @param routers through which is swapped, the preferred first
 * @param routingPools that trades may pass through besides those of a universe
 * @param gas what gas is paid with
 * @param limits how far routes are looked for
 * @param peg how it is told whether the reserve is worth a dollar
 */
public record Place(
        List<Venue> exchanges,
        List<RouterContract> routers,
        List<Address> routingPools,
        Gas gas,
        RouteLimits limits,
        PegRule peg) {
    /**
     * What gas is paid with.
     *
     * @param wrapped the token that stands for the native coin in pools
     * @param tip what is paid beside the base fee, in wei a unit of gas
     */
    public record Gas(Address wrapped, BigInteger tip) {}

    /** That of a chain's profile, routes looked for as far as is usual. */
    public static Place of(ChainProfile profile) {
        return new Place(
                profile.venues().exchanges(),
                profile.venues().routers(),
                profile.venues().routingPools(),
                new Gas(profile.coin().wrapped(), profile.rules().transactions().tip()),
                RouteLimits.DEFAULTS,
                profile.peg());
    }

    /**
     * @throws IllegalArgumentException when there is no router
     */
    public Place {
        exchanges = List.copyOf(exchanges);
        routers = List.copyOf(routers);
        routingPools = List.copyOf(routingPools);
        if (routers.isEmpty()) {
            throw new IllegalArgumentException("There is no router to swap through: name at least one.");
        }
    }
}
