package org.evenkeel.backtest;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.PositionManager;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.alpha.AlphaModel;
import org.evenkeel.api.alpha.WeightLimits;
import org.evenkeel.api.alpha.Weighting;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.PairFilter;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.market.UniverseBuilder;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;

/**
 * Wants anything at all: signals, orders and raw trades of sensible and of senseless sizes, with triggers and baskets,
 * of pairs it holds or not. What it wants follows from its seed and all the prices that it sees.
 */
final class RandomStrategy implements Strategy {
    /** The cap that it gives to all weights. */
    static final double MAX_WEIGHT = 0.45;

    private final long seed;
    private final Settings settings;

    RandomStrategy(long seed) {
        this.seed = seed;
        this.settings = RandomSettings.of(new SplittableRandom(seed));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        int share = random.nextInt(40, 101);
        // Every asset needs a way to the reserve, so the pools that lead there are always chosen.
        Set<String> hubs = Set.of("WETH-USDC", "WAVAX-USDC");
        UniverseBuilder builder = market.select(
                pair -> hubs.contains(pair.symbol()) || new SplittableRandom(seed + pair.id()).nextInt(100) < share);
        if (random.nextInt(3) == 0) {
            builder.where(PairFilter.tradedWithin(Duration.ofHours(6)));
        }
        if (random.nextInt(4) == 0) {
            builder.where((pair, view) -> view.findTvlUsd(pair).orElse(1e9) > 1e6);
        }
        return builder.build();
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        SplittableRandom random = new SplittableRandom(seen(input));
        List<TradeIntent> trades = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            trades.addAll(rebalance(input, random));
        }
        if (random.nextInt(3) == 0) {
            trades.addAll(orders(input, random));
        }
        for (int i = random.nextInt(3) == 0 ? random.nextInt(6) : 0; i > 0; i--) {
            trades.add(raw(input, random));
        }
        if (random.nextInt(10) == 0 && !trades.isEmpty()) {
            trades.remove(random.nextInt(trades.size()));
        }
        input.plot("random", random.nextDouble());
        return trades;
    }

    private long seen(DecisionInput input) {
        long mixed = seed * 31 + input.cycle();
        for (TradingPair pair : input.universe().pairs()) {
            mixed = mixed * 0x5DEECE66DL
                    + Double.doubleToLongBits(input.market().findClose(pair).orElse(-1));
        }
        return mixed;
    }

    private List<TradeIntent> rebalance(DecisionInput input, SplittableRandom random) {
        AlphaModel alpha = input.alphaModel();
        for (TradingPair pair : input.pairs()) {
            if (random.nextInt(4) > 0) {
                alpha.setSignal(pair, random.nextDouble(-0.2, 1), triggers(random));
            }
        }
        Weighting weighting = random.nextBoolean() ? Weighting.oneOverN() : Weighting.bySignal();
        return alpha.selectTopSignals(random.nextInt(6), random.nextDouble(0.3))
                .assignWeights(weighting)
                .normaliseWeights(WeightLimits.maxWeight(MAX_WEIGHT))
                .updateOldWeights(input.portfolio())
                .calculateTargetPositions(input.investableEquity())
                .generateRebalanceTradesAndTriggers();
    }

    private List<TradeIntent> orders(DecisionInput input, SplittableRandom random) {
        PositionManager orders = input.positionManager().withTriggers(triggers(random));
        for (int i = random.nextInt(5); i > 0; i--) {
            TradingPair pair = any(input.universe().pairs(), random);
            switch (random.nextInt(6)) {
                case 0 -> orders.order(pair, random.nextDouble(-10, 10));
                case 1 -> orders.orderValue(pair, random.nextDouble(-1000, 3000));
                case 2 -> orders.orderPercent(pair, random.nextDouble(-0.5, 0.5));
                case 3 -> orders.orderTargetPercent(pair, random.nextDouble(0.5));
                case 4 -> orders.orderTargetValue(pair, random.nextDouble(3000));
                default -> orders.close(pair);
            }
        }
        return orders.trades();
    }

    private TradeIntent raw(DecisionInput input, SplittableRandom random) {
        TradingPair pair = any(input.universe().pairs(), random);
        Optional<Position> held = input.portfolio().findPosition(pair);
        if (random.nextBoolean() && held.isEmpty() || random.nextInt(3) == 0) {
            TradeIntent buy = TradeIntent.buy(pair, new Size.Spend(amount(random)), TradeReason.ORDER)
                    .with(triggers(random));
            return random.nextInt(3) == 0 ? buy.in(basket(random)) : buy;
        }
        BigDecimal part = held.map(
                        position -> position.quantity().multiply(BigDecimal.valueOf(random.nextDouble(0.01, 1.2))))
                .orElse(amount(random));
        Size size = random.nextInt(3) == 0 ? new Size.SellAll() : new Size.Sell(part);
        return TradeIntent.sell(pair, size, random.nextBoolean() ? TradeReason.ORDER : TradeReason.REBALANCE);
    }

    private static BigDecimal amount(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> new BigDecimal("0.000000000000000001");
            case 1 -> new BigDecimal("1e30");
            case 2 -> new BigDecimal("123456789.123456789123456789123456789");
            default -> BigDecimal.valueOf(random.nextDouble(0.001, 4000));
        };
    }

    private static TriggerFactors triggers(SplittableRandom random) {
        return new TriggerFactors(
                maybe(random, random.nextDouble(0.8, 0.9999)),
                maybe(random, random.nextDouble(1.0001, 1.2)),
                maybe(random, random.nextDouble(0.8, 0.9999)));
    }

    private static Basket basket(SplittableRandom random) {
        return new Basket(
                "basket " + random.nextInt(2),
                maybe(random, random.nextDouble(0.8, 0.9999)),
                maybe(random, random.nextDouble(1.0001, 1.2)));
    }

    private static OptionalDouble maybe(SplittableRandom random, double value) {
        return random.nextInt(3) == 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static <T> T any(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    /** The pairs among trades, each once. */
    static Set<TradingPair> pairsOf(List<TradeIntent> trades) {
        Set<TradingPair> pairs = new LinkedHashSet<>();
        trades.forEach(trade -> pairs.add(trade.pair()));
        return pairs;
    }
}
