package org.evenkeel.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Transfer;
import org.jspecify.annotations.Nullable;

/** One book's part of the fold. */
final class Book implements Portfolio {
    private final String name;
    private final Map<Token, BigDecimal> reserves = new LinkedHashMap<>();
    private final Map<TradingPair, Position> open = new LinkedHashMap<>();
    private final Map<Long, TradingPair> pairOfOpen = new HashMap<>();
    private final List<Position> closed = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final Map<Long, Integer> tradeIndex = new HashMap<>();
    private final Map<Long, Transfer> inFlight = new LinkedHashMap<>();
    private final List<Transfer> arrived = new ArrayList<>();
    private final List<Cycle> cycles = new ArrayList<>();
    private final CurveBuilder curve = new CurveBuilder();
    private BigDecimal netDeposits = BigDecimal.ZERO;
    private Event.@Nullable Decided deciding;

    Book(String name) {
        this.name = name;
    }

    void flow(Event.CashFlowed flow) {
        add(flow.token(), flow.amount(), "a withdrawal");
        netDeposits = netDeposits.add(flow.amount());
        curve.flow(flow.amount().doubleValue());
    }

    void decide(Event.Decided decided) {
        require(deciding == null, "Cycle %d began before the one before it was closed.", decided.cycle());
        require(decided.cycle() == cycles.size() + 1, "Cycle %d came after %d.", decided.cycle(), cycles.size());
        deciding = decided;
        curve.point(decided.at(), decided.inputs().equity(), decided.inputs().cash());
    }

    void close(Event.CycleClosed event) {
        Event.Decided decided = deciding;
        if (decided == null || decided.cycle() != event.cycle()) {
            throw new IllegalStateException("Cycle " + event.cycle() + " of book " + name
                    + " is closed, but it was not begun: an event is missing.");
        }
        cycles.add(new Cycle(event.cycle(), decided.at(), decided.inputs(), decided.decision(), event.result()));
        deciding = null;
    }

    void value(Event.Valued valued) {
        curve.point(valued.at(), valued.equity(), valued.cash());
    }

    void plan(Event.TradePlanned planned) {
        tradeIndex.put(planned.trade().id(), trades.size());
        trades.add(Trade.planned(planned.trade(), planned.at()));
    }

    /** Books a fill; tells whether it opened a position. */
    boolean fill(Event.TradeFilled event, long nextPosition) {
        int index = indexOf(event.trade());
        Trade trade = trades.get(index);
        TradingPair pair = trade.plan().intent().pair();
        Position before = open.get(pair);
        Position after = changed(trade, event, before, nextPosition);
        BigDecimal realised = before == null
                ? BigDecimal.ZERO
                : after.totals().realised().subtract(before.totals().realised());
        Trade.Filled end = new Trade.Filled(event.at(), event.fill(), after.id(), realised);
        Trade filled = trade.advanced(TradeStatus.FILLED, Optional.of(end));
        pay(trade, event.fill());
        trades.set(index, filled);
        put(pair, after);
        return before == null;
    }

    private Position changed(Trade trade, Event.TradeFilled event, @Nullable Position before, long nextPosition) {
        Fill fill = event.fill();
        if (trade.plan().intent().side() == Side.BUY) {
            return before == null
                    ? Position.open(nextPosition, trade.plan().intent(), fill, event.at())
                    : before.bought(fill);
        }
        if (before == null) {
            throw new IllegalStateException("Trade " + event.trade() + " sold "
                    + trade.plan().intent().pair() + ", of which book " + name + " holds nothing.");
        }
        return before.sold(fill, event.at());
    }

    private void pay(Trade trade, Fill fill) {
        Token reserve = trade.plan().reserve();
        BigDecimal gas = fill.costs().gas();
        BigDecimal change = trade.plan().intent().side() == Side.BUY
                ? fill.value().add(gas).negate()
                : fill.value().subtract(gas);
        add(reserve, change, "trade " + trade.plan().id());
    }

    private void put(TradingPair pair, Position position) {
        if (position.isOpen()) {
            open.put(pair, position);
            pairOfOpen.put(position.id(), pair);
        } else {
            open.remove(pair);
            pairOfOpen.remove(position.id());
            closed.add(position);
        }
    }

    void fail(Event.TradeFailed event) {
        int index = indexOf(event.trade());
        Trade trade = trades.get(index);
        Trade failed = trade.advanced(
                TradeStatus.FAILED, Optional.of(new Trade.Failed(event.at(), event.outcome(), event.gas())));
        if (event.gas().signum() != 0) {
            add(trade.plan().reserve(), event.gas().negate(), "the gas of trade " + event.trade());
        }
        trades.set(index, failed);
    }

    void markUnknown(long id) {
        int index = indexOf(id);
        trades.set(index, trades.get(index).advanced(TradeStatus.UNKNOWN, Optional.empty()));
    }

    void watch(long id, Position.Watch watch) {
        TradingPair pair = requireOpen(id);
        open.computeIfPresent(pair, (key, position) -> position.watching(watch));
    }

    TradingPair requireOpen(long id) {
        TradingPair pair = pairOfOpen.get(id);
        if (pair == null) {
            throw new IllegalStateException("Position " + id + " of book " + name + " is not open.");
        }
        return pair;
    }

    void startTransfer(Transfer transfer) {
        add(transfer.from(), transfer.amounts().sent().negate(), "transfer " + transfer.id());
        inFlight.put(transfer.id(), transfer);
    }

    void arrive(long id) {
        Transfer transfer = inFlight.get(id);
        if (transfer == null) {
            throw new IllegalStateException("Transfer " + id + " arrived twice in book " + name + ".");
        }
        add(transfer.to(), transfer.amounts().received(), "transfer " + id);
        inFlight.remove(id);
        arrived.add(transfer);
    }

    private void add(Token token, BigDecimal change, String what) {
        BigDecimal after = reserve(token).add(change);
        if (after.signum() < 0) {
            throw new IllegalStateException("The reserve of " + token + " on " + token.chain() + " in book " + name
                    + " is " + reserve(token).toPlainString() + " and cannot pay "
                    + change.negate().toPlainString() + " for " + what + ".");
        }
        reserves.put(token, after);
    }

    private int indexOf(long trade) {
        return Objects.requireNonNull(tradeIndex.get(trade));
    }

    Trade trade(long id) {
        return trades.get(indexOf(id));
    }

    private static void require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new IllegalStateException(String.format(Locale.ROOT, message, arguments));
        }
    }

    @Override
    public String book() {
        return name;
    }

    @Override
    public Map<Token, BigDecimal> reserves() {
        return Collections.unmodifiableMap(reserves);
    }

    @Override
    public BigDecimal reserve(Token token) {
        return reserves.getOrDefault(token, BigDecimal.ZERO);
    }

    @Override
    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(open.values());
    }

    @Override
    public Optional<Position> findPosition(TradingPair pair) {
        return Optional.ofNullable(open.get(pair));
    }

    @Override
    public List<Position> closedPositions() {
        return Collections.unmodifiableList(closed);
    }

    @Override
    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }

    @Override
    public Collection<Transfer> inFlight() {
        return Collections.unmodifiableCollection(inFlight.values());
    }

    @Override
    public List<Transfer> transfers() {
        return Collections.unmodifiableList(arrived);
    }

    @Override
    public List<Cycle> cycles() {
        return Collections.unmodifiableList(cycles);
    }

    @Override
    public EquityCurve equityCurve() {
        return curve.build();
    }

    @Override
    public BigDecimal netDeposits() {
        return netDeposits;
    }
}
