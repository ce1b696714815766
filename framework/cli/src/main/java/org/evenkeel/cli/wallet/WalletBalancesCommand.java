package org.evenkeel.cli.wallet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.ChainScope;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.cli.chain.TokenOptions;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainsFile;
import org.evenkeel.onchain.rpc.ChainClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenkeel wallet balances}. */
@Command(
        name = "balances",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "What a wallet has, or its Safe: the native coin of each chain that a node is named for, and the tokens that are"
                        + " asked about. No password is needed.")
final class WalletBalancesCommand implements Callable<Integer> {
    @Mixin
    private WalletOptions wallet = new WalletOptions();

    @Mixin
    private TokenOptions tokens = new TokenOptions();

    @Mixin
    private ChainOptions chains = new ChainOptions();

    @Option(names = "--json", description = "prints one JSON object instead of the table")
    private boolean json;

    @Override
    public Integer call() {
        Address address = wallet.holder();
        ChainsFile known = chains.known();
        Endpoints endpoints = chains.endpoints();
        List<TokenOptions.Named> named = tokens.named(known);
        Collection<Token> ofData = tokens.ofData();
        List<Balance> balances = new ArrayList<>();
        for (ChainScope scope : scopes(known, endpoints, ofData, named)) {
            try (ChainClient client = ChainOptions.client(scope.profile(), endpoints)) {
                WalletReader reader = new WalletReader(client, client.head(), address);
                balances.addAll(Balance.of(scope, reader, named));
            }
        }
        Console.out().println(json ? Balance.json(address, balances) : Balance.table(balances));
        return ExitCode.OK;
    }

    /** The chains of a data set, where one is given, those of single tokens, else all that a node is named for. */
    private static List<ChainScope> scopes(
            ChainsFile known, Endpoints endpoints, Collection<Token> ofData, List<TokenOptions.Named> named) {
        List<ChainScope> scopes = new ArrayList<>(
                ofData.isEmpty() && !named.isEmpty() ? List.of() : ChainScope.of(known, endpoints, ofData));
        List<Chain> others = named.stream()
                .map(TokenOptions.Named::chain)
                .distinct()
                .filter(chain ->
                        scopes.stream().noneMatch(scope -> scope.chain().equals(chain)))
                .toList();
        for (Chain chain : others) {
            endpoints.reading(chain);
        }
        return Stream.concat(scopes.stream(), others.stream().map(chain -> new ChainScope(known.get(chain), List.of())))
                .toList();
    }
}
