package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.Resampler;
import org.evenkeel.market.TradingPair;

/**
 * The prices of each pair with the trades and their triggers, in candles coarse enough to be seen.
 *
 * @param panes the pairs, those traded most first; none where the prices are not at hand
 * @param note what is missing, and why; empty where nothing is
 */
public record CandlesView(List<Pane> panes, String note) {
    private static final int MOST_CANDLES = 800;
    private static final int MOST_PAIRS = 40;
    private static final int PAIRS_WITHOUT_TRADES = 12;
    /** A run shorter than so many candles is shown with as many that went before. */
    private static final int FEW = 12;

    private static final long HOUR = Interval.HOURLY.millis();
    private static final long[] INTERVALS = {
        HOUR / 60, HOUR / 12, HOUR / 4, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 168 * HOUR
    };

    /**
     * The prices of one pair.
     *
     * @param label the pair's name
     * @param trades how many trades it had
     * @param island its candles, trades and triggers
     * @param drawing the same for a picture
     */
    public record Pane(String label, int trades, Island island, Drawing drawing) {}

    /** The prices of a run. */
    public static CandlesView of(Run run) {
        if (run.market().isEmpty()) {
            return new CandlesView(
                    List.of(), "Prices are not part of the state: make the report with its data at hand to see them.");
        }
        MarketHistory market = run.market().get();
        List<TradingPair> chosen = chosen(run, market);
        PairTrades trades = new PairTrades(run);
        List<Pane> panes = new ArrayList<>();
        for (TradingPair pair : chosen) {
            Candles candles = visible(market.of(pair).candles(), run);
            Island island = PairTrades.island("candles-" + panes.size(), candles);
            trades.addTo(island, pair, candles);
            panes.add(new Pane(run.labels().of(pair), trades.count(pair), island, trades.drawing(pair, candles)));
        }
        int left = run.labels().pairs().size() - chosen.size();
        return new CandlesView(panes, left == 0 ? "" : left + " pairs with fewer trades are left out.");
    }

    private static List<TradingPair> chosen(Run run, MarketHistory market) {
        Map<TradingPair, Integer> trades = new HashMap<>();
        run.fills().all().forEach(filled -> trades.merge(filled.pair(), 1, Integer::sum));
        List<TradingPair> pairs = run.labels().pairs().stream()
                .filter(market.universe()::contains)
                .sorted(Comparator.comparingInt(pair -> -trades.getOrDefault(pair, 0)))
                .toList();
        int most = Math.min(MOST_PAIRS, Math.max(trades.size(), PAIRS_WITHOUT_TRADES));
        return pairs.subList(0, Math.min(most, pairs.size()));
    }

    /** The candles of the run, and a little of what went before, at the finest interval that shows them all. */
    private static Candles visible(Candles candles, Run run) {
        long start = run.curve().times()[0];
        long shortest = candles.interval().millis()
                * (run.end() - start < candles.interval().millis() * FEW ? FEW : 1);
        long lead = Math.max(shortest, (run.end() - start) / 20);
        Candles part = candles.rows(candles.firstAtOrAfter(start - lead), candles.firstAtOrAfter(run.end()));
        return Resampler.resample(part, interval(candles.interval(), run.end() - start + lead, MOST_CANDLES));
    }

    /** The shortest usual interval, a multiple of the finest, of which a span holds no more than so many. */
    static Interval interval(Interval finest, long span, int most) {
        for (long millis : INTERVALS) {
            if (millis % finest.millis() == 0 && span / millis <= most) {
                return new Interval(millis);
            }
        }
        long longest = Math.max(INTERVALS[INTERVALS.length - 1], finest.millis());
        long factor = span / (most * longest) + 1;
        long step = longest / finest.millis() * finest.millis();
        return new Interval(step * factor);
    }
}
