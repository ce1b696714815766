package org.evenkeel.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Pricing;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;

/**
 * Two chains at which every price is 1 and nothing costs anything, with a bridge that takes hours, and an engine on them
 * that is killed after any event: what it has recorded by then and what the chains have done stays, the rest is lost.
 */
final class StoppedWorld implements Execution, FreeBridge, TriggerWatch {
    static final Instant START = FakeWorld.START;
    static final Instant NEXT = FakeWorld.NEXT;
    static final Instant END = NEXT.plus(Duration.ofDays(7));
    private static final Chain OTHER = new Chain("bsc", 56);
    private static final Token BUSD = new Token(OTHER, "0xbusd", "BUSD", 18);
    static final TradingPair A = FakeWorld.A;
    static final TradingPair B = FakeWorld.B;
    static final TradingPair C = new TradingPair(
            3, new Exchange("pool", FeeMode.FROM_INPUT), new Token(OTHER, "0xC", "C", 18), BUSD, 0, PriceUnit.USD);

    /** The engine's process ends here. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final MarketHistory history;
    private final Function<DecisionInput, List<TradeIntent>> decision;
    private final List<Event> events = new ArrayList<>();
    private final Map<Long, Filled> landed = new TreeMap<>();
    private final Map<Long, Transfer> crossings = new TreeMap<>();
    private final List<Instant> looks = new ArrayList<>();
    private Optional<Instant> stopOfA = Optional.empty();
    private Duration delay = Duration.ZERO;
    private boolean gone;

    StoppedWorld(Function<DecisionInput, List<TradeIntent>> decision) {
        this.decision = decision;
        history = FlatMarket.of(List.of(A, B, C), START);
    }

    /** The stop of a position in A is touched then. */
    StoppedWorld stopsA(Instant at) {
        stopOfA = Optional.of(at);
        return this;
    }

    /** Whatever crosses the bridge takes so much longer than expected. */
    StoppedWorld delays(Duration by) {
        delay = by;
        return this;
    }

    /** Its prices are gone with their moment, as those of pools are: what a decision knew of it is recorded with it. */
    StoppedWorld forgets() {
        gone = true;
        return this;
    }

    /** When the bridge was asked after a transfer. */
    List<Instant> looks() {
        return looks;
    }

    List<Event> events() {
        return events;
    }

    /** The trades that have landed, by number. */
    Map<Long, Filled> landed() {
        return landed;
    }

    /** The ledger as it is read from the record, on which the process is killed once so many events are there. */
    Ledger ledger(int last) {
        Deque<Event> read = new ArrayDeque<>(events);
        Ledger ledger = new Ledger(event -> {
            if (!read.isEmpty()) {
                read.remove();
                return;
            }
            events.add(event);
            if (events.size() == last) {
                throw new Killed();
            }
        });
        List.copyOf(events).forEach(ledger::apply);
        if (ledger.isEmpty()) {
            ledger.apply(FlatMarket.opened(history.universe(), START));
        }
        return ledger;
    }

    CycleEngine engine(Ledger ledger) {
        Settings settings = Settings.DEFAULTS.withCapital(new Settings.Capital(1000, 1, 0));
        Ports ports = new Ports(instant -> {}, history::asOf, pricing(), new Ports.Trading(this, this), this);
        return new CycleEngine(new CycleEngine.Setup(new Scripted(), settings, history.universe()), ports, ledger);
    }

    private Pricing pricing() {
        return new Pricing() {
            @Override
            public Quotes quotes(MarketView view) {
                return new FakeQuotes(view);
            }

            @Override
            public boolean isRepeatable() {
                return !gone;
            }
        };
    }

    @Override
    public Ended execute(Order order) {
        return landed.computeIfAbsent(order.trade().id(), id -> FakeWorld.filled(order));
    }

    @Override
    public List<Ended> settle(List<Trade> open, Instant at) {
        return open.stream()
                .map(trade -> landed.containsKey(trade.plan().id())
                        ? (Ended) landed.get(trade.plan().id())
                        : new Failed(at, Outcome.NOT_SENT, BigDecimal.ZERO))
                .toList();
    }

    @Override
    public Optional<Touch> first(Collection<Position> open, Instant from, Instant until) {
        return stopOfA.filter(at -> !at.isBefore(from) && at.isBefore(until))
                .flatMap(at -> open.stream()
                        .filter(position -> position.pair().equals(A))
                        .findFirst()
                        .map(position -> new Touch(at, position, TradeReason.STOP_LOSS, 1, 1)));
    }

    @Override
    public double peak(Position position, Instant from, Instant until) {
        return position.watch().peak();
    }

    @Override
    public Duration crossing() {
        return Duration.ofHours(5);
    }

    @Override
    public void start(Transfer transfer, Instant at) {
        crossings.putIfAbsent(transfer.id(), transfer);
    }

    @Override
    public Whereabouts whereabouts(Transfer transfer, Instant at) {
        looks.add(at);
        if (!crossings.containsKey(transfer.id())) {
            return new Returned();
        }
        return transfer.times().arrives().plus(delay).isAfter(at)
                ? new InFlight()
                : new Arrived(transfer.amounts().received());
    }

    @Override
    public Instant lookAgain(Transfer transfer, Instant at) {
        return at.plus(Duration.ofHours(1));
    }

    private final class Scripted implements Strategy {
        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            return history.universe();
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return decision.apply(input);
        }
    }

    static Portfolio book(Ledger ledger) {
        return ledger.book(Ledger.MAIN_BOOK);
    }
}
