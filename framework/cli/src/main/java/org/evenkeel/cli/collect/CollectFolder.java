package org.evenkeel.cli.collect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.data.growing.GrowingDataSet;
import org.evenkeel.market.CandleSink;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;

/** The data set that candles are collected into: one that is there, or one that is made once it is known what is in it. */
public final class CollectFolder implements CandleSink {
    private final Path folder;
    private final Interval interval;
    private Optional<GrowingDataSet> data;

    private CollectFolder(Path folder, Interval interval, Optional<GrowingDataSet> data) {
        this.folder = folder;
        this.interval = interval;
        this.data = data;
    }

    /**
     * @throws UsageException when the candles of the data set are of another length than is asked for
     */
    public static CollectFolder of(Path folder, Optional<Interval> wanted) {
        Optional<GrowingDataSet> there =
                GrowingDataSet.exists(folder) ? Optional.of(GrowingDataSet.open(folder)) : Optional.empty();
        Interval interval = there.map(GrowingDataSet::interval).or(() -> wanted).orElse(Interval.HOURLY);
        if (wanted.isPresent() && !wanted.equals(Optional.of(interval))) {
            throw new UsageException("--interval " + wanted.orElseThrow() + " will not do: the candles in " + folder
                    + " are of " + interval + ". Leave it out, or choose another folder.");
        }
        return new CollectFolder(folder, interval, there);
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** The length of its candles. */
    public Interval interval() {
        return interval;
    }

    /** Those that it has already. */
    List<TradingPair> pairs() {
        return data.map(GrowingDataSet::pairs).orElse(List.of());
    }

    /** When the last candle opens that it has of each pair. */
    Map<TradingPair, Long> lastOpens() {
        return data.map(GrowingDataSet::lastOpens).orElse(Map.of());
    }

    /** Makes the data set if it is not there, and lists pairs that it does not have yet. */
    void list(List<TradingPair> more) {
        if (data.isEmpty()) {
            String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            data = Optional.of(GrowingDataSet.create(folder, name, interval, more));
        } else if (!more.isEmpty()) {
            data.orElseThrow().add(more);
        }
    }

    @Override
    public void replace(List<CandleTail> tails) {
        data.orElseThrow().replace(tails);
    }
}
