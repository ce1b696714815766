package org.evenkeel.live;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.MarketData;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.state.store.StateFolder;

/** A strategy with an hourly cycle on a chain in a file, run as time passes that is made up. */
final class LiveLab {
    static final Instant START = Instant.parse("2022-01-03T00:00:00Z");
    static final Chain CHAIN = new Chain("ethereum", 1);
    static final Token USDC = new Token(CHAIN, "0xusdc", "USDC", 6);
    static final TradingPair A = pair(1, "A");
    static final TradingPair B = pair(2, "B");

    private final Path folder;
    private final List<LiveEvent> heard = new ArrayList<>();
    private Function<DecisionInput, List<TradeIntent>> decision = LiveLab::usual;
    private List<TradingPair> pairs = List.of(A, B);
    private Map<String, String> parameters = Map.of();
    private LiveTerms terms = new LiveTerms(Duration.ofMinutes(10), Optional.empty(), Duration.ofHours(1));
    private DataFeed feed = DataFeed.NONE;
    private UnaryOperator<Wallet> wallet = real -> real;
    private UnaryOperator<Execution> execution = real -> real;
    private List<TriggerWatch.Touch> touches = List.of();
    private Consumer<Chain> meanwhile = chain -> {};

    LiveLab(Path folder) {
        this.folder = folder;
    }

    private static TradingPair pair(long id, String symbol) {
        Token base = new Token(CHAIN, "0x" + symbol, symbol, 18);
        return new TradingPair(id, new Exchange("pool", FeeMode.FROM_INPUT), base, USDC, 0, PriceUnit.USD);
    }

    static TradeIntent buy(TradingPair pair, int usd) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(usd)), TradeReason.ORDER);
    }

    static TradeIntent close(TradingPair pair) {
        return TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE);
    }

    /** Buys both, closes one and buys more of the other, buys the one again. */
    static List<TradeIntent> usual(DecisionInput input) {
        return switch (input.cycle()) {
            case 1 -> List.of(buy(A, 300).with(TriggerFactors.stopLoss(0.9)), buy(B, 400));
            case 2 -> List.of(close(A), buy(B, 50));
            case 3 ->
                List.of(
                        TradeIntent.sell(B, new Size.Sell(BigDecimal.valueOf(120)), TradeReason.REBALANCE),
                        buy(A, 333));
            default -> List.of();
        };
    }

    LiveLab decides(Function<DecisionInput, List<TradeIntent>> wanted) {
        decision = wanted;
        return this;
    }

    LiveLab on(TradingPair... chosen) {
        pairs = List.of(chosen);
        return this;
    }

    LiveLab with(Map<String, String> set) {
        parameters = set;
        return this;
    }

    LiveLab with(LiveTerms changed) {
        terms = changed;
        return this;
    }

    LiveLab with(DataFeed changed) {
        feed = changed;
        return this;
    }

    LiveLab withWallet(UnaryOperator<Wallet> changed) {
        wallet = changed;
        return this;
    }

    LiveLab withExecution(UnaryOperator<Execution> changed) {
        execution = changed;
        return this;
    }

    LiveLab touches(TriggerWatch.Touch... all) {
        touches = List.of(all);
        return this;
    }

    Path state() {
        return folder.resolve("state");
    }

    Path chain() {
        return folder.resolve("chain.txt");
    }

    /** What was heard so far. */
    List<LiveEvent> heard() {
        return heard;
    }

    <T extends LiveEvent> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What is owned, as the disk has it. */
    Ledger ledger() {
        return StateFolder.at(state()).load();
    }

    Portfolio book() {
        return ledger().book(Ledger.MAIN_BOOK);
    }

    static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** Runs from one minute after the start to another. */
    LiveLab run(int from, int to) {
        run(new FakeTime(minute(from), minute(to))).run();
        return this;
    }

    LiveLab once(int at) {
        run(new FakeTime(minute(at), Instant.MAX)).once();
        return this;
    }

    LiveRun run(Time time) {
        return new LiveRun(setup(), world(time), terms, heard::add);
    }

    LiveRun.Setup setup() {
        MarketHistory history = history();
        TradingUniverse universe = history.universe();
        RunInfo info = new RunInfo(
                "Scripted",
                "test",
                new LinkedHashMap<>(parameters),
                new RunInfo.Data("fake", "nowhere", "none", true),
                new RunInfo.Market(universe.pairs(), universe.reserves()));
        Settings settings = Settings.DEFAULTS.withCycle(Interval.HOURLY).withCapital(new Settings.Capital(1000, 1, 0));
        return new LiveRun.Setup(new CycleEngine.Setup(new Scripted(history), settings, universe), info, state());
    }

    World world(Time time) {
        MarketData market = history()::asOf;
        return new World(time, feed, Optional.of(wallet.apply(FakeChain.wallet(chain()))), new World.Trading() {
            @Override
            public Ports ports(String run, Ledger ledger) {
                Execution trades = execution.apply(new FakeChain(chain(), run));
                return new Ports(time, market, EvenQuotes::new, new Ports.Trading(trades, new Watch()), new NoBridge());
            }

            @Override
            public void whileWaiting(Consumer<Chain> look) {
                meanwhile = look;
            }
        });
    }

    /** Something on a chain is waited for. */
    void waitsOn(Chain waiting) {
        meanwhile.accept(waiting);
    }

    private MarketHistory history() {
        List<TradingPair> chosen = pairs;
        MarketDataSet data = new MarketDataSet(
                new MarketCatalog("fake", true, Interval.HOURLY, chosen),
                wanted -> wanted.stream().map(pair -> candles()).toList());
        return data.history(data.catalog().selectAll().build());
    }

    private static Candles candles() {
        int rows = 24 * 7;
        long[] times = new long[rows];
        double[] closes = new double[rows];
        for (int row = 0; row < rows; row++) {
            times[row] = START.toEpochMilli() + (row - 24) * Interval.HOURLY.millis();
            closes[row] = 1;
        }
        return new Candles(Interval.HOURLY, times, Candles.Prices.ofCloses(closes));
    }

    /** Touches as they were given, for positions that are watched then. */
    private final class Watch implements TriggerWatch {
        @Override
        public Optional<Touch> first(Collection<Position> open, Instant from, Instant until) {
            return touches.stream()
                    .filter(touch -> !touch.at().isBefore(from) && touch.at().isBefore(until))
                    .filter(touch -> open.stream()
                            .anyMatch(position ->
                                    position.id() == touch.position().id()))
                    .findFirst();
        }

        @Override
        public Optional<Touch> look(Collection<Position> open, Instant at) {
            return first(open, Instant.MIN, at.plusMillis(1));
        }

        @Override
        public double peak(Position position, Instant from, Instant until) {
            return position.watch().peak();
        }
    }

    /** All is on one chain. */
    private static final class NoBridge implements Bridge {
        @Override
        public BigDecimal toSend(Token from, Token to, BigDecimal received) {
            return received;
        }

        @Override
        public BigDecimal toReceive(Token from, Token to, BigDecimal sent) {
            return sent;
        }

        @Override
        public Transfer plan(Request request, Instant at) {
            throw new AssertionError("there is one chain");
        }

        @Override
        public void start(Transfer transfer, Instant at) {
            throw new AssertionError("there is one chain");
        }

        @Override
        public Whereabouts whereabouts(Transfer transfer, Instant at) {
            throw new AssertionError("there is one chain");
        }
    }

    private final class Scripted implements Strategy {
        private final MarketHistory history;

        Scripted(MarketHistory history) {
            this.history = history;
        }

        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            return history.universe();
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return decision.apply(input);
        }
    }
}
