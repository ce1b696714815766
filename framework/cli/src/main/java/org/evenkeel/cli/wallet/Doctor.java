package org.evenkeel.cli.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.ChainScope;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.cli.chain.SafeHolding;
import org.evenkeel.cli.terminal.RealTime;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;

/**
 * Looks at everything that a live run stands on.
 *
 * @param check of the wallet's files
 * @param scopes the chains, and the tokens there
 * @param endpoints where their nodes are
 * @param books what the state of a run has, where one is given
 * @param safe the Safe that holds the money, where one does
 */
record Doctor(
        WalletCheck check,
        List<ChainScope> scopes,
        Endpoints endpoints,
        Optional<BookCheck> books,
        Optional<SafeHolding> safe) {
    /** Where the money is. */
    Address holder() {
        return safe.map(SafeHolding::safe).orElse(check.wallet());
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>(check.key());
        for (ChainScope scope : scopes) {
            findings.addAll(NodeCheck.of(scope.profile(), endpoints, RealTime.clock()));
            try (ChainClient client = ChainOptions.client(scope.profile(), endpoints)) {
                findings.addAll(look(scope, client));
            } catch (ChainException gone) {
                // Why is said of each of its nodes already.
                findings.add(Finding.problem(
                        scope.chain().name(),
                        "could not be looked at any further",
                        "mend what is wrong with its nodes, and look again"));
            }
        }
        return findings;
    }

    private List<Finding> look(ChainScope scope, ChainClient client) {
        BlockRef head = client.head();
        List<Finding> findings = new ArrayList<>(check.journal(scope.profile(), client, head));
        safe.ifPresent(holding -> findings.addAll(
                new SafeCheck(check.files(), check.wallet()).of(holding.on(scope.chain()), client, head)));
        findings.add(GasCheck.of(scope.profile(), new WalletReader(client, head, check.wallet())));
        WalletReader reader = new WalletReader(client, head, holder());
        findings.addAll(AllowanceCheck.of(scope.profile(), reader, scope.tokens()));
        findings.addAll(AllowanceCheck.ofOthers(scope.profile(), GivenAllowances.lately(reader), scope.tokens()));
        books.ifPresent(known -> findings.addAll(known.of(scope.chain(), reader)));
        return findings;
    }

    /** The chain of a name. */
    ChainScope scope(String chain) {
        return scopes.stream()
                .filter(scope -> scope.chain().name().equals(chain))
                .findFirst()
                .orElseThrow();
    }
}
