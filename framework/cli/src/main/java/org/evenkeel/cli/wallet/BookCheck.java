package org.evenkeel.cli.wallet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.chain.TokenOptions;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;

/** Holds what the books have against what the wallet has, token by token, to the base unit. */
public final class BookCheck {
    private final Ledger ledger;
    private final Map<Token, BigDecimal> owned = new LinkedHashMap<>();

    BookCheck(Ledger ledger) {
        this.ledger = ledger;
        ledger.info().market().reserves().values().forEach(reserve -> owned.put(reserve, BigDecimal.ZERO));
        for (TradingPair pair : ledger.info().market().pairs()) {
            owned.putIfAbsent(pair.base(), BigDecimal.ZERO);
        }
        for (Portfolio book : ledger.books()) {
            book.reserves().forEach((token, amount) -> owned.merge(token, amount, BigDecimal::add));
            for (Position position : book.positions()) {
                owned.merge(position.pair().base(), position.quantity(), BigDecimal::add);
            }
        }
    }

    /** What the books may have something of. */
    List<Token> tokens() {
        return owned.keySet().stream().filter(TokenOptions::isOnChain).toList();
    }

    /** Whether something is under way whose end the books do not know yet. */
    private boolean isUnderWay() {
        return ledger.books().stream()
                .anyMatch(
                        book -> !book.openTrades().isEmpty() || !book.inFlight().isEmpty());
    }

    /** Differences that can be booked, by the name of their repair. */
    Map<String, Booking> bookings(Chain chain, WalletReader reader) {
        Map<String, Booking> bookings = new LinkedHashMap<>();
        if (isUnderWay()) {
            return bookings;
        }
        for (WalletReader.Holding holding : reader.holdings(tokens(chain))) {
            booking(holding).ifPresent(booking -> bookings.put(booking.name(), booking));
        }
        return bookings;
    }

    private Optional<Booking> booking(WalletReader.Holding holding) {
        Token token = holding.token();
        boolean money = token.equals(ledger.info().market().reserves().get(token.chain()));
        BigDecimal more = wallet(holding).subtract(owned.getOrDefault(token, BigDecimal.ZERO));
        return holding.isAsKnown() ? Booking.of(token, more, money) : Optional.empty();
    }

    private static BigDecimal wallet(WalletReader.Holding holding) {
        return new BigDecimal(
                holding.units().orElse(BigInteger.ZERO), holding.token().decimals());
    }

    private List<Token> tokens(Chain chain) {
        return tokens().stream().filter(token -> token.chain().equals(chain)).toList();
    }

    List<Finding> of(Chain chain, WalletReader reader) {
        List<Finding> findings = new ArrayList<>();
        for (WalletReader.Holding holding : reader.holdings(tokens(chain))) {
            String where = chain + ", books, " + holding.token() + " ("
                    + holding.token().address() + ")";
            findings.add(holding.isAsKnown() ? compared(where, holding) : unlike(where, holding));
        }
        if (isUnderWay()) {
            findings.add(Finding.note(
                    chain + ", books",
                    "trades or transfers are under way, of which the books do not know the end: a difference may be"
                            + " theirs. Start the run again, which settles them"));
        }
        return findings;
    }

    private static Finding unlike(String where, WalletReader.Holding holding) {
        return Finding.problem(where, holding.difference(), "correct the data set that the run was begun with");
    }

    private Finding compared(String where, WalletReader.Holding holding) {
        BigDecimal books = owned.getOrDefault(holding.token(), BigDecimal.ZERO);
        BigDecimal wallet = wallet(holding);
        BigDecimal more = wallet.subtract(books);
        if (more.signum() == 0) {
            return Finding.fine(where, "books and wallet both have " + plain(books));
        }
        Finding problem = Finding.problem(
                where,
                "the books have " + plain(books) + ", the wallet " + plain(wallet) + ": " + plain(more.abs())
                        + (more.signum() > 0 ? " more" : " less"),
                advice(booking(holding), more));
        return booking(holding)
                .filter(booking -> !isUnderWay())
                .map(booking -> problem.repairedBy(booking.name()))
                .orElse(problem);
    }

    private static String advice(Optional<Booking> booking, BigDecimal more) {
        if (more.signum() > 0) {
            return "send it back to where it came from, or book it where it is reserve of yours";
        }
        return booking.filter(Booking::isWriteOff).isPresent()
                ? "find out where it went; send it back, or write it off where it is gone for good"
                : "find out where it went; if it was you, send it back or book it";
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
