package org.evenkeel.live;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Portfolio;

/**
 * Keeps apart the tokens that do not tell how much of them the wallet has, and those that were seen not to do as they log
 * and of which it has not what the books say: one bad token must not end the run of all others. Each is told once, and is
 * frozen until it tells what the books say; one that tells something else by then has shown that it is not to be believed,
 * and stays frozen. A process that begins knows of none but the untrue ones, which the wallet remembers.
 */
final class FrozenTokens {
    private static final String SILENT =
            "Its contract does not tell what the wallet has of it. It counts as worth nothing and is not bought; all others"
                    + " go on. It is asked again before each decision.";

    private final Books books;
    private final Optional<Wallet> wallet;
    private final Consumer<LiveEvent> listener;
    private final Set<Token> frozen = new LinkedHashSet<>();
    private final Set<Token> unbelieved = new LinkedHashSet<>();

    FrozenTokens(Books books, Optional<Wallet> wallet, Consumer<LiveEvent> listener) {
        this.books = books;
        this.wallet = wallet;
        this.listener = listener;
    }

    /** How the wallet differs from the book in all that is not frozen. */
    Books.Differences differences(Portfolio book, Instant now) {
        Books.Differences all = books.differences(book);
        all.silent().stream().filter(frozen::add).forEach(token -> freeze(token, SILENT, now));
        Stream.concat(all.less().stream(), all.more().stream())
                .map(Difference::token)
                .filter(this::isUntrue)
                .forEach(frozen::add);
        Set<Token> told = new LinkedHashSet<>(books.certain(book));
        told.removeAll(all.silent());
        told.removeIf(token -> all.away().containsKey(token.chain()));
        told.retainAll(frozen);
        for (Token token : List.copyOf(told)) {
            all.of(token).ifPresentOrElse(difference -> disbelieve(difference, now), () -> thaw(token, now));
        }
        return all.without(frozen);
    }

    private boolean isUntrue(Token token) {
        return !books.isMoney(token)
                && wallet.filter(own -> own.isUntrue(token)).isPresent();
    }

    private void disbelieve(Difference difference, Instant now) {
        if (unbelieved.add(difference.token())) {
            String why = isUntrue(difference.token())
                    ? "It was seen not to do as it logs, and the wallet has another amount of it: " + difference.text()
                            + ". It counts as worth nothing and is not traded; all others go on."
                    : "It tells again what the wallet has of it, and that is another amount: " + difference.text()
                            + ". It stays frozen; the next start will want to know what became of it.";
            freeze(difference.token(), why, now);
        }
    }

    private void freeze(Token token, String why, Instant now) {
        wallet.ifPresent(own -> own.freeze(token, why));
        listener.accept(new LiveEvent.TokenFrozen(now, token, why));
    }

    private void thaw(Token token, Instant now) {
        frozen.remove(token);
        unbelieved.remove(token);
        wallet.ifPresent(own -> own.thaw(token));
        listener.accept(new LiveEvent.TokenThawed(now, token));
    }
}
