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

    /**
     * A reserve of which the wallet has another amount than the books.
     *
     * @param reserve which
     * @param amount how much more; negative where it has less
     */
    public record Flow(Token reserve, BigDecimal amount) {}

    /** Flows from outside that would explain a difference, by the name of their repair. */
    Map<String, Flow> flows(Chain chain, WalletReader reader) {
        Map<String, Flow> flows = new LinkedHashMap<>();
        if (isUnderWay()) {
            return flows;
        }
        for (WalletReader.Holding holding : reader.holdings(tokens(chain))) {
            flow(holding).ifPresent(flow -> flows.put(name(flow), flow));
        }
        return flows;
    }

    private Optional<Flow> flow(WalletReader.Holding holding) {
        Token token = holding.token();
        boolean reserve = token.equals(ledger.info().market().reserves().get(token.chain()));
        if (!reserve || !holding.isAsKnown()) {
            return Optional.empty();
        }
        BigDecimal more = wallet(holding).subtract(owned.getOrDefault(token, BigDecimal.ZERO));
        return more.signum() == 0 ? Optional.empty() : Optional.of(new Flow(token, more));
    }

    /** Its repair. */
    public static String name(Flow flow) {
        String kind = flow.amount().signum() > 0 ? Repairs.BOOK_DEPOSIT : Repairs.BOOK_WITHDRAWAL;
        return kind + flow.reserve().chain() + ":" + flow.reserve();
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
                more.signum() > 0
                        ? "send it back to where it came from, or book it where it is reserve of yours"
                        : "find out where it went; if it was you, send it back or book it");
        return flow(holding)
                .filter(flow -> !isUnderWay())
                .map(flow -> problem.repairedBy(name(flow)))
                .orElse(problem);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
