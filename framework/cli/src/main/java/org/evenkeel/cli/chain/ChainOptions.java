package org.evenkeel.cli.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.terminal.RealTime;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;
import org.evenkeel.onchain.rpc.ChainClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of chains, and where their nodes are. */
public final class ChainOptions {
    @Option(
            names = "--chains",
            paramLabel = "FILE",
            description = "chains, exchanges and limits over those that are built in; chains.json where it is there")
    private @Nullable Path chains;

    @Option(
            names = "--env",
            paramLabel = "FILE",
            description = "lines ETHEREUM_RPC_URL=URL, and so on for each chain; the environment goes before them; .env"
                    + " where it is there")
    private @Nullable Path env;

    /** The same again, for another command. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(chains)
                .ifPresent(file -> words.addAll(List.of("--chains", Words.forShell(file.toString()))));
        Optional.ofNullable(env).ifPresent(file -> words.addAll(List.of("--env", Words.forShell(file.toString()))));
        return words;
    }

    /** What is known of chains. */
    public ChainsFile known() {
        Path given = chains;
        if (given != null) {
            return ChainsFile.read(given);
        }
        Path usual = Path.of(ChainsFile.NAME);
        return Files.exists(usual) ? ChainsFile.read(usual) : ChainsFile.builtIn();
    }

    /**
     * Where nodes are.
     *
     * @throws UsageException when the file that was named is not there
     */
    public Endpoints endpoints() {
        Path given = env;
        if (given != null && !Files.exists(given)) {
            throw new UsageException("--env " + given + ": there is no such file. It has lines ETHEREUM_RPC_URL=URL.");
        }
        return Endpoints.of(System.getenv(), given != null ? given : Path.of(".env"));
    }

    /**
     * A client of one chain, which asks nothing yet.
     *
     * @throws UsageException when no node is named for it
     */
    public static ChainClient client(ChainProfile profile, Endpoints endpoints) {
        return client(profile, endpoints, RealTime.clock());
    }

    /** The same by another clock. */
    public static ChainClient client(ChainProfile profile, Endpoints endpoints, InstantSource clock) {
        Chain chain = profile.chain();
        return ChainClient.of(profile.settings(endpoints.reading(chain), endpoints.sending(chain)), clock);
    }
}
