package org.evenkeel.cli.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.market.Chain;
import org.evenkeel.market.NearestName;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.safe.Role;
import org.evenkeel.onchain.safe.SafeAccess;

/**
 * The Safe that holds the money on every chain, and by what right the key moves it.
 *
 * @param safe its address, the same on every chain
 * @param membership of a role; without one, the key is its owner
 */
public record SafeHolding(Address safe, Optional<Membership> membership) {
    private static final Pattern MODULE = Pattern.compile("(?:([^=:]+)[=:])?(0x[0-9a-fA-F]{40})");

    /**
     * A role in modules of the Safe.
     *
     * @param modules by the names of chains
     * @param elsewhere that of all other chains
     */
    public record Membership(Role role, Map<String, Address> modules, Optional<Address> elsewhere) {
        /**
         * As options say it.
         *
         * @throws UsageException when they do not
         */
        public static Membership of(String role, List<String> modules) {
            Map<String, Address> named = new LinkedHashMap<>();
            List<Address> elsewhere = new ArrayList<>();
            for (String text : modules) {
                Matcher module = MODULE.matcher(text);
                if (!module.matches()) {
                    throw new UsageException("--module " + text
                            + " is no address: give 0x and forty hexadecimal digits, after a chain's name and a colon"
                            + " where it is that of one chain.");
                }
                Address address = new Address(module.group(2));
                boolean twice = module.group(1) == null
                        ? !elsewhere.isEmpty()
                        : named.putIfAbsent(module.group(1), address) != null;
                if (twice) {
                    throw new UsageException("--module " + text + " is a second one for the same chains: give one for"
                            + " each chain, as base:" + address + ".");
                }
                if (module.group(1) == null) {
                    elsewhere.add(address);
                }
            }
            return new Membership(role(role), named, elsewhere.stream().findFirst());
        }

        private static Role role(String text) {
            try {
                return Role.of(text);
            } catch (IllegalArgumentException none) {
                throw new UsageException("--role: " + none.getMessage(), none);
            }
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            modules.forEach((chain, module) -> words.addAll(List.of("--module", chain + ":" + module)));
            elsewhere.ifPresent(module -> words.addAll(List.of("--module", module.hex())));
            words.addAll(List.of("--role", Words.forShell(role.toString())));
            return words;
        }

        private Address on(Chain chain) {
            return Optional.ofNullable(modules.get(chain.name()))
                    .or(() -> elsewhere)
                    .orElseThrow(() -> new UsageException("No --module is that of " + chain.name() + "."
                            + NearestName.hint(chain.name(), modules.keySet()) + " Give --module " + chain.name()
                            + ":0x… with the address of the Safe's Roles modifier there."));
        }
    }

    /** The options that say so. */
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("--safe", safe.hex()));
        membership.ifPresent(member -> words.addAll(member.words()));
        return words;
    }

    /**
     * How the key moves its money on a chain.
     *
     * @throws UsageException when no module is named for it
     */
    public SafeAccess on(Chain chain) {
        return membership
                .<SafeAccess>map(member -> new SafeAccess.Member(safe, member.on(chain), member.role()))
                .orElseGet(() -> new SafeAccess.Owner(safe));
    }
}
