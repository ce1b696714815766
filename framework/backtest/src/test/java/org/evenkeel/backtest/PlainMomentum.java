package org.evenkeel.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Candles;

/**
 * Weekly momentum as a bare loop over arrays, written from what the figures mean and from nothing of the framework: no
 * ledger, no events, no alpha model, amounts as plain doubles. It knows markets without depth, on which a trade costs
 * its pools' fees alone, and without a gap longer than the price tolerance.
 */
final class PlainMomentum {
    private static final long HOUR = 3_600_000;
    private static final long WEEK = 7 * 24 * HOUR;
    /** From Thursday, on which the epoch began, to Monday. */
    private static final long MONDAY = 4 * 24 * HOUR;

    private static final double SHARE = 0.8;
    private static final double MINIMUM = 300;

    /** The strategy's numbers. */
    record Rules(int top, double threshold, double stopLoss, double takeProfit) {}

    /** A pair's candles in USD, and what its pools' fees leave of a dollar. */
    record Asset(Candles candles, double left) {}

    private record Holding(double quantity, double entry, long since) {}

    private record Wanted(int asset, double usd) {}

    private final List<Asset> assets;
    private final Rules rules;
    private final Map<Integer, Holding> held = new LinkedHashMap<>();
    private final List<Double> equity = new ArrayList<>();
    private double cash = 10_000;
    private double late;
    private long lastSale;
    private double fees;
    private int trades;
    private int stopLosses;
    private int takeProfits;

    PlainMomentum(List<Asset> assets, Rules rules) {
        this.assets = assets;
        this.rules = rules;
    }

    PlainMomentum run(long start, long end) {
        long tick = Math.ceilDiv(start - MONDAY, WEEK) * WEEK + MONDAY;
        for (; tick < end; tick += WEEK) {
            rebalance(tick);
            watch(tick, Math.min(tick + WEEK, end));
        }
        equity.add(equityAt(end));
        return this;
    }

    private void rebalance(long tick) {
        double now = equityAt(tick);
        equity.add(now);
        Map<Integer, Double> targets = targets(tick, now);
        late = 0;
        lastSale = tick;
        for (int asset : List.copyOf(held.keySet())) {
            if (!targets.containsKey(asset)) {
                sellAtTick(asset, held.get(asset).quantity(), tick);
            }
        }
        List<Wanted> changes = new ArrayList<>();
        targets.forEach((asset, target) -> changes.add(new Wanted(asset, target - valueAt(asset, tick))));
        for (Wanted change : changes) {
            if (change.usd() <= -MINIMUM) {
                double price = closeAt(change.asset(), tick)
                        * assets.get(change.asset()).left();
                sellAtTick(change.asset(), -change.usd() / price, tick);
            }
        }
        buyAll(changes.stream().filter(change -> change.usd() >= MINIMUM).toList(), tick);
    }

    /** A sale whose candle is missing comes late, and so does its money. */
    private void sellAtTick(int asset, double quantity, long tick) {
        double before = cash;
        sell(asset, quantity, openAt(asset, tick));
        long filled = assets.get(asset).candles().time(firstFrom(asset, tick));
        if (filled > tick) {
            late += cash - before;
            lastSale = Math.max(lastSale, filled);
        }
    }

    private void buyAll(List<Wanted> buys, long tick) {
        double wanted = buys.stream().mapToDouble(Wanted::usd).sum();
        long sent = wanted > cash - late ? lastSale : tick;
        double share = Math.min(1, cash / wanted);
        for (Wanted buy : buys) {
            buy(buy.asset(), buy.usd() * share, sent);
        }
    }

    /** The best assets, weighted 1, 1/2, 1/3 and so on, and how much of each is wanted, in USD. */
    private Map<Integer, Double> targets(long tick, double equityNow) {
        Map<Integer, Double> signals = new HashMap<>();
        for (int asset = 0; asset < assets.size(); asset++) {
            int last = lastClosed(asset, tick);
            int first = firstFrom(asset, tick - WEEK);
            if (last >= first) {
                Candles candles = assets.get(asset).candles();
                signals.put(asset, candles.close(last) / candles.open(first) - 1);
            }
        }
        List<Integer> best = signals.keySet().stream()
                .filter(asset -> signals.get(asset) > rules.threshold())
                .sorted(Comparator.comparing((Integer asset) -> -signals.get(asset))
                        .thenComparing(asset -> asset))
                .limit(rules.top())
                .toList();
        double all = 0;
        for (int rank = 1; rank <= best.size(); rank++) {
            all += 1.0 / rank;
        }
        Map<Integer, Double> targets = new LinkedHashMap<>();
        for (int rank = 1; rank <= best.size(); rank++) {
            targets.put(best.get(rank - 1), SHARE * equityNow / rank / all);
        }
        return targets;
    }

    private void watch(long from, long until) {
        for (int asset : List.copyOf(held.keySet())) {
            Candles candles = assets.get(asset).candles();
            double entry = held.get(asset).entry();
            double stop = rules.stopLoss() * entry;
            double take = rules.takeProfit() * entry;
            int first = firstFrom(asset, Math.max(from, held.get(asset).since()));
            for (int i = first; i < candles.size() && candles.time(i) < until; i++) {
                if (candles.low(i) <= stop) {
                    sell(asset, held.get(asset).quantity(), Math.min(candles.open(i), stop));
                    stopLosses++;
                    break;
                }
                if (candles.high(i) >= take) {
                    sell(asset, held.get(asset).quantity(), Math.max(candles.open(i), take));
                    takeProfits++;
                    break;
                }
            }
        }
    }

    private void buy(int asset, double usd, long sent) {
        double price = openAt(asset, sent);
        double left = assets.get(asset).left();
        double quantity = usd * left / price;
        Holding before = held.getOrDefault(asset, new Holding(0, 0, sent));
        double all = before.quantity() + quantity;
        held.put(
                asset, new Holding(all, (before.quantity() * before.entry() + quantity * price) / all, before.since()));
        cash -= usd;
        fees += usd * (1 - left);
        trades++;
    }

    private void sell(int asset, double quantity, double price) {
        double left = assets.get(asset).left();
        Holding before = held.get(asset);
        if (quantity < before.quantity()) {
            held.put(asset, new Holding(before.quantity() - quantity, before.entry(), before.since()));
        } else {
            held.remove(asset);
        }
        cash += quantity * price * left;
        fees += quantity * price * (1 - left);
        trades++;
    }

    private double equityAt(long time) {
        double sum = cash;
        for (int asset : held.keySet()) {
            sum += valueAt(asset, time);
        }
        return sum;
    }

    /** What is held is worth what its sale would bring. */
    private double valueAt(int asset, long time) {
        Holding holding = held.get(asset);
        return holding == null
                ? 0
                : holding.quantity() * closeAt(asset, time) * assets.get(asset).left();
    }

    private double closeAt(int asset, long time) {
        return assets.get(asset).candles().close(lastClosed(asset, time));
    }

    private double openAt(int asset, long time) {
        return assets.get(asset).candles().open(firstFrom(asset, time));
    }

    private int lastClosed(int asset, long time) {
        return firstFrom(asset, time - HOUR + 1) - 1;
    }

    /** The first candle that opens at a time or later, found by looking at one after the other. */
    private int firstFrom(int asset, long time) {
        Candles candles = assets.get(asset).candles();
        int row = Math.clamp((time - candles.time(0)) / HOUR, 0, candles.size());
        while (row > 0 && (row == candles.size() || candles.time(row) >= time)) {
            row--;
        }
        while (row < candles.size() && candles.time(row) < time) {
            row++;
        }
        return row;
    }

    List<Double> equity() {
        return equity;
    }

    double fees() {
        return fees;
    }

    int trades() {
        return trades;
    }

    int stopLosses() {
        return stopLosses;
    }

    int takeProfits() {
        return takeProfits;
    }
}
