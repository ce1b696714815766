package org.evenkeel.cli.wallet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.ChainScope;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.cli.chain.TokenOptions;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.NearestName;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.RunInfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenkeel doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Looks at all that a live run stands on: nodes, the clock, the wallet's journal and gas, allowances,"
                        + " and its balances against the books, to the unit. Says what to do, and mends nothing but what --repair"
                        + " names. Ends with 5 where something needs a person.")
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private WalletOptions wallet = new WalletOptions();

    @Option(
            names = "--state",
            paramLabel = "RUN",
            description = "the folder of a live run, whose books are held against" + " the wallet")
    private @Nullable Path state;

    @Option(names = "--data", paramLabel = "DIR", description = "a data set: the tokens of its pairs are looked at too")
    private @Nullable String data;

    @Option(
            names = "--repair",
            paramLabel = "NAME",
            description = "mends one thing, by the name that is printed with it; may be given often")
    private List<String> repairs = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "for release-nonce, accept-safe-nonce and write-off: who decided it and why, for the journal")
    private @Nullable String reason;

    @Mixin
    private ChainOptions chains = new ChainOptions();

    @Option(names = "--json", description = "prints one JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        Doctor doctor = doctor();
        List<Finding> findings = doctor.look();
        if (!repairs.isEmpty()) {
            requireKnown(findings);
            Repairs mending = new Repairs(doctor, wallet, Optional.ofNullable(state), Optional.ofNullable(reason));
            for (String name : repairs) {
                Console.err().println("Repaired: " + mending.repair(name));
            }
            findings = doctor().look();
        }
        Findings all = new Findings(findings);
        all.print(Console.out(), json);
        return all.exitCode();
    }

    private Doctor doctor() {
        Optional<Ledger> ledger = Optional.ofNullable(state)
                .map(folder -> RunFolder.existing(folder).load());
        ledger.ifPresent(one -> requireOwn(one.info(), wallet.holder()));
        Optional<BookCheck> books = ledger.map(BookCheck::new);
        List<Token> tokens = Stream.concat(
                        books.map(BookCheck::tokens).orElse(List.of()).stream(), TokenOptions.of(data).stream())
                .toList();
        Endpoints endpoints = chains.endpoints();
        List<ChainScope> scopes = ChainScope.of(chains.known(), endpoints, tokens);
        return new Doctor(WalletCheck.of(wallet, endpoints), scopes, endpoints, books, wallet.holding());
    }

    /** The books of one wallet say nothing of another, and those that no wallet stands behind nothing of any. */
    private void requireOwn(RunInfo run, Address holder) {
        if (!run.isLive() || run.live().filter(live -> !live.executed()).isPresent()) {
            throw new StateConflict("The run in " + state + " is " + (run.isLive() ? "on paper" : "a backtest")
                    + " and has no wallet: what one holds is nothing to its books, and nothing was booked. Leave --state"
                    + " out.");
        }
        run.live()
                .flatMap(RunInfo.Live::holder)
                .filter(whose -> !whose.equals(holder.hex()))
                .ifPresent(whose -> {
                    throw new StateConflict("The run in " + state + " is of the wallet " + whose + ", not of " + holder
                            + ": give the wallet that it is of, or its Safe, or leave --state out.");
                });
    }

    /** Nothing is mended that was not found, nor half of what was asked for. */
    private void requireKnown(List<Finding> findings) {
        List<String> known =
                findings.stream().flatMap(finding -> finding.repair().stream()).toList();
        for (String name : repairs) {
            if (!known.contains(name)) {
                throw new UsageException("--repair " + name
                        + " is no repair of anything that was found, and nothing was mended."
                        + NearestName.hint(name, known)
                        + (known.isEmpty()
                                ? " There is none to be made."
                                : " Found: " + String.join(", ", known) + "."));
            }
        }
    }
}
