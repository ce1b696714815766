package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Candles;
import org.evenkeel.market.TradingPair;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;

/** The candles of a pair as columns, with the marks of its trades and the lines of its triggers. */
final class PairTrades {
    private final Map<TradingPair, List<Filled>> byPair = new HashMap<>();
    private final Map<TradingPair, List<Position>> positions = new HashMap<>();
    private final Run run;

    PairTrades(Run run) {
        this.run = run;
        for (Filled filled : run.fills().all()) {
            byPair.computeIfAbsent(filled.pair(), pair -> new ArrayList<>()).add(filled);
        }
        for (Position position : PositionsView.all(run)) {
            positions
                    .computeIfAbsent(position.pair(), pair -> new ArrayList<>())
                    .add(position);
        }
    }

    int count(TradingPair pair) {
        return byPair.getOrDefault(pair, List.of()).size();
    }

    /** An island with the candles alone. Times are counted in intervals from the first, which is shorter. */
    static Island island(String id, Candles candles) {
        Candles.Prices prices = candles.prices();
        long first = candles.size() == 0 ? 0 : candles.time(0);
        long step = candles.interval().millis();
        long[] at = new long[candles.size()];
        for (int row = 0; row < at.length; row++) {
            at[row] = (candles.time(row) - first) / step;
        }
        return new Island(id)
                .with("interval", candles.interval().toString())
                .with("first", first)
                .with("step", step)
                .with("at", at)
                .with("open", new Island.Column(prices.opens(), 6))
                .with("high", new Island.Column(prices.highs(), 6))
                .with("low", new Island.Column(prices.lows(), 6))
                .with("close", new Island.Column(prices.closes(), 6));
    }

    void addTo(Island island, TradingPair pair, Candles candles) {
        List<Object> marks = new ArrayList<>();
        for (Filled filled : byPair.getOrDefault(pair, List.of())) {
            marks.add(List.of(
                    filled.time(),
                    kind(filled),
                    new Island.Column(new double[] {filled.fill().midPrice(), filled.value(), profit(filled)}, 6),
                    filled.reason().words()));
        }
        List<Object> levels = new ArrayList<>();
        for (Position position : positions.getOrDefault(pair, List.of())) {
            new TriggerLevels(position, run.fills().ofPosition(position.id()), run.end()).addTo(levels, candles);
        }
        island.with("trades", marks)
                .with("levels", levels)
                .with("boxes", boxes(pair).stream().map(ProfitBox::row).toList());
    }

    private List<ProfitBox> boxes(TradingPair pair) {
        return ProfitBox.of(run, positions.getOrDefault(pair, List.of()));
    }

    /** The same for a picture. */
    Drawing drawing(TradingPair pair, Candles candles) {
        List<Drawing.Mark> marks = byPair.getOrDefault(pair, List.of()).stream()
                .map(filled -> new Drawing.Mark(
                        filled.time(), kind(filled), filled.fill().midPrice()))
                .toList();
        return new Drawing(candles, marks, boxes(pair));
    }

    private static double profit(Filled filled) {
        return filled.isBuy() ? Double.NaN : filled.end().realised().doubleValue();
    }

    private static String kind(Filled filled) {
        if (filled.isBuy()) {
            return "buy";
        }
        TradeReason reason = filled.reason();
        if (!reason.isTrigger()) {
            return "sell";
        }
        return reason == TradeReason.TAKE_PROFIT || reason == TradeReason.BASKET_TAKE_PROFIT ? "target" : "stop";
    }
}
