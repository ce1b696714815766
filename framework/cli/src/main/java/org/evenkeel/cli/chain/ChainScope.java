package org.evenkeel.cli.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;

/**
 * A chain that is looked at, and the tokens there.
 *
 * @param profile what is known of the chain
 * @param tokens each once
 */
public record ChainScope(ChainProfile profile, List<Token> tokens) {
    /** Leaves each token once. */
    public ChainScope {
        tokens = tokens.stream().distinct().toList();
    }

    /** The chain. */
    public Chain chain() {
        return profile.chain();
    }

    /**
     * The chains of some tokens; where there are none, all known chains for which a node is named.
     *
     * @throws UsageException when that is none
     * @throws org.evenkeel.onchain.config.ConfigException when nothing is known of a chain
     */
    public static List<ChainScope> of(ChainsFile known, Endpoints endpoints, Collection<Token> tokens) {
        List<Chain> chains = tokens.stream().map(Token::chain).distinct().toList();
        List<ChainProfile> profiles = chains.isEmpty()
                ? known.chains().stream()
                        .filter(profile -> endpoints.has(profile.chain()))
                        .toList()
                : chains.stream().map(known::get).toList();
        if (profiles.isEmpty()) {
            throw new UsageException("There is no endpoint for any known chain: set "
                    + Endpoints.prefix(known.chains().getFirst().chain())
                    + "_RPC_URL, or that of another chain, in the environment or in the file of --env.");
        }
        List<ChainScope> scopes = new ArrayList<>();
        for (ChainProfile profile : profiles) {
            endpoints.reading(profile.chain()); // Says which variable to set, before any chain is asked.
            scopes.add(new ChainScope(
                    profile,
                    tokens.stream()
                            .filter(token -> token.chain().equals(profile.chain()))
                            .toList()));
        }
        return scopes;
    }
}
