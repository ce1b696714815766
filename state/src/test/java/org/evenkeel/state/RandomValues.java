package org.evenkeel.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Trail;
import org.evenkeel.state.model.TriggerFactors;

/** Makes the values that a random run is made of. */
final class RandomValues {
    private static final double[] ODD_DOUBLES = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1e-7,
        1e7,
        123456789012345680.0,
        -1.0 / 3
    };

    private final SplittableRandom random;

    RandomValues(SplittableRandom random) {
        this.random = random;
    }

    Cycle.Notes notes() {
        if (random.nextBoolean()) {
            return Cycle.Notes.NONE;
        }
        Map<String, Double> plots = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            plots.put("plot \"" + random.nextInt(100) + "\"", real());
        }
        return new Cycle.Notes(plots, random.nextBoolean() ? List.of() : List.of("", "line\nbreak \u202e", "\uDC00"));
    }

    /** What only the moment of a decision knew. */
    Event.Knowledge knowledge() {
        List<SignalOutcome> signals = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            signals.add(outcome(pair()));
        }
        return new Event.Knowledge(quoted(), signals);
    }

    /** What a decision was told of prices, or that it is not on record. */
    Optional<Quoted> quoted() {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        List<Quoted.Answer> answers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            TradingPair pair = pair();
            answers.add(
                    switch (random.nextInt(3)) {
                        case 0 ->
                            new Quoted.Answer(
                                    new Quoted.Asked(Quoted.Question.OBSTACLE, pair, List.of()),
                                    new double[0],
                                    random.nextBoolean() ? Optional.empty() : Optional.of(Outcome.NO_PRICE),
                                    List.of());
                        case 1 ->
                            new Quoted.Answer(
                                    new Quoted.Asked(Quoted.Question.BUY, pair, List.of(real())),
                                    new double[] {real(), real(), real(), real(), real()},
                                    Optional.empty(),
                                    route(pair));
                        default ->
                            new Quoted.Answer(
                                    new Quoted.Asked(Quoted.Question.QUANTITY_FOR, pair, List.of(real(), real())),
                                    real());
                    });
        }
        return Optional.of(new Quoted(answers));
    }

    /** What a trade left behind; mostly nothing. */
    Trail trail() {
        List<Trail.Transaction> transactions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            String hash = String.format("0x%064x", random.nextLong(Long.MAX_VALUE));
            transactions.add(new Trail.Transaction("approve-" + i, hash, amount(1, 18)));
        }
        return random.nextBoolean()
                ? Trail.NONE
                : new Trail(transactions, random.nextBoolean() ? List.of() : List.of("it \"reverted\": \u202e", ""));
    }

    /** A start, of the ledger's strategy or of something else. */
    Event started(Instant now) {
        SequencedMap<String, String> changed = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            changed.put("parameter " + i, "to \"" + random.nextInt(9) + "\"");
        }
        return new Event.RunStarted(now, random.nextBoolean() ? "Momentum" : "The closing of Momentum", changed);
    }

    SignalOutcome outcome(TradingPair pair) {
        return new SignalOutcome(
                pair,
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(real()),
                random.nextBoolean()
                        ? SignalOutcome.Weighing.NONE
                        : new SignalOutcome.Weighing(random.nextInt(9), real(), real(), real()),
                new SignalOutcome.Adjustment(real(), real()),
                choice(List.of(Outcome.values())),
                real());
    }

    TradeIntent buyOf(TradingPair pair, BigDecimal value) {
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(value), TradeReason.REBALANCE);
        TradeIntent watched = random.nextBoolean() ? intent : intent.with(triggers());
        return random.nextInt(3) == 0 ? watched.in(basket()) : watched;
    }

    TradeIntent sale(TradingPair pair, BigDecimal quantity) {
        boolean all = random.nextInt(3) == 0;
        return TradeIntent.sell(
                pair, all ? new Size.SellAll() : new Size.Sell(quantity), choice(List.of(TradeReason.values())));
    }

    TriggerFactors triggers() {
        return new TriggerFactors(
                stop(), random.nextBoolean() ? OptionalDouble.of(1.05) : OptionalDouble.empty(), stop());
    }

    Basket basket() {
        return new Basket("basket " + random.nextInt(3), stop(), OptionalDouble.empty());
    }

    OptionalDouble stop() {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble(0.01, 0.99));
    }

    Costs costs() {
        return new Costs(
                amount(10, 6),
                random.nextBoolean() ? BigDecimal.ZERO : amount(10, 9).negate(),
                gas());
    }

    /** What transactions cost; often nothing. */
    BigDecimal gas() {
        return random.nextBoolean() ? BigDecimal.ZERO : amount(100, 6).movePointLeft(3);
    }

    List<RoutePart> route(TradingPair pair) {
        List<TradingPair> twoHops = List.of(TestMarket.WETH_USDC, pair);
        double share = random.nextDouble(0.01, 0.99);
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> RoutePart.whole(List.of(pair));
            case 2 -> RoutePart.whole(twoHops);
            default -> List.of(new RoutePart(share, List.of(pair)), new RoutePart(1 - share, twoHops));
        };
    }

    TradingPair pair() {
        return choice(TestMarket.PAIRS);
    }

    double price() {
        return random.nextDouble(1e-9, 1e5);
    }

    double real() {
        return random.nextInt(8) == 0 ? ODD_DOUBLES[random.nextInt(ODD_DOUBLES.length)] : random.nextDouble(-1e6, 1e6);
    }

    /** A decimal of up to the size and exactly the decimals, sometimes of very many digits. */
    BigDecimal amount(long size, int decimals) {
        BigDecimal amount = new BigDecimal(
                BigInteger.valueOf(random.nextLong(1L << 62)).multiply(BigInteger.valueOf(random.nextLong(1L << 40))),
                20);
        return amount.remainder(BigDecimal.valueOf(size))
                .setScale(decimals, RoundingMode.DOWN)
                .add(BigDecimal.ONE.movePointLeft(decimals));
    }

    /** Some of it: more than nothing, and not more than all. */
    BigDecimal part(BigDecimal all) {
        BigDecimal share =
                all.multiply(BigDecimal.valueOf(random.nextInt(1, 1000), 3)).setScale(all.scale(), RoundingMode.DOWN);
        return share.signum() > 0 ? share : all;
    }

    /** A fifth of it at the most, so that something is left for what comes later. */
    BigDecimal little(BigDecimal all) {
        return part(all.multiply(new BigDecimal("0.2")).setScale(6, RoundingMode.UP))
                .min(all);
    }

    <T> T choice(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
