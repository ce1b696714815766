package org.evenkeel.cli.wallet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.ChainScope;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenkeel wallet check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Looks at a wallet's files, and holds its journal of transactions against each chain that a node is"
                        + " named for. Ends with 5 where something needs a person. Changes nothing.")
final class WalletCheckCommand implements Callable<Integer> {
    @Mixin
    private WalletOptions wallet = new WalletOptions();

    @Mixin
    private ChainOptions chains = new ChainOptions();

    @Option(names = "--json", description = "prints one JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        Endpoints endpoints = chains.endpoints();
        List<ChainScope> scopes = ChainScope.of(chains.known(), endpoints, List.of());
        WalletCheck check = WalletCheck.of(wallet, endpoints);
        List<Finding> findings = new ArrayList<>(check.key());
        wallet.files()
                .keystore()
                .map(Path::toString)
                .ifPresent(file -> findings.add(
                        wallet.hasPassword()
                                ? Finding.fine(file, "the password opens it")
                                : Finding.note(file, "no password was given, and none tried")));
        for (ChainScope scope : scopes) {
            try (ChainClient client = ChainOptions.client(scope.profile(), endpoints)) {
                BlockRef head = client.head();
                findings.add(Finding.fine(
                        scope.chain().name(),
                        "a node answers for the id " + scope.chain().id() + "; block " + head));
                findings.addAll(check.journal(scope.profile(), client, head));
                wallet.holding()
                        .ifPresent(safe -> findings.addAll(new SafeCheck(wallet.files(), check.wallet())
                                .of(safe.on(scope.chain()), client, head)));
            }
        }
        Findings all = new Findings(findings);
        all.print(Console.out(), json);
        return all.exitCode();
    }
}
