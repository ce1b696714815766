package org.evenkeel.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** A world in which every price is 1, trades cost nothing, and executions end as the test says. */
final class FakeWorld implements Execution, TriggerWatch {
    static final Instant START = Instant.parse("2022-01-03T00:00:00Z");
    static final Instant NEXT = START.plus(Duration.ofDays(7));
    static final Chain CHAIN = new Chain("ethereum", 1);
    static final Token USDC = new Token(CHAIN, "0xusdc", "USDC", 6);
    static final TradingPair A = pair(1, "A");
    static final TradingPair B = pair(2, "B");

    /** On another chain than the home of the money. */
    static final TradingPair FAR = pair(new Token(new Chain("base", 8453), "0xusdc", "USDC", 6), 3, "FAR");

    private final MarketHistory history;
    private final List<Event> events = new ArrayList<>();
    private final Ledger ledger = new Ledger(events::add);
    private final Deque<Ended> ends = new ArrayDeque<>();
    private final Deque<Ended> settlements = new ArrayDeque<>();
    private final List<Touch> touches = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Long> takenBack = new ArrayList<>();
    private final FakeBridge bridge = new FakeBridge();
    private final Deque<Runnable> duringExecution = new ArrayDeque<>();
    private final Deque<Runnable> duringSettlement = new ArrayDeque<>();
    private Optional<TriggerWatch> judge = Optional.empty();
    private boolean paysGasItself;
    private Function<DecisionInput, List<TradeIntent>> decision = input -> List.of();

    FakeWorld() {
        this(A, B);
    }

    FakeWorld(TradingPair... traded) {
        history = FlatMarket.of(List.of(traded), START);
        ledger.apply(FlatMarket.opened(history.universe(), START));
    }

    private static TradingPair pair(long id, String symbol) {
        return pair(USDC, id, symbol);
    }

    private static TradingPair pair(Token reserve, long id, String symbol) {
        Token base = new Token(reserve.chain(), "0x" + symbol, symbol, 18);
        return new TradingPair(id, new Exchange("pool", FeeMode.FROM_INPUT), base, reserve, 0, PriceUnit.USD);
    }

    /** What the strategy decides from now on. */
    FakeWorld decides(Function<DecisionInput, List<TradeIntent>> wanted) {
        decision = wanted;
        return this;
    }

    /** The next execution ends so, instead of being filled. */
    FakeWorld nextEnds(Ended end) {
        ends.add(end);
        return this;
    }

    /** The next trade that is asked after has come to this, instead of still being unknown. */
    FakeWorld nextSettles(Ended end) {
        settlements.add(end);
        return this;
    }

    /** While the next execution is waited for, this happens. */
    FakeWorld whileExecutingNext(Runnable happens) {
        duringExecution.add(happens);
        return this;
    }

    /** While it is next asked what became of trades, this happens. */
    FakeWorld whileSettlingNext(Runnable happens) {
        duringSettlement.add(happens);
        return this;
    }

    /** The price touches a trigger, if the position is watched then; in the order of time. */
    FakeWorld touches(Touch touch) {
        touches.add(touch);
        return this;
    }

    /** Another watch says from now on what is touched. */
    FakeWorld judges(TriggerWatch other) {
        judge = Optional.of(other);
        return this;
    }

    /** The chain is found to have taken these trades back, the newest first. */
    FakeWorld takesBack(long... trades) {
        for (long trade : trades) {
            takenBack.add(trade);
        }
        return this;
    }

    /** Gas is paid with a coin that no book holds. */
    FakeWorld withGasFromOutside() {
        paysGasItself = true;
        return this;
    }

    CycleEngine engine() {
        return engine(Settings.DEFAULTS.withCapital(new Settings.Capital(1000, 1, 0)));
    }

    CycleEngine engine(Settings settings) {
        Ports ports = new Ports(instant -> {}, history::asOf, FakeQuotes::new, new Ports.Trading(this, this), bridge);
        return new CycleEngine(new CycleEngine.Setup(new Scripted(), settings, history.universe()), ports, ledger);
    }

    /** What moves money to {@link #FAR}. */
    FakeBridge bridge() {
        return bridge;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Event> events() {
        return events;
    }

    /** What was sent to be executed. */
    List<Order> orders() {
        return orders;
    }

    @Override
    public boolean paysGasItself() {
        return paysGasItself;
    }

    @Override
    public Ended execute(Order order) {
        orders.add(order);
        if (!duringExecution.isEmpty()) {
            duringExecution.remove().run();
        }
        return ends.isEmpty() ? filled(order) : ends.remove();
    }

    static Filled filled(Order order) {
        TradeIntent intent = order.trade().intent();
        BigDecimal amount = intent.side() == Side.BUY
                ? ((Size.Spend) intent.size()).value()
                : ((Size.Sell) intent.size()).quantity();
        return new Filled(order.at(), new Fill(amount, amount, 1, Costs.NONE, List.of()));
    }

    @Override
    public List<Trade> undone(List<Trade> booked) {
        List<Trade> gone = takenBack.stream()
                .flatMap(id -> booked.stream().filter(trade -> trade.plan().id() == id))
                .toList();
        takenBack.clear();
        return gone;
    }

    @Override
    public List<Ended> settle(List<Trade> open, Instant at) {
        if (!duringSettlement.isEmpty()) {
            duringSettlement.remove().run();
        }
        List<Ended> result = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            result.add(settlements.isEmpty() ? new Unknown(at) : settlements.remove());
        }
        return result;
    }

    @Override
    public Optional<Touch> first(Collection<Position> open, Instant from, Instant until) throws InterruptedException {
        if (judge.isPresent()) {
            return judge.get().first(open, from, until);
        }
        return touches.stream()
                .filter(touch -> !touch.at().isBefore(from) && touch.at().isBefore(until))
                .filter(touch -> open.stream()
                        .anyMatch(position -> position.id() == touch.position().id()
                                && (!isOfBasket(touch)
                                        || position.watch().basket().isPresent())))
                .findFirst();
    }

    private static boolean isOfBasket(Touch touch) {
        return touch.reason() == TradeReason.BASKET_STOP_LOSS || touch.reason() == TradeReason.BASKET_TAKE_PROFIT;
    }

    @Override
    public double peak(Position position, Instant from, Instant until) {
        return judge.map(other -> other.peak(position, from, until))
                .orElse(position.watch().peak());
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

        @Override
        public String name() {
            return "Scripted";
        }
    }
}
