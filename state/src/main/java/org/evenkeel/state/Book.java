package org.evenkeel.state;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Transfer;

/**
 * One book's part of the fold. Every method that folds an event first makes sure that all of it can be booked, and only
 * then changes anything: an event that is refused leaves no trace.
 */
final class Book implements Portfolio {
    private final String name;
    private final Cash cash;
    private final Holdings holdings;
    private final Transfers transfers;
    private final Trades trades;
    private final Cycles cycles;
    private final CurveBuilder curve;

    Book(String name) {
        this.name = name;
        this.cash = new Cash(name);
        this.holdings = new Holdings(name);
        this.transfers = new Transfers(name);
        this.trades = new Trades();
        this.cycles = new Cycles(name);
        this.curve = new CurveBuilder();
    }

    private Book(BookSnapshot saved) {
        this.name = saved.name();
        this.cash = Cash.restored(name, saved.cash());
        this.holdings = Holdings.restored(name, saved.holdings());
        this.transfers = Transfers.restored(name, saved.deeds());
        this.trades = Trades.restored(saved.deeds());
        this.cycles = Cycles.restored(name, saved.history());
        this.curve = CurveBuilder.restored(saved.history().curve(), saved.cash().pendingFlow());
    }

    static Book restored(BookSnapshot saved) {
        Book book = new Book(saved);
        for (Trade trade : saved.deeds().trades()) {
            trade.filled().ifPresent(filled -> book.holdings.position(filled.position()));
        }
        return book;
    }

    BookSnapshot snapshot() {
        return new BookSnapshot(
                name,
                new BookSnapshot.Cash(cash.reserves(), cash.netDeposits(), curve.pendingFlow()),
                new BookSnapshot.Holdings(List.copyOf(holdings.open()), List.copyOf(holdings.closed())),
                new BookSnapshot.Deeds(
                        List.copyOf(trades.all()),
                        List.copyOf(transfers.inFlight()),
                        List.copyOf(transfers.arrived()),
                        List.copyOf(transfers.returned()),
                        trades.fillOrder()),
                new BookSnapshot.History(List.copyOf(cycles.closed()), cycles.open(), curve.build()));
    }

    void flow(Event.CashFlowed flow) {
        cash.flow(flow.token(), flow.amount());
        curve.flow(flow.amount().doubleValue());
    }

    void decide(Event.Decided decided) {
        cycles.requireNext(decided.cycle());
        curve.point(decided.at(), decided.inputs().equity(), decided.inputs().cash());
        cycles.begin(new Cycle.Begun(
                decided.cycle(), decided.at(), decided.inputs(), decided.decision(), decided.signals()));
    }

    void close(Event.CycleClosed event) {
        cycles.close(event.cycle(), event.result());
    }

    void value(Event.Valued valued) {
        curve.point(valued.at(), valued.equity(), valued.cash());
    }

    void plan(Event.TradePlanned planned) {
        PlannedTrade plan = planned.trade();
        cycles.requireCurrent(plan);
        trades.add(Trade.planned(plan, planned.at()));
    }

    /** Books a fill; tells whether it opened a position. */
    boolean fill(Event.TradeFilled event, long nextPosition) {
        Trade trade = trades.trade(event.trade());
        Position before = holdings.find(trade.plan().intent().pair());
        Position after = PositionFold.after(before, trade.plan(), event.fill(), event.at(), nextPosition);
        BigDecimal realised = before == null
                ? BigDecimal.ZERO
                : after.totals().realised().subtract(before.totals().realised());
        Trade.Filled end = new Trade.Filled(event.at(), event.fill(), after.id(), realised, event.trail());
        Trade filled = trade.advanced(TradeStatus.FILLED, Optional.of(end));
        book(
                trade.plan(),
                paid(trade.plan(), event.fill()),
                event.fill().costs().gas());
        trades.fill(filled, after.id());
        holdings.put(after);
        return before == null;
    }

    /** What a fill takes from the reserve, gas not counted; negative where it brings. */
    private static BigDecimal paid(PlannedTrade plan, Fill fill) {
        return plan.intent().side() == Side.BUY ? fill.value() : fill.value().negate();
    }

    /** Takes from the reserve what a trade's end took, or gives back, where both are negative, what it had taken. */
    private void book(PlannedTrade plan, BigDecimal paid, BigDecimal gas) {
        if (plan.gasFromOutside()) {
            cash.add(plan.reserve(), paid.negate(), gas, "trade " + plan.id());
            curve.flow(gas.doubleValue());
        } else {
            cash.add(plan.reserve(), paid.add(gas).negate(), "trade " + plan.id());
        }
    }

    void fail(Event.TradeFailed event) {
        Trade trade = trades.trade(event.trade());
        Trade failed = trade.advanced(
                TradeStatus.FAILED,
                Optional.of(new Trade.Failed(event.at(), event.outcome(), event.gas(), event.trail())));
        if (event.gas().signum() != 0) {
            book(trade.plan(), BigDecimal.ZERO, event.gas());
        }
        trades.change(failed);
    }

    /** Takes back what ended a trade; tells which position is gone with it, where it had opened one. */
    Optional<Long> undo(long id) {
        Trade trade = trades.trade(id);
        Trade undone = trade.undone();
        return switch (trade.end().orElseThrow()) {
            case Trade.Filled filled -> unfill(trade, undone, filled);
            case Trade.Failed failed -> {
                book(trade.plan(), BigDecimal.ZERO, failed.gas().negate());
                trades.change(undone);
                yield Optional.empty();
            }
        };
    }

    private Optional<Long> unfill(Trade trade, Trade undone, Trade.Filled filled) {
        Undoing undoing = Undoing.of(trade.plan(), filled, trades, holdings);
        Fill fill = filled.fill();
        book(trade.plan(), paid(trade.plan(), fill).negate(), fill.costs().gas().negate());
        return undoing.done(undone);
    }

    void markUnknown(long id) {
        trades.change(trades.trade(id).advanced(TradeStatus.UNKNOWN, Optional.empty()));
    }

    void watch(long id, Position.Watch watch) {
        holdings.watch(id, watch);
    }

    void requireOpen(long id) {
        holdings.requireOpen(id);
    }

    void startTransfer(Transfer transfer) {
        if (transfer.amounts().gas().signum() != 0) {
            throw new IllegalStateException(
                    "Transfer " + transfer.id() + " of book " + name + " has cost gas before it left.");
        }
        cash.add(transfer.from(), transfer.amounts().sent().negate(), "transfer " + transfer.id());
        transfers.start(transfer);
    }

    void arrive(Event.TransferArrived event) {
        Transfer planned = transfers.requireInFlight(event.transfer());
        Transfer transfer =
                event.instead().map(planned::withReceived).orElse(planned).withGas(event.gas());
        end(transfer, transfer.to(), transfer.amounts().received());
        transfers.arrive(transfer);
    }

    void giveBack(Event.TransferReturned event) {
        Transfer transfer = transfers.requireInFlight(event.transfer()).withGas(event.gas());
        end(transfer, transfer.from(), transfer.amounts().sent());
        transfers.giveBack(transfer);
    }

    /** Its gas was paid from outside. */
    private void end(Transfer transfer, Token token, BigDecimal amount) {
        BigDecimal gas = transfer.amounts().gas();
        cash.add(token, amount, gas, "transfer " + transfer.id());
        curve.flow(gas.doubleValue());
    }

    Trade trade(long id) {
        return trades.trade(id);
    }

    @Override
    public String book() {
        return name;
    }

    @Override
    public Map<Token, BigDecimal> reserves() {
        return cash.reserves();
    }

    @Override
    public BigDecimal reserve(Token token) {
        return cash.reserve(token);
    }

    @Override
    public Collection<Position> positions() {
        return holdings.open();
    }

    @Override
    public Optional<Position> findPosition(TradingPair pair) {
        return Optional.ofNullable(holdings.find(pair));
    }

    @Override
    public List<Position> closedPositions() {
        return holdings.closed();
    }

    @Override
    public List<Trade> trades() {
        return trades.all();
    }

    @Override
    public List<Trade> openTrades() {
        return trades.open();
    }

    @Override
    public Collection<Transfer> inFlight() {
        return transfers.inFlight();
    }

    @Override
    public List<Transfer> transfers() {
        return transfers.arrived();
    }

    @Override
    public List<Transfer> returnedTransfers() {
        return transfers.returned();
    }

    @Override
    public List<Cycle> cycles() {
        return cycles.closed();
    }

    @Override
    public Optional<Cycle.Begun> openCycle() {
        return cycles.open();
    }

    @Override
    public EquityCurve equityCurve() {
        return curve.build();
    }

    @Override
    public BigDecimal netDeposits() {
        return cash.netDeposits();
    }
}
