package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Portfolio;

/**
 * Holds the wallet against the books, and looks whether anything else sends from it: when a run starts, around every
 * decision, and about once a minute in between. What is found ends the run, before anything more is sent.
 */
final class WalletWatch {
    /** As old as a head may be that a node is believed. */
    private static final Duration LAG = Duration.ofMinutes(1);

    private static final Duration LOOK = Duration.ofSeconds(2);

    /** A person who waits longer than this wants to know what for. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Between two decisions, the time from one look to the next. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private final World world;
    private final FrozenTokens frozen;
    private final Supplier<Portfolio> book;
    private final Turns turns;
    private final Consumer<LiveEvent> listener;
    /** Where a look differed from the books and none has held since. */
    private final Set<Chain> doubted = new LinkedHashSet<>();

    private Instant doubtedSince = Instant.MAX;
    private Map<Token, BigDecimal> surplus = Map.of();
    private Instant next = Instant.MIN;
    private boolean reached = true;
    private boolean begun;

    /** What is done while it looks again and again. */
    interface Turns {
        /** Learns what became of what is open, and puts it on the disk. */
        void settle(Instant now);

        /** It is not known whether the wallet holds what the books say. */
        void doubted();

        /** It is known to. */
        void held();
    }

    WalletWatch(World world, FrozenTokens frozen, Supplier<Portfolio> book, Turns turns, Consumer<LiveEvent> listener) {
        this.world = world;
        this.frozen = frozen;
        this.book = book;
        this.turns = turns;
        this.listener = listener;
    }

    /**
     * Makes sure that the wallet holds what the books say. A node that is some blocks behind, or a block that was
     * reorganised away just now, shows for a moment what is not so: only what still differs after a while ends the run.
     *
     * @throws WalletException when it does not, or something else sends from it
     */
    void requireSame() throws InterruptedException {
        hold(Books.Differences::requireNone, Books.Differences::all);
        begun = true;
    }

    /**
     * Makes sure that the wallet holds no less than the books say. What it holds more is told and left alone: anybody can
     * send it something, and must not be able to end a run by it.
     *
     * @throws WalletException when it holds less, or something else sends from it
     */
    void requireEnough() throws InterruptedException {
        List<Difference> found =
                hold(Books.Differences::requireEnough, Books.Differences::less).more();
        Map<Token, BigDecimal> more = amounts(found.stream());
        if (!more.isEmpty() && !more.equals(surplus)) {
            listener.accept(new LiveEvent.Notice(
                    world.time().instant(),
                    "The wallet holds more than the books: " + Difference.texts(found.stream())
                            + ". This run leaves it alone; the"
                            + " next start will want to know what it is ('doctor')."));
        }
        surplus = more;
    }

    /**
     * The same between two decisions, once a minute at most, and never on paper. A node that does not answer is no
     * difference: it is asked again a minute later. But a difference that was seen is not forgotten because of it.
     *
     * @throws WalletException when the wallet holds less, or something else sends from it
     * @throws Unavailable when it cannot be asked whether what differed still does
     */
    void requireEnoughNowAndThen() throws InterruptedException {
        Instant now = world.time().instant();
        if (world.wallet().isEmpty() || (doubted.isEmpty() && now.isBefore(next))) {
            return;
        }
        try {
            requireEnough();
            if (!reached) {
                listener.accept(new LiveEvent.Notice(now, "The wallet is looked at again."));
            }
            reached = true;
        } catch (Unavailable e) {
            next = now.plus(PACE);
            if (reached) {
                listener.accept(new LiveEvent.Notice(
                        now,
                        "Whether the wallet still has what the books say cannot be looked at until its chain answers again: "
                                + e.getMessage()));
            }
            reached = false;
            if (!doubted.isEmpty()) {
                throw e;
            }
        }
    }

    /** The chains where the wallet was last seen to have less, or at a start other amounts, than the books say. */
    Set<Chain> doubted() {
        return Set.copyOf(doubted);
    }

    /**
     * @param rule what must not differ
     * @param objected what of all that differs is told while it is looked at again
     */
    private Books.Differences hold(
            Consumer<Books.Differences> rule, Function<Books.Differences, List<Difference>> objected)
            throws InterruptedException {
        boolean told = false;
        while (true) {
            Instant now = world.time().instant();
            Books.Differences found = frozen.differences(book.get(), now);
            Optional<Unavailable> unanswered = lookForOthers(found);
            try {
                rule.accept(found);
                found.requireReached();
                unanswered.ifPresent(why -> {
                    throw why;
                });
                next = now.plus(PACE);
                doubted.clear();
                doubtedSince = Instant.MAX;
                turns.held();
                return found;
            } catch (WalletException difference) {
                doubt(found, now);
                Instant patience = doubtedSince.plus(LAG);
                if (!now.isBefore(patience)) {
                    throw WalletException.freezing(ended() + difference.getMessage() + remedy(found));
                }
                if (!told && !now.isBefore(doubtedSince.plus(SOON))) {
                    told = true;
                    listener.accept(new LiveEvent.Notice(
                            now,
                            "What the wallet holds and what the books say differ so far: "
                                    + Difference.texts(objected.apply(found).stream())
                                    + ". A node can be some blocks behind: it is looked at again until "
                                    + patience.truncatedTo(ChronoUnit.SECONDS) + ", and nothing is sent before."));
                }
            }
            world.time().await(now.plus(LOOK));
            turns.settle(now);
        }
    }

    private void doubt(Books.Differences found, Instant now) {
        turns.doubted();
        found.all().stream().map(difference -> difference.token().chain()).forEach(doubted::add);
        doubtedSince = now.isBefore(doubtedSince) ? now : doubtedSince;
    }

    /** A chain that does not tell who else sends hides no difference that was found. */
    private Optional<Unavailable> lookForOthers(Books.Differences found) {
        try {
            requireOwn(found);
            return Optional.empty();
        } catch (Unavailable why) {
            return Optional.of(why);
        }
    }

    /** What else was sent may be what took tokens away: then both are told at once. */
    private void requireOwn(Books.Differences found) {
        Optional<String> why = world.wallet().flatMap(Wallet::frozen);
        if (why.isPresent()) {
            turns.doubted();
            String less = Difference.texts(found.less().stream());
            throw WalletException.freezing(ended()
                    + why.get()
                    + (less.isEmpty() ? "" : " – Books and wallet differ, too: " + less + "." + remedy(found)));
        }
    }

    /** What that means for what is held is the first that a person has to know. */
    private String ended() {
        int held = book.get().positions().size();
        String positions = switch (held) {
            case 0 -> "";
            case 1 -> ", and its position stays as it is: no stop of it is watched until it is started again";
            default ->
                ", and its " + held
                        + " positions stay as they are: no stop of theirs is watched until it is started again";
        };
        return (begun ? "The run has ended" : "The run does not start") + positions + ". ";
    }

    /** While something is under way whose end may explain a difference, it is not to be booked. */
    private String remedy(Books.Differences found) {
        boolean underWay =
                !book.get().openTrades().isEmpty() || !book.get().inFlight().isEmpty();
        Map<Token, BigDecimal> more = underWay ? Map.of() : amounts(found.all().stream());
        return world.wallet()
                .map(own -> own.remedy(more))
                .filter(text -> !text.isEmpty())
                .map(text -> " " + text)
                .orElse("");
    }

    /** How much more the wallet has of each; of what it does not tell nothing is known. */
    private static Map<Token, BigDecimal> amounts(Stream<Difference> differences) {
        return differences
                .filter(one -> one.held().isPresent())
                .collect(Collectors.toMap(Difference::token, Difference::more));
    }
}
