package org.evenkeel.backtest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.GasPrice;
import org.evenkeel.api.Schedule;
import org.evenkeel.api.Settings;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.market.Interval;
import org.evenkeel.testkit.RandomMarkets;

/** Any settings that a strategy may be run with. */
final class RandomSettings {
    private static final Interval[] CYCLES = {
        Interval.hours(1), Interval.hours(3), Interval.hours(8), Interval.DAILY, Interval.DAILY, Interval.WEEKLY
    };

    private RandomSettings() {}

    static Settings of(SplittableRandom random) {
        return new Settings(schedule(random), capital(random), fills(random), liquidity(random), expenses(random));
    }

    private static Schedule schedule(SplittableRandom random) {
        Interval cycle = CYCLES[random.nextInt(CYCLES.length)];
        boolean offset = random.nextInt(4) == 0 && cycle.compareTo(Interval.hours(3)) >= 0;
        return new Schedule(cycle, offset ? Duration.ofHours(random.nextInt(1, 3)) : Duration.ZERO);
    }

    private static Settings.Capital capital(SplittableRandom random) {
        return new Settings.Capital(
                random.nextInt(5) == 0 ? 50 : 10_000, random.nextDouble(0.2, 1), random.nextInt(3) * 20.0);
    }

    private static Settings.Fills fills(SplittableRandom random) {
        Optional<Duration> tolerance =
                random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofHours(random.nextInt(0, 12)));
        return new Settings.Fills(
                random.nextInt(4) == 0 ? FillPrice.CLOSE : FillPrice.OPEN,
                random.nextInt(4) == 0 ? TriggerPrice.OPEN : TriggerPrice.LOW_HIGH,
                tolerance);
    }

    private static Settings.Liquidity liquidity(SplittableRandom random) {
        return new Settings.Liquidity(
                Math.exp(random.nextDouble(-9, 0)), Math.min(0.9, Math.exp(random.nextDouble(-9, 0))));
    }

    private static Expenses expenses(SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return Expenses.NONE;
        }
        Map<String, GasPrice> gas = new HashMap<>();
        for (String chain : new String[] {"ethereum", "bsc", "polygon", "avalanche", "off-chain"}) {
            if (random.nextBoolean()) {
                GasPrice price = GasPrice.constant(random.nextDouble(random.nextInt(5) == 0 ? 200 : 2));
                gas.put(
                        chain,
                        random.nextBoolean()
                                ? price
                                : price.then(
                                        RandomMarkets.START.plus(Duration.ofHours(random.nextInt(300))),
                                        random.nextDouble(3)));
            }
        }
        BridgeTerms terms = new BridgeTerms(
                random.nextBoolean() ? 0 : random.nextDouble(5),
                random.nextBoolean() ? 0 : random.nextDouble(100),
                Duration.ofHours(random.nextBoolean() ? 0 : random.nextInt(1, 40)));
        return new Expenses(gas, terms.usd(), terms.bps(), terms.delay());
    }
}
