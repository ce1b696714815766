package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.Schedule;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.DataException;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** Runs the backtest, matches the trades, and adds up what differs. */
final class Comparison {
    private final Backtest backtest;
    private final Backtest.Period period;
    private final RecordedRun recorded;
    private final Portfolio live;
    private final Portfolio paper;
    private final Map<Instant, Cycle> liveCycles;
    private final Map<Instant, Cycle> paperCycles;
    private final Set<TradingPair> notBought = new HashSet<>();
    private final DifferenceLots lots = new DifferenceLots();

    Comparison(RecordedRun recorded, Backtest backtest, Backtest.Period period) {
        this.recorded = recorded;
        this.backtest = backtest;
        this.period = period;
        this.live = recorded.ledger().book(Ledger.MAIN_BOOK);
        requireMarket();
        this.paper = Rerun.of(backtest, period, recorded.flows()).book(Ledger.MAIN_BOOK);
        Schedule schedule = backtest.settings().schedule();
        this.liveCycles = byTick(live, schedule);
        this.paperCycles = byTick(paper, schedule);
    }

    private static Map<Instant, Cycle> byTick(Portfolio book, Schedule schedule) {
        Map<Integer, Instant> ticks = Matching.ticks(book, schedule);
        Map<Instant, Cycle> cycles = new HashMap<>();
        book.cycles().forEach(cycle -> cycles.put(ticks.getOrDefault(cycle.number(), cycle.at()), cycle));
        return cycles;
    }

    /** What the live run traded has to be there in the backtest. */
    private void requireMarket() {
        for (Trade trade : live.trades()) {
            if (!backtest.history().universe().contains(trade.plan().intent().pair())) {
                throw new DataException("The run traded "
                        + trade.plan().intent().pair()
                        + ", which is not in the strategy's universe on this data: give the data that the run collected, and"
                        + " the strategy that it ran.");
            }
        }
    }

    Deviation result() {
        List<Work> works = works();
        FinalPrices prices = new FinalPrices(
                backtest, period.to(), works.stream().map(work -> work.match).toList());
        Map<TradingPair, BigDecimal> more = lots.quantities();
        lots.end(prices::of);
        Parts parts = works.stream().map(work -> work.parts).reduce(Parts.NONE, Parts::plus);
        BigDecimal revalued = revalued();
        BigDecimal recordedEquity = recordedEquity().orElse(revalued);
        parts = parts.plus(DeviationPart.BRIDGES, bridges(paper).subtract(bridges(live)))
                .plus(
                        DeviationPart.FLOWS,
                        live.netDeposits().subtract(recorded.gasFromOutside()).subtract(paper.netDeposits()))
                .plus(
                        DeviationPart.VALUATION,
                        prices.notProportional(live, paper, more).add(recordedEquity.subtract(revalued)));
        EquityCurve curve = paper.equityCurve();
        Deviation.Equities equities =
                new Deviation.Equities(last(curve), recordedEquity.subtract(recorded.gasFromOutside()), average(curve));
        parts = parts.plus(DeviationPart.REMAINDER, equities.difference().subtract(parts.total()));
        List<TradeDeviation> trades = works.stream().map(this::told).toList();
        return new Deviation(
                period,
                equities,
                parts,
                trades,
                new Deviation.Portfolios(live, paper),
                new Deviation.Basis(recorded.worth(), recordedEquity().isPresent(), Unpriced.of(trades, backtest)));
    }

    /** A match, and what is found out about it. */
    private static final class Work {
        private final Match match;
        private final Optional<Extra> extra;
        private Parts parts = Parts.NONE;

        private Work(Match match, Optional<Extra> extra) {
            this.match = match;
            this.extra = extra;
        }
    }

    private List<Work> works() {
        List<Work> works = new ArrayList<>();
        for (Match match : Matching.of(live, paper, backtest.settings().schedule())) {
            works.add(new Work(match, extra(match)));
        }
        RecordedPrices recordedPrices = new RecordedPrices(backtest.history());
        for (Work work : works) {
            boolean filled = work.match.liveFill().isPresent()
                    || work.match.backtestFill().isPresent();
            if (filled) {
                TradeSplit split = TradeSplit.of(work.match, recordedPrices, work.extra);
                work.parts = split.parts();
                lots.add(
                        work.match.key().pair(),
                        split.quantity(),
                        split.price(),
                        profit -> work.parts = work.parts.plus(split.cause(), profit));
            } else {
                work.parts = Parts.of(DeviationPart.GAS, TradeSplit.gasSaved(work.match));
            }
        }
        return works;
    }

    /** In the order of the trades: what could not be bought is not there to be sold. */
    private Optional<Extra> extra(Match match) {
        if (match.liveFill().isEmpty() || match.backtestFill().isPresent()) {
            return Optional.empty();
        }
        Cycle cycle = paperCycles.get(match.key().tick());
        Extra extra = Extra.of(match, Optional.ofNullable(cycle), notBought);
        if (extra.why() == Extra.Why.NO_PRICE && match.key().side() == Side.BUY) {
            notBought.add(match.key().pair());
        }
        return Optional.of(extra);
    }

    private TradeDeviation told(Work work) {
        Match match = work.match;
        boolean isMissed = match.liveFill().isEmpty() && match.backtestFill().isPresent();
        Optional<Missed> missed = isMissed
                ? Optional.of(Missed.of(
                        match, Optional.ofNullable(liveCycles.get(match.key().tick()))))
                : Optional.empty();
        return new TradeDeviation(
                match.key().tick(),
                match.key().pair(),
                match.key().side(),
                new TradeDeviation.Runs(match.live(), match.backtest()),
                missed,
                work.extra,
                work.parts);
    }

    /** What the transfers between chains cost, those on their way among them, and the gas of those that came back. */
    private static BigDecimal bridges(Portfolio book) {
        BigDecimal cost = BigDecimal.ZERO;
        for (Transfer transfer : book.transfers()) {
            cost = cost.add(transfer.cost()).add(transfer.amounts().gas());
        }
        for (Transfer transfer : book.inFlight()) {
            cost = cost.add(transfer.cost());
        }
        for (Transfer transfer : book.returnedTransfers()) {
            cost = cost.add(transfer.amounts().gas());
        }
        return cost;
    }

    /** What the run itself said that it was worth at the end, if it did. */
    private Optional<BigDecimal> recordedEquity() {
        return recorded.valuedAtEnd().filter(period.to()::equals).map(valued -> last(live.equityCurve()));
    }

    /** What the live book is worth at the end by the recorded data. */
    private BigDecimal revalued() {
        Ledger copy = recorded.ledger();
        backtest.engine(copy, period.to()).value(period.to());
        return last(copy.book(Ledger.MAIN_BOOK).equityCurve());
    }

    private static BigDecimal last(EquityCurve curve) {
        return BigDecimal.valueOf(curve.equity()[curve.size() - 1]);
    }

    /** Over the time; each value holds until the next. */
    private static double average(EquityCurve curve) {
        double sum = 0;
        for (int i = 1; i < curve.size(); i++) {
            sum += curve.equity()[i - 1] * (curve.times()[i] - curve.times()[i - 1]);
        }
        return sum / (curve.times()[curve.size() - 1] - curve.times()[0]);
    }
}
