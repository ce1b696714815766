package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.evenkeel.api.Settings;
import org.evenkeel.api.alpha.WeightLimits.Excess;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.SeededTest;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;

/** What holds of every decision, over thousands of made-up ones. */
class AlphaModelPropertiesTest {
    private static final int DECISIONS = 150;

    /** A decision that was made up, and what came of it. */
    private static final class Decision {
        private final SplittableRandom random;
        private final TestMarket market;
        private final ConstantProductQuotes quotes;
        private final TestBook book;
        private final AlphaModel alpha;
        private final WeightLimits limits;
        private final TradeLimits tradeLimits;
        private final double equity;
        private final Set<TradingPair> signalled = new HashSet<>();
        private final List<TradeIntent> trades;

        Decision(SplittableRandom random) {
            this.random = random;
            market = TestMarket.ofPrices(
                    random.doubles(random.nextInt(1, 9), 0.01, 5_000).toArray());
            quotes = new ConstantProductQuotes(market.view());
            book = new TestBook(market.view());
            alpha = new AlphaModel(market.view(), quotes, Settings.DEFAULTS);
            equity = 20_000 * random.nextDouble();
            limits = new WeightLimits(
                    0.05 + 0.95 * random.nextDouble(), Excess.values()[random.nextInt(Excess.values().length)]);
            tradeLimits = new TradeLimits(
                    random.nextBoolean() ? 0 : 300 * random.nextDouble(),
                    0.001 + 0.1 * random.nextDouble(),
                    0.001 + 0.1 * random.nextDouble());
            for (int i = 0; i < market.size(); i++) {
                makeUp(market.pair(i));
            }
            trades = decide();
        }

        private void makeUp(TradingPair pair) {
            if (random.nextInt(3) == 0) {
                quotes.depth(pair, Math.exp(14 * random.nextDouble()));
            }
            if (random.nextInt(8) == 0) {
                quotes.obstacle(pair, Outcome.STALE_PRICE);
            }
            if (random.nextInt(3) == 0) {
                double value = 1 + 5_000 * random.nextDouble();
                book.holding(
                        pair,
                        BigDecimal.valueOf(value / market.view().close(pair)).toPlainString());
            }
            if (random.nextInt(5) > 0) {
                alpha.setSignal(pair, random.nextDouble(-0.5, 1));
                signalled.add(pair);
            }
        }

        private List<TradeIntent> decide() {
            Weighting[] weightings = {
                Weighting.oneOverN(), Weighting.equal(), Weighting.bySignal(), Weighting.softmax(0.2)
            };
            alpha.selectTopSignals(random.nextInt(0, 6), random.nextDouble(-0.2, 0.3))
                    .assignWeights(weightings[random.nextInt(weightings.length)])
                    .normaliseWeights(limits)
                    .updateOldWeights(book.portfolio())
                    .calculateTargetPositions(equity);
            return alpha.generateRebalanceTradesAndTriggers(tradeLimits);
        }

        double held(TradingPair pair) {
            BigDecimal quantity =
                    book.portfolio().findPosition(pair).map(Position::quantity).orElse(BigDecimal.ZERO);
            return quotes.saleValue(pair, quantity.doubleValue());
        }
    }

    private interface Check {
        void of(Decision decision);
    }

    private static void each(long seed, Check check) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < DECISIONS; k++) {
            check.of(new Decision(random));
        }
    }

    @SeededTest
    void every_signal_and_every_position_has_exactly_one_outcome(long seed) {
        each(seed, decision -> {
            Set<TradingPair> expected = new HashSet<>(decision.signalled);
            decision.book.portfolio().positions().forEach(position -> expected.add(position.pair()));
            Set<TradingPair> found = new HashSet<>();
            for (SignalOutcome outcome : decision.alpha.outcomes()) {
                assertTrue(found.add(outcome.pair()), "two outcomes of " + outcome.pair());
                assertEquals(
                        decision.signalled.contains(outcome.pair()),
                        outcome.signal().isPresent());
            }
            assertEquals(expected, found);
        });
    }

    @SeededTest
    void what_is_traded_has_a_trade_and_what_is_not_has_none(long seed) {
        each(seed, decision -> {
            Map<TradingPair, TradeIntent> trades = new HashMap<>();
            decision.trades.forEach(trade -> assertEquals(null, trades.put(trade.pair(), trade)));
            for (SignalOutcome outcome : decision.alpha.outcomes()) {
                assertEquals(outcome.outcome().isTraded(), trades.containsKey(outcome.pair()), outcome.toString());
            }
        });
    }

    @SeededTest
    void weights_add_up_to_no_more_than_one_and_obey_their_caps_and_targets_follow_them(long seed) {
        each(seed, decision -> {
            double weights = 0;
            double targets = 0;
            for (SignalOutcome outcome : decision.alpha.outcomes()) {
                double weight = outcome.weighing().weight();
                assertTrue(weight >= 0 && weight <= decision.limits.maxWeight(), outcome.toString());
                assertTrue(weight == 0 || outcome.weighing().rank() > 0, outcome.toString());
                weights += weight;
                targets += outcome.adjustment().target();
            }
            assertTrue(weights <= 1 + 1e-12);
            assertEquals(weights * decision.equity, targets, 1e-9 * decision.equity);
        });
    }

    @SeededTest
    void every_trade_goes_from_what_is_held_toward_the_target_and_not_past_it(long seed) {
        each(seed, decision -> {
            for (SignalOutcome outcome : decision.alpha.outcomes()) {
                assertEquals(decision.held(outcome.pair()), outcome.adjustment().held(), 1e-9);
            }
            for (TradeIntent trade : decision.trades) {
                double target = target(decision, trade.pair());
                double adjust = target - decision.held(trade.pair());
                switch (trade.size()) {
                    case Size.Spend spend -> assertTrue(spend.value().doubleValue() <= adjust + 1e-9);
                    case Size.Sell sell -> {
                        double value = decision.quotes.saleValue(
                                trade.pair(), sell.quantity().doubleValue());
                        assertTrue(value <= -adjust + 1e-6, trade + " for " + adjust);
                    }
                    case Size.SellAll all -> assertEquals(0, target);
                }
            }
        });
    }

    /** The weight's share of the equity, or the pool's share if that is less. */
    private static double target(Decision decision, TradingPair pair) {
        double wanted = decision.alpha.outcomes().stream()
                .filter(outcome -> outcome.pair().equals(pair))
                .mapToDouble(outcome -> outcome.adjustment().target())
                .sum();
        return Math.min(wanted, decision.tradeLimits.maxPoolShare() * decision.quotes.poolValue(pair));
    }

    @SeededTest
    void no_change_is_under_the_minimum_nor_moves_the_price_too_far_but_closes_do_as_they_must(long seed) {
        each(seed, decision -> {
            double minimum = decision.tradeLimits.minRebalanceTradeUsd();
            for (TradeIntent trade : decision.trades) {
                if (trade.size() instanceof Size.Spend spend) {
                    double value = spend.value().doubleValue();
                    assertTrue(value >= minimum - 1e-6, trade.toString());
                    assertTrue(decision.quotes.buy(trade.pair(), value).impactFraction()
                            <= decision.tradeLimits.maxPriceImpact() + 1e-9);
                } else if (trade.size() instanceof Size.Sell sell) {
                    double quantity = sell.quantity().doubleValue();
                    assertTrue(decision.quotes.saleValue(trade.pair(), quantity) >= minimum - 1e-6);
                    assertTrue(decision.quotes.sell(trade.pair(), quantity).impactFraction()
                            <= decision.tradeLimits.maxPriceImpact() + 1e-9);
                }
            }
        });
    }

    @SeededTest
    void every_position_that_is_not_wanted_and_can_be_traded_is_closed(long seed) {
        each(seed, decision -> {
            Set<TradingPair> closed = new HashSet<>();
            decision.trades.stream().filter(TradeIntent::isClose).forEach(trade -> closed.add(trade.pair()));
            for (SignalOutcome outcome : decision.alpha.outcomes()) {
                boolean held =
                        decision.book.portfolio().findPosition(outcome.pair()).isPresent();
                boolean tradable = decision.quotes.findObstacle(outcome.pair()).isEmpty();
                boolean unwanted = outcome.adjustment().target() == 0;
                assertEquals(held && tradable && unwanted, closed.contains(outcome.pair()), outcome.toString());
            }
        });
    }

    @SeededTest
    void trades_come_in_the_order_of_the_ranks_and_those_without_one_last(long seed) {
        each(seed, decision -> {
            int last = 0;
            for (TradeIntent trade : decision.trades) {
                int rank = decision.alpha.outcomes().stream()
                        .filter(outcome -> outcome.pair().equals(trade.pair()))
                        .mapToInt(outcome -> outcome.weighing().rank())
                        .map(place -> place == 0 ? Integer.MAX_VALUE : place)
                        .sum();
                assertTrue(rank >= last);
                last = rank;
            }
        });
    }

    @SeededTest
    void asking_again_gives_the_same_trades_and_outcomes(long seed) {
        each(seed, decision -> {
            List<SignalOutcome> outcomes = decision.alpha.outcomes();

            assertEquals(decision.trades, decision.alpha.generateRebalanceTradesAndTriggers(decision.tradeLimits));
            assertEquals(outcomes, decision.alpha.outcomes());
        });
    }

    @SeededTest
    void no_pair_is_bought_that_has_an_obstacle_or_no_signal(long seed) {
        each(seed, decision -> {
            for (TradeIntent trade : decision.trades) {
                assertTrue(decision.quotes.findObstacle(trade.pair()).isEmpty());
                assertTrue(trade.side() == Side.SELL || decision.signalled.contains(trade.pair()));
            }
        });
    }
}
