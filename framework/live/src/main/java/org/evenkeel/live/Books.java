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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.market.Chain;
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
    private static final String LESS =
            " Something other than this run moved tokens of this wallet, or a token takes a tax or changes balances by"
                    + " itself: find out where it went ('doctor' tells which), and bring it back, or book the money that"
                    + " is gone as a withdrawal.";
    private static final String MORE =
            " Somebody sent tokens to this wallet, or a token changes balances by itself: book the money that came as a"
                    + " deposit ('doctor' tells which), and send away what is not the run's to trade with.";

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
        requireTold(held);
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

    private void requireTold(Map<Token, BigDecimal> held) {
        List<Token> silent =
                tokens().stream().filter(token -> !held.containsKey(token)).toList();
        if (!silent.isEmpty()) {
            throw WalletException.unfit("What the wallet holds of " + names(silent)
                    + " cannot be told: there is no token at that address, or its contract does not answer as one. Leave"
                    + " the pair out, or correct the data set. Nothing was sent.");
        }
    }

    private void requireMoney(Map<Token, BigDecimal> held) {
        boolean any = universe.reserves().values().stream()
                .anyMatch(reserve -> amount(held, reserve).signum() > 0);
        if (!any) {
            throw WalletException.unfit("The wallet holds no money to trade with: none of "
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
                strangers.add(amount(held, token).toPlainString() + " " + Difference.named(token));
            }
        }
        if (!strangers.isEmpty()) {
            throw WalletException.unfit("The wallet holds " + String.join(", ", strangers)
                    + ", of which a new state knows nothing. Give the folder of the state that bought it, or sell it or"
                    + " send it away first, or use another wallet. Nothing was sent.");
        }
    }

    /**
     * How the wallet differs from the book. Tokens of trades whose end is not known are left out until it is.
     *
     * @param less what the wallet holds less than the book, or does not tell of money
     * @param more what it holds more, but for the money of transfers that are on their way: what comes is not booked yet
     * @param silent what is traded and does not tell how much of it the wallet has
     * @param away the chains that could not be asked, and why; of what is there nothing is known
     */
    record Differences(List<Difference> less, List<Difference> more, List<Token> silent, Map<Chain, Unavailable> away) {
        /** Of books that are all there is. */
        static final Differences NONE = new Differences(List.of(), List.of(), List.of(), Map.of());

        /** Copies. */
        Differences {
            less = List.copyOf(less);
            more = List.copyOf(more);
            silent = List.copyOf(silent);
            away = new LinkedHashMap<>(away);
        }

        /** Only what is of other tokens than these. */
        Differences without(Set<Token> tokens) {
            return new Differences(
                    less.stream().filter(one -> !tokens.contains(one.token())).toList(),
                    more.stream().filter(one -> !tokens.contains(one.token())).toList(),
                    silent.stream().filter(token -> !tokens.contains(token)).toList(),
                    away);
        }

        /**
         * @throws Unavailable when a chain could not be asked
         */
        void requireReached() {
            away.values().stream().findFirst().ifPresent(why -> {
                throw why;
            });
        }

        /** How a token differs, where it does. */
        Optional<Difference> of(Token token) {
            return all().stream().filter(one -> one.token().equals(token)).findFirst();
        }

        /** All that differs. */
        List<Difference> all() {
            return Stream.concat(less.stream(), more.stream()).toList();
        }

        /**
         * @throws WalletException when there is any
         */
        void requireNone() {
            require(less, more);
        }

        /**
         * @throws WalletException when the wallet holds less of anything
         */
        void requireEnough() {
            require(less, List.of());
        }

        private static void require(List<Difference> less, List<Difference> more) {
            if (!less.isEmpty() || !more.isEmpty()) {
                throw WalletException.freezing("Books and wallet differ: "
                        + Difference.texts(Stream.concat(less.stream(), more.stream())) + ". Nothing more is sent."
                        + (less.isEmpty() ? "" : LESS) + (more.isEmpty() ? "" : MORE));
            }
        }
    }

    /**
     * How the wallet differs from the book; in nothing on paper. Each chain is asked for itself: one that does not answer
     * hides nothing of the others.
     */
    Differences differences(Portfolio book) {
        if (wallet.isEmpty()) {
            return Differences.NONE;
        }
        Set<Token> certain = certain(book);
        Map<Token, BigDecimal> held = new LinkedHashMap<>();
        Map<Chain, Unavailable> away = new LinkedHashMap<>();
        certain.stream()
                .collect(Collectors.groupingBy(Token::chain, LinkedHashMap::new, Collectors.toList()))
                .forEach((chain, there) -> {
                    try {
                        held.putAll(wallet.get().balances(there));
                    } catch (Unavailable why) {
                        away.put(chain, why);
                    }
                });
        certain.removeIf(token -> away.containsKey(token.chain()));
        return compared(book, certain, held, away);
    }

    private Differences compared(
            Portfolio book, Set<Token> asked, Map<Token, BigDecimal> held, Map<Chain, Unavailable> away) {
        Map<Token, BigDecimal> expected = expected(book);
        Set<Token> coming = coming(book);
        List<Difference> less = new ArrayList<>();
        List<Difference> more = new ArrayList<>();
        List<Token> silent = new ArrayList<>();
        for (Token token : asked) {
            BigDecimal booked = amount(expected, token);
            if (held.containsKey(token)) {
                int compared = amount(held, token).compareTo(booked);
                Difference difference = new Difference(token, booked, Optional.of(amount(held, token)));
                if (compared < 0) {
                    less.add(difference);
                } else if (compared > 0 && !coming.contains(token)) {
                    more.add(difference);
                }
            } else if (isMoney(token)) {
                less.add(new Difference(token, booked, Optional.empty()));
            } else {
                silent.add(token);
            }
        }
        return new Differences(less, more, silent, away);
    }

    /** Whether trades are paid with it. */
    boolean isMoney(Token token) {
        return universe.reserves().containsValue(token);
    }

    /** All that is traded or paid with, but what a trade may have changed whose end is not known. */
    Set<Token> certain(Portfolio book) {
        Set<Token> certain = new LinkedHashSet<>(tokens());
        certain.removeAll(open(book));
        return certain;
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
        return open;
    }

    /**
     * The money that is on its way, at both of its ends: it arrives, or comes back, before that is booked. What was sent is
     * off the books from before it is sent, so that the wallet never has less.
     */
    private static Set<Token> coming(Portfolio book) {
        Set<Token> coming = new HashSet<>();
        for (Transfer transfer : book.inFlight()) {
            coming.add(transfer.from());
            coming.add(transfer.to());
        }
        return coming;
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
        tokens.forEach(token -> names.add(Difference.named(token)));
        return String.join(", ", names);
    }
}
