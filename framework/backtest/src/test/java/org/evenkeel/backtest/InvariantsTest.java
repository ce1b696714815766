package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.port.Quote;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;

/** What must hold of every strategy on every market, however senseless the one and broken the other. */
final class InvariantsTest {
    private static final int MARKETS = 4;
    private static final int STRATEGIES = 12;

    @SeededTest
    void nothing_a_strategy_wants_breaks_the_books(long seed) {
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        for (int market = 0; market < MARKETS; market++) {
            RandomMarkets made = RandomMarkets.seeded(seed * MARKETS + market)
                    .hours(24 * 7 * (1 + market))
                    .gaps(market * 0.15);
            MarketDataSet data = made.dataSet();
            for (int number = 0; number < STRATEGIES; number++) {
                Checked run = new Checked((seed * MARKETS + market) * STRATEGIES + number, data, made.end());
                seen.addAll(run.check());
            }
        }
        assertTrue(seen.size() > 12, "the runs have seen too little: " + seen);
    }

    /** One run, checked at every event, decision and cycle. */
    private static final class Checked {
        private final long seed;
        private final MarketDataSet data;
        private final Instant end;
        private final Map<Integer, Asked> asked = new HashMap<>();

        /** What was asked for in a decision. */
        private record Asked(Set<TradingPair> signalled, List<TradeIntent> trades) {}

        Checked(long seed, MarketDataSet data, Instant end) {
            this.seed = seed;
            this.data = data;
            this.end = end;
        }

        Set<Outcome> check() {
            PlainBooks books = new PlainBooks();
            Ledger ledger = new Ledger(books::add);
            Backtest backtest = Backtest.prepare(set -> new Watched(new RandomStrategy(seed)), Map.of(), data);
            Backtest.Period period = Runs.from(RandomMarkets.START, end);
            backtest.open(ledger, backtest.info("random", "nowhere"), period);
            try {
                backtest.run(period, ledger, (tick, until) -> books.assertAgreesWith(ledger.book(Ledger.MAIN_BOOK)));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("strategy " + seed + " with " + backtest.settings(), e);
            }
            Portfolio book = ledger.book(Ledger.MAIN_BOOK);
            books.assertAgreesWith(book);
            return checkOutcomes(book, backtest.settings());
        }

        private Set<Outcome> checkOutcomes(Portfolio book, Settings settings) {
            Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
            for (Cycle cycle : book.cycles()) {
                double weights = 0;
                for (SignalOutcome outcome : cycle.result().outcomes()) {
                    seen.add(outcome.outcome());
                    double weight = outcome.weighing().weight();
                    assertTrue(weight >= 0 && weight <= RandomStrategy.MAX_WEIGHT + 1e-12, outcome.toString());
                    weights += weight;
                }
                assertTrue(weights <= 1 + 1e-9, "the weights add up to " + weights + " in " + cycle);
                checkEachIsTold(cycle);
            }
            checkImpact(book, settings);
            return seen;
        }

        /** Every signal has one outcome, and every order that no signal stands behind has one. */
        private void checkEachIsTold(Cycle cycle) {
            Asked wanted = asked.get(cycle.number());
            Set<TradingPair> told = new HashSet<>();
            Set<TradingPair> withSignal = new HashSet<>();
            for (SignalOutcome outcome : cycle.result().outcomes()) {
                told.add(outcome.pair());
                if (outcome.signal().isPresent()) {
                    assertTrue(withSignal.add(outcome.pair()), "two outcomes of one signal: " + cycle);
                }
            }
            assertEquals(wanted.signalled(), withSignal, "signals without an outcome in cycle " + cycle.number());
            assertTrue(
                    told.containsAll(RandomStrategy.pairsOf(wanted.trades())), "orders that were not told: " + cycle);
        }

        /** No buy at a decision moved its price by more than the limit: its impact depends on what it spends alone. */
        private static void checkImpact(Portfolio book, Settings settings) {
            double limit = settings.liquidity().maxPriceImpact();
            boolean waits = settings.expenses().bridgeDelay().isPositive();
            for (Trade trade : book.trades()) {
                Instant decided = book.cycles().get(trade.plan().cycle() - 1).at();
                if (!waits
                        && trade.plannedAt().equals(decided)
                        && trade.plan().intent().side() == Side.BUY
                        && trade.filled().isPresent()) {
                    Fill fill = trade.filled().get().fill();
                    double spent = fill.value().doubleValue();
                    double bought = fill.quantity().doubleValue() * fill.midPrice();
                    double impact = 1 - bought / (spent * rate(fill));
                    assertTrue(impact <= limit * (1 + 1e-9) + 2e-6 / spent, impact + " over " + limit + ": " + trade);
                }
            }
        }

        /** What the fees of all hops leave of a dollar. */
        private static double rate(Fill fill) {
            double rate = 0;
            for (RoutePart part : fill.route()) {
                double left = part.share();
                for (TradingPair pool : part.pools()) {
                    left *= pool.exchange().feeMode().buyFactor(pool.fee());
                }
                rate += left;
            }
            return rate;
        }

        /** A strategy whose inputs and answers are looked at. */
        private final class Watched implements Strategy {
            private final Strategy strategy;

            Watched(Strategy strategy) {
                this.strategy = strategy;
            }

            @Override
            public TradingUniverse createTradingUniverse(MarketCatalog market) {
                return strategy.createTradingUniverse(market);
            }

            @Override
            public Settings settings() {
                return strategy.settings();
            }

            @Override
            public List<TradeIntent> decideTrades(DecisionInput input) {
                checkValuation(input);
                List<TradeIntent> trades = strategy.decideTrades(input);
                Set<TradingPair> signalled = new HashSet<>();
                for (SignalOutcome outcome : input.signalOutcomes()) {
                    outcome.signal().ifPresent(signal -> signalled.add(outcome.pair()));
                }
                asked.put(input.cycle(), new Asked(signalled, new ArrayList<>(trades)));
                return trades;
            }

            /** The equity is the money and what the positions' sales would bring, each of them no more than that. */
            private void checkValuation(DecisionInput input) {
                BigDecimal money = BigDecimal.ZERO;
                for (BigDecimal reserve : input.portfolio().reserves().values()) {
                    money = money.add(reserve);
                }
                for (var transfer : input.portfolio().inFlight()) {
                    money = money.add(transfer.amounts().received());
                }
                double equity = money.doubleValue();
                for (Position position : input.portfolio().positions()) {
                    double quantity = position.quantity().doubleValue();
                    double value = input.quotes().saleValue(position.pair(), quantity);
                    equity += value;
                    if (input.quotes().findObstacle(position.pair()).isEmpty()) {
                        Quote sale = input.quotes().sell(position.pair(), quantity);
                        assertEquals(sale.value(), value, 1e-9 * value, position.toString());
                    }
                    double mid = input.market().findClose(position.pair()).orElseThrow() * quantity;
                    assertTrue(value <= mid * (1 + 1e-12), value + " for what costs " + mid);
                }
                assertEquals(equity, input.equity(), 1e-9 * equity);
            }
        }
    }
}
