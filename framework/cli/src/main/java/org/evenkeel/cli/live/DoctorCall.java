package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.SafeHolding;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.cli.wallet.Booking;
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
    private static final String IF_KNOWN = "If you know where it came from or went, book it: ";
    private static final String IF_GONE = "What is gone for good, write off: ";

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
        return found(token, more).map(Booking::name).map(this::repair);
    }

    private Optional<Booking> found(Token token, BigDecimal more) {
        return Booking.of(token, more, reserves.contains(token));
    }

    /**
     * With which differences are booked, and when to, in a sentence; empty where only a person can mend any.
     *
     * @param more how much more the wallet has of each; below zero, how much less
     */
    Optional<String> bookings(Map<Token, BigDecimal> more) {
        List<Booking> all = more.entrySet().stream()
                .flatMap(one -> found(one.getKey(), one.getValue()).stream())
                .toList();
        String text = Stream.of(
                        commands(IF_KNOWN, all, Predicate.not(Booking::isWriteOff)),
                        commands(IF_GONE, all, Booking::isWriteOff))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(". "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> commands(String when, List<Booking> all, Predicate<Booking> these) {
        String commands =
                all.stream().filter(these).map(Booking::name).map(this::repair).collect(Collectors.joining("; "));
        return commands.isEmpty() ? Optional.empty() : Optional.of(when + commands);
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
