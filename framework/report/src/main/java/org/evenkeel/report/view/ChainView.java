package org.evenkeel.report.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Trail;
import org.evenkeel.state.model.Transfer;

/**
 * What a run that was made as time went by did on its chains: the transactions of its trades, the trades that were not made
 * and why, the transfers between chains, and what a chain took back.
 *
 * @param sent the trades that left transactions, the latest first
 * @param notMade the trades that were not made or are open, the latest first
 * @param transfers the latest first
 * @param undone what was taken back, in its order
 * @param leftOut how many earlier trades are left out
 */
public record ChainView(
        List<Sent> sent, List<NotMade> notMade, List<Moved> transfers, List<Undone> undone, int leftOut) {
    private static final int MOST_ROWS = 1_000;

    /**
     * A trade that left transactions.
     *
     * @param number the trade's
     * @param trade what it was, as "buy WETH-USDC"
     * @param chain where
     * @param ended when it ended
     * @param gas what it took of the chain's coin, with its symbol
     * @param usd what that was in USD
     * @param transactions in their order
     */
    public record Sent(
            long number,
            String trade,
            String chain,
            Instant ended,
            String gas,
            double usd,
            List<Trail.Transaction> transactions) {}

    /**
     * A trade that was not made, or whose end is not known.
     *
     * @param number the trade's
     * @param trade what it was, as "buy WETH-USDC"
     * @param chain where
     * @param at when that was known, or it was planned
     * @param outcome what became of it
     * @param why the reasons, in sentences; empty where none is on record
     */
    public record NotMade(long number, String trade, String chain, Instant at, String outcome, String why) {}

    /**
     * A transfer between chains.
     *
     * @param number the transfer's
     * @param way from where to where
     * @param left when it left
     * @param sent what left, in USD
     * @param received what arrived or is to; that of one that came back is nothing
     * @param gas what its transactions cost, in USD
     * @param state what became of it
     */
    public record Moved(
            long number, String way, Instant left, double sent, double received, double gas, String state) {}

    /**
     * A trade whose end was taken back.
     *
     * @param number the trade's
     * @param trade what it was, as "buy WETH-USDC"
     * @param at when that was known
     * @param now what has become of it since
     */
    public record Undone(long number, String trade, Instant at, String now) {}

    /** What a run did on its chains; empty for a backtest. */
    public static Optional<ChainView> of(Run run) {
        return run.info().isLive() ? Optional.of(view(run)) : Optional.empty();
    }

    private static ChainView view(Run run) {
        List<Trade> trades = run.book().trades().reversed();
        List<Trade> shown = trades.subList(0, Math.min(MOST_ROWS, trades.size()));
        return new ChainView(
                shown.stream()
                        .filter(trade -> !trade.trail().transactions().isEmpty())
                        .map(trade -> sent(run, trade))
                        .toList(),
                shown.stream()
                        .filter(trade -> trade.filled().isEmpty())
                        .map(trade -> notMade(run, trade))
                        .toList(),
                transfers(run),
                run.journal().undone().stream()
                        .map(undone -> undone(run, undone))
                        .toList(),
                trades.size() - shown.size());
    }

    private static String what(Run run, Trade trade) {
        return trade.plan().intent().side().name().toLowerCase(Locale.ROOT) + " "
                + run.labels().of(trade.plan().intent().pair());
    }

    private static String chain(Trade trade) {
        return Texts.label(trade.plan().intent().pair().chain().name());
    }

    private static Sent sent(Run run, Trade trade) {
        Trail trail = trade.trail();
        return new Sent(
                trade.plan().id(),
                what(run, trade),
                chain(trade),
                trade.end().orElseThrow().at(),
                LiveWords.coins(run.info(), trade.plan().intent().pair().chain().name(), trail.gas()),
                trade.gas().doubleValue(),
                trail.transactions());
    }

    private static NotMade notMade(Run run, Trade trade) {
        return new NotMade(
                trade.plan().id(),
                what(run, trade),
                chain(trade),
                trade.end().map(Trade.End::at).orElse(trade.plannedAt()),
                status(trade),
                Texts.text(String.join(" ", trade.trail().reasons())));
    }

    private static String status(Trade trade) {
        return trade.failed()
                .map(failed -> failed.outcome().words())
                .orElse(
                        trade.status() == TradeStatus.UNKNOWN
                                ? "sent, its end is not known yet"
                                : trade.status() == TradeStatus.FILLED ? "filled" : "planned, not sent yet");
    }

    private static List<Moved> transfers(Run run) {
        List<Moved> moved = new ArrayList<>();
        run.book().transfers().forEach(transfer -> moved.add(moved(transfer, received(transfer), "arrived")));
        run.book()
                .returnedTransfers()
                .forEach(transfer -> moved.add(moved(transfer, Double.NaN, "came back, or never left")));
        run.book()
                .inFlight()
                .forEach(transfer -> moved.add(moved(
                        transfer,
                        received(transfer),
                        "on the way, due " + Numbers.minute(transfer.times().arrives()))));
        moved.sort(Comparator.comparingLong(Moved::number).reversed());
        return moved;
    }

    private static double received(Transfer transfer) {
        return transfer.amounts().received().doubleValue();
    }

    private static Moved moved(Transfer transfer, double received, String state) {
        return new Moved(
                transfer.id(),
                place(transfer.from()) + " to " + place(transfer.to()),
                transfer.times().started(),
                transfer.amounts().sent().doubleValue(),
                received,
                transfer.amounts().gas().doubleValue(),
                state);
    }

    private static String place(Token reserve) {
        return Texts.label(reserve.symbol()) + " on "
                + Texts.label(reserve.chain().name());
    }

    private static Undone undone(Run run, Event.TradeUndone undone) {
        Trade trade = run.book().trades().stream()
                .filter(candidate -> candidate.plan().id() == undone.trade())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Trade " + undone.trade()
                        + " was taken back, and is none of" + " the book's: give the journal of this run."));
        return new Undone(undone.trade(), what(run, trade), undone.at(), status(trade));
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return sent.isEmpty() && notMade.isEmpty() && transfers.isEmpty() && undone.isEmpty();
    }
}
