package org.evenkeel.data.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.data.columns.Assembler;
import org.evenkeel.data.columns.IntervalGuess;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.data.importing.ImportReport.BadRow;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.jspecify.annotations.Nullable;

/** All rows of one pair of an import, from however many files. */
final class PairRows {
    private final TradingPair pair;
    private final List<RawChunk> chunks = new ArrayList<>();
    private List<BadRow> bad = List.of();
    private @Nullable RawChunk sound;

    private PairRows(TradingPair pair) {
        this.pair = pair;
    }

    /** Joins the files of each pair, and numbers the pairs from 1; pairs that come with a list keep their ids. */
    static List<PairRows> group(List<RawPair> found, ImportOptions options, List<String> notes) {
        Venues venues = new Venues(options);
        Map<Object, PairRows> byKey = new LinkedHashMap<>();
        checkOneSymbol(found, options.hints());
        for (RawPair raw : found) {
            Object key = raw.listed().<Object>map(pair -> pair).orElse(raw.text());
            PairRows rows = byKey.get(key);
            if (rows == null) {
                long id = byKey.size() + 1L;
                rows = new PairRows(raw.listed().orElseGet(() -> venues.pair(id, raw.text())));
                byKey.put(key, rows);
            }
            rows.chunks.addAll(raw.chunks());
        }
        notes.addAll(venues.notes());
        return List.copyOf(byKey.values());
    }

    private static void checkOneSymbol(List<RawPair> found, PairHints hints) {
        long names = found.stream().map(raw -> raw.text().base()).distinct().count();
        if (hints.base().isPresent() && names > 1) {
            throw new DataException("A symbol was given (" + hints.base().get() + "), but the files hold " + names
                    + " instruments: import them one by one, or leave the symbol out.");
        }
    }

    /** Parts the rows that can be used from the others. */
    void sift() {
        Sieve sieve = Sieve.of(chunks);
        bad = sieve.bad();
        sound = sieve.toChunk();
    }

    private RawChunk sound() {
        if (sound == null) {
            throw new IllegalStateException("The rows of " + pair + " were not sifted.");
        }
        return sound;
    }

    TradingPair pair() {
        return pair;
    }

    List<BadRow> bad() {
        return bad;
    }

    int rows() {
        return sound().size();
    }

    /** How many rows are left out. */
    int lost() {
        return chunks.stream().mapToInt(RawChunk::size).sum() - rows();
    }

    Instant first() {
        return Instant.ofEpochMilli(sound().times()[0]);
    }

    Instant last() {
        return Instant.ofEpochMilli(sound().times()[rows() - 1]);
    }

    PairCandles candles(Interval interval) {
        return new PairCandles(pair, Assembler.assemble(new RawCandles(pair, List.of(sound())), interval));
    }

    /** The one length of the candles of all pairs; a file tells it by all its pairs together. */
    static Interval interval(List<PairRows> pairs, ImportOptions options) {
        if (options.interval().isPresent()) {
            return options.interval().get();
        }
        Map<String, List<Long>> spacings = new LinkedHashMap<>();
        for (PairRows rows : pairs) {
            String file = rows.chunks.getFirst().file();
            rows.addSpacings(spacings.computeIfAbsent(file, missing -> new ArrayList<>()));
        }
        spacings.values().removeIf(List::isEmpty);
        Map<String, Interval> found = new LinkedHashMap<>();
        spacings.forEach((file, distances) -> found.put(file, IntervalGuess.of(distances, file)));
        if (Set.copyOf(found.values()).size() > 1) {
            throw new DataException("The files have candles of different lengths, " + found
                    + ": import each length into a folder of its own, or say --interval.");
        }
        return found.values().stream()
                .findFirst()
                .orElseThrow(() -> new DataException("The length of the candles cannot be told from single rows: say it"
                        + " with --interval, as in --interval 1h."));
    }

    private void addSpacings(List<Long> spacings) {
        long[] times = sound().times();
        for (int i = 1; i < times.length; i++) {
            spacings.add(times[i] - times[i - 1]);
        }
    }
}
