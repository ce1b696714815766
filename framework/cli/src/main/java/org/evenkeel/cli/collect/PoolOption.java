package org.evenkeel.cli.collect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.NearestName;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;

/**
 * A pool as an option names it: {@code ethereum:0x…}, or {@code ethereum:0x…:WETH} with the token that is bought and sold.
 *
 * @param chain what is known of its chain
 * @param address its contract
 * @param base the symbol or address of that token, where it is said
 */
record PoolOption(ChainProfile chain, Address address, Optional<String> base) {
    private static final Pattern SHAPE = Pattern.compile("([^:]+):(0[xX][0-9a-fA-F]{40})(?::([^:]+))?");

    /**
     * @throws UsageException when the text is none such, or the chain is not known
     */
    static PoolOption parse(String option, String text, ChainsFile known) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UsageException(option + " " + text + " names no pool: write chain and address, as ethereum:0x and"
                    + " forty digits, and a colon and the base token behind where that is to be another.");
        }
        String name = matcher.group(1);
        ChainProfile profile = known.chains().stream()
                .filter(chain -> chain.chain().name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(option, name, known));
        return new PoolOption(profile, new Address(matcher.group(2)), Optional.ofNullable(matcher.group(3)));
    }

    private static UsageException unknown(String option, String name, ChainsFile known) {
        List<String> names =
                known.chains().stream().map(chain -> chain.chain().name()).toList();
        return new UsageException(option + ": nothing is known of the chain '" + name + "'."
                + NearestName.hint(name, names)
                + (names.isEmpty()
                        ? " It belongs in "
                        : " Known are " + String.join(", ", names) + "; others belong in ")
                + ChainsFile.NAME + ".");
    }
}
