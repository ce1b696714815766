package org.evenkeel.data.importing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;

/**
 * What an import did.
 *
 * @param out the folder of the new data set
 * @param interval the length of its candles
 * @param pairs its pairs
 * @param dropped the rows that were left out, in the order of the files; empty unless that was asked for
 * @param notes what was assumed, for people to check
 */
public record ImportReport(
        Path out, Interval interval, List<ImportedPair> pairs, List<BadRow> dropped, List<String> notes) {
    /** Copies the lists. */
    public ImportReport {
        pairs = List.copyOf(pairs);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
    }

    /**
     * A pair of the new data set.
     *
     * @param pair the pair
     * @param rows how many candles it has
     * @param dropped how many rows of it were left out
     * @param first when its first candle opened
     * @param last when its last candle opened
     */
    public record ImportedPair(TradingPair pair, int rows, int dropped, Instant first, Instant last) {}

    /**
     * A row that cannot be used.
     *
     * @param place file and row
     * @param reason why
     */
    public record BadRow(String place, String reason) {
        @Override
        public String toString() {
            return place + ": " + reason;
        }
    }
}
