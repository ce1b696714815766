package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.SafeHolding;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.cli.wallet.BookCheck;
import org.evenkeel.cli.wallet.Finding;
import org.evenkeel.cli.wallet.Repairs;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Portfolio;

/**
 * The doctor's command for a run and its wallet, as a person gives it.
 *
 * @param words after {@code doctor}
 * @param reserves of the run
 */
record DoctorCall(List<String> words, Collection<Token> reserves) {
    /** Before the command that books a difference. */
    static final String IF_KNOWN = "If you know where it came from or went, book it: ";

    DoctorCall {
        words = List.copyOf(words);
        reserves = List.copyOf(reserves);
    }

    /**
     * For a run in its folder.
     *
     * @param safe holds the money instead of the wallet
     * @param chains as they were given to the run
     */
    static DoctorCall of(LiveStrategy run, WalletFiles wallet, Optional<SafeHolding> safe, ChainOptions chains) {
        List<String> words = new ArrayList<>(List.of(
                "--wallet",
                Words.forShell(wallet.place().toString()),
                "--state",
                Words.forShell(run.folder().toString())));
        safe.ifPresent(holding -> words.addAll(holding.words()));
        words.addAll(chains.words());
        return new DoctorCall(words, run.universe().reserves().values());
    }

    /** With which all is looked at. */
    String look() {
        return "./evenkeel doctor " + String.join(" ", words);
    }

    /** With which something is mended, by the name that the doctor prints: a token's symbol may be in it, which is anything. */
    String repair(String name) {
        String reason = Repairs.wantsReason(name) ? " --reason \"who decided it and why\"" : "";
        return look() + " --repair " + Words.forShell(name) + reason;
    }

    /**
     * With which a difference between wallet and books is booked; empty where only a person can mend it.
     *
     * @param more how much more the wallet has; below zero, how much less
     */
    Optional<String> booking(Token token, BigDecimal more) {
        return reserves.contains(token)
                ? Optional.of(repair(BookCheck.name(new BookCheck.Flow(token, more))))
                : Optional.empty();
    }

    /** Whether differences can be booked at all: not while something is under way whose end may explain them. */
    static boolean mayBook(Portfolio book) {
        return book.openTrades().isEmpty() && book.inFlight().isEmpty();
    }

    /** What was found, and what to do about it. */
    String text(Finding finding) {
        return finding.where() + ": " + finding.what() + ". To do: " + finding.advice() + "."
                + finding.repair()
                        .map(name -> " Or, signed off by you: " + repair(name))
                        .orElse("");
    }
}
