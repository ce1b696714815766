package org.evenkeel.cli.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.data.DataSets;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tokens are looked at: those of a data set, and others by their address. */
public final class TokenOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "a data set: the tokens of its pairs are looked at")
    private @Nullable String data;

    @Option(
            names = "--token",
            paramLabel = "CHAIN:ADDRESS",
            description = "a token besides, as base:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913; may be given often")
    private List<String> tokens = new ArrayList<>();

    /** The tokens of the data set. */
    public List<Token> ofData() {
        return of(data);
    }

    /** The tokens of a data set that have an address; a note of those that have none goes to the user. */
    public static List<Token> of(@Nullable String data) {
        if (data == null) {
            return List.of();
        }
        List<Token> all = DataSets.open(data).catalog().pairs().stream()
                .flatMap(TokenOptions::both)
                .distinct()
                .filter(token -> !token.chain().equals(Chain.OFF_CHAIN))
                .toList();
        List<String> without = all.stream()
                .filter(token -> !isOnChain(token))
                .map(token -> token + " (" + token.chain() + ")")
                .toList();
        if (!without.isEmpty()) {
            Console.err()
                    .println("Note: the data set has no address for " + String.join(", ", without)
                            + ": these are left out.");
        }
        return all.stream().filter(TokenOptions::isOnChain).toList();
    }

    private static Stream<Token> both(TradingPair pair) {
        return Stream.of(pair.base(), pair.quote());
    }

    /** Whether a token is known by a contract and not by its symbol alone. */
    public static boolean isOnChain(Token token) {
        return token.address().matches("0x[0-9a-f]{40}");
    }

    /**
     * What is named besides: of these neither symbol nor decimals are known before the chain is asked.
     *
     * @param chain which
     * @param address its contract
     */
    public record Named(Chain chain, Address address) {}

    /**
     * The tokens that are named.
     *
     * @throws UsageException when one is none
     */
    public List<Named> named(ChainsFile known) {
        List<Named> named = new ArrayList<>();
        List<String> chains =
                known.chains().stream().map(profile -> profile.chain().name()).toList();
        for (String token : tokens) {
            int colon = token.indexOf(':');
            if (colon < 1) {
                throw new UsageException("--token " + token + " is none: write CHAIN:ADDRESS, as ethereum:0x….");
            }
            String name = Words.choice("--token", token.substring(0, colon), chains);
            Chain chain = known.chains().stream()
                    .map(ChainProfile::chain)
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            named.add(new Named(chain, address(token, token.substring(colon + 1))));
        }
        return named;
    }

    private static Address address(String token, String text) {
        try {
            return new Address(text);
        } catch (IllegalArgumentException none) {
            throw new UsageException("--token " + token + ": " + none.getMessage(), none);
        }
    }
}
