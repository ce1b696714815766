package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Transfer;

/** Holds the books against the wallet, token by token, to the smallest unit. */
final class Books {
    private final TradingUniverse universe;
    private final Optional<Wallet> wallet;

    /**
     * @param wallet empty where the books are all there is
     */
    Books(TradingUniverse universe, Optional<Wallet> wallet) {
        this.universe = universe;
        this.wallet = wallet;
    }

    /**
     * What a book begins with in which nothing has been decided yet: all that the wallet holds of each reserve, or without
     * a wallet the money that the strategy's settings give.
     *
     * @param begun the book, where something was paid in already; what is there more or less by now flows in or out
     * @param initialCash what there is without a wallet
     * @throws WalletException when the wallet holds none of the reserves, or tokens that the strategy trades in: of those
     *     no book knows what they cost and why they are held
     */
    List<Event.CashFlowed> deposits(Optional<Portfolio> begun, BigDecimal initialCash, Instant at) {
        if (wallet.isEmpty()) {
            return begun.isPresent()
                    ? List.of()
                    : List.of(deposit(universe.reserve(universe.homeChain()), initialCash, at));
        }
        Map<Token, BigDecimal> held = wallet.get().balances(tokens());
        requireNoPositions(held);
        requireMoney(held);
        List<Event.CashFlowed> deposits = new ArrayList<>();
        for (Token reserve : universe.reserves().values()) {
            BigDecimal booked = begun.map(book -> book.reserve(reserve)).orElse(BigDecimal.ZERO);
            BigDecimal more = amount(held, reserve).subtract(booked);
            if (more.signum() != 0) {
                deposits.add(deposit(reserve, more, at));
            }
        }
        return deposits;
    }

    private void requireMoney(Map<Token, BigDecimal> held) {
        boolean any = universe.reserves().values().stream()
                .anyMatch(reserve -> amount(held, reserve).signum() > 0);
        if (!any) {
            throw new WalletException("The wallet holds no money to trade with: none of "
                    + names(universe.reserves().values()) + ". Send some of it to the wallet and start again.");
        }
    }

    private static Event.CashFlowed deposit(Token reserve, BigDecimal amount, Instant at) {
        return new Event.CashFlowed(at, Ledger.MAIN_BOOK, reserve, amount);
    }

    private void requireNoPositions(Map<Token, BigDecimal> held) {
        List<String> strangers = new ArrayList<>();
        for (Token token : tokens()) {
            if (!universe.reserves().containsValue(token) && amount(held, token).signum() > 0) {
                strangers.add(amount(held, token).toPlainString() + " " + named(token));
            }
        }
        if (!strangers.isEmpty()) {
            throw new WalletException("The wallet holds " + String.join(", ", strangers)
                    + ", of which a new state knows nothing. Give the folder of the state that bought it, or sell it or"
                    + " send it away first, or use another wallet. Nothing was sent.");
        }
    }

    /**
     * How the wallet differs from the book. Tokens of trades and transfers whose end is not known are left out until it is.
     *
     * @param less what the wallet holds less than the book, in words
     * @param more what it holds more
     */
    record Differences(List<String> less, List<String> more) {
        /**
         * @throws WalletException when there is any
         */
        void requireNone() {
            if (!less.isEmpty() || !more.isEmpty()) {
                List<String> all = new ArrayList<>(less);
                all.addAll(more);
                throw new WalletException("Books and wallet differ: " + String.join("; ", all)
                        + ". Nothing more is sent. Something other than this run moved tokens of this wallet, or a token"
                        + " takes a tax or changes balances by itself. 'doctor' tells which; bring the wallet back to what"
                        + " the books say, or record a deposit with it.");
            }
        }
    }

    /** How the wallet differs from the book; in nothing on paper. */
    Differences differences(Portfolio book) {
        List<String> less = new ArrayList<>();
        List<String> more = new ArrayList<>();
        if (wallet.isEmpty()) {
            return new Differences(less, more);
        }
        Map<Token, BigDecimal> expected = expected(book);
        Set<Token> certain = new LinkedHashSet<>(tokens());
        certain.removeAll(open(book));
        Map<Token, BigDecimal> held = wallet.get().balances(certain);
        for (Token token : certain) {
            BigDecimal booked = amount(expected, token);
            BigDecimal there = amount(held, token);
            int compared = there.compareTo(booked);
            if (compared != 0) {
                (compared < 0 ? less : more)
                        .add("of " + named(token) + " the books hold " + booked.toPlainString() + " and the wallet "
                                + there.toPlainString() + " (" + signed(there.subtract(booked)) + ")");
            }
        }
        return new Differences(less, more);
    }

    private static String signed(BigDecimal difference) {
        return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
    }

    /** What the wallet holds if the books are right: reserves, and positions by their token, whatever pair they are of. */
    private static Map<Token, BigDecimal> expected(Portfolio book) {
        Map<Token, BigDecimal> expected = new LinkedHashMap<>(book.reserves());
        for (Position position : book.positions()) {
            expected.merge(position.pair().base(), position.quantity(), BigDecimal::add);
        }
        return expected;
    }

    private static Set<Token> open(Portfolio book) {
        Set<Token> open = new HashSet<>();
        for (Trade trade : book.openTrades()) {
            if (trade.status() == TradeStatus.UNKNOWN) {
                open.add(trade.plan().reserve());
                open.add(trade.plan().intent().pair().base());
            }
        }
        for (Transfer transfer : book.inFlight()) {
            open.add(transfer.from());
            open.add(transfer.to());
        }
        return open;
    }

    private Set<Token> tokens() {
        Set<Token> tokens = new LinkedHashSet<>(universe.reserves().values());
        universe.pairs().stream().map(TradingPair::base).forEach(tokens::add);
        return tokens;
    }

    private static BigDecimal amount(Map<Token, BigDecimal> amounts, Token token) {
        return amounts.getOrDefault(token, BigDecimal.ZERO);
    }

    private static String names(Iterable<Token> tokens) {
        List<String> names = new ArrayList<>();
        tokens.forEach(token -> names.add(named(token)));
        return String.join(", ", names);
    }

    private static String named(Token token) {
        return token + " (" + token.address() + ") on " + token.chain();
    }
}
