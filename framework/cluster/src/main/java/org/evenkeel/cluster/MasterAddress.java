package org.evenkeel.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.sweep.remote.ClusterException;

/**
 * Where a master is.
 *
 * @param text as Spark wants it
 * @param masters the hosts and ports, several where they stand in for each other; none of this machine
 */
record MasterAddress(String text, List<Place> masters) {
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d*)])?");
    private static final Pattern PLACE = Pattern.compile("([^\\s:,/]+):(\\d{1,5})");
    private static final String SCHEME = "spark://";
    private static final int MOST_PORT = 65_535;

    /** A host and a port. */
    record Place(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    static boolean isOne(String text) {
        return text.startsWith(SCHEME) || LOCAL.matcher(text).matches();
    }

    /**
     * Reads an address.
     *
     * @throws ClusterException when it is none
     */
    static MasterAddress parse(String text) {
        if (LOCAL.matcher(text).matches()) {
            return new MasterAddress(text, List.of());
        }
        List<Place> places = new ArrayList<>();
        for (String part : text.substring(SCHEME.length()).split(",", -1)) {
            Matcher matcher = PLACE.matcher(part);
            if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MOST_PORT) {
                throw new ClusterException("'" + text
                        + "' is no address of a master: write spark://HOST:PORT, as the master's own page and log do.");
            }
            places.add(new Place(matcher.group(1), Integer.parseInt(matcher.group(2))));
        }
        return new MasterAddress(text, List.copyOf(places));
    }

    /** Whether it is this process that makes the runs. */
    boolean isThisProcess() {
        return masters.isEmpty();
    }

    /** Whether nothing beyond this machine has to be reached. */
    boolean isThisMachine() {
        return masters.stream().allMatch(place -> isLoopback(place.host()));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Nobody can be reached there, which is told when it is tried.
            return false;
        }
    }
}
