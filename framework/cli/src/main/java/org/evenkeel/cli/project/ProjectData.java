package org.evenkeel.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;

/** The candles of a new project: nine months of four pairs of the sample market. */
final class ProjectData {
    private static final Set<String> PAIRS = Set.of("WETH-USDC", "UNI-WETH", "AAVE-WETH", "SUSHI-WETH");
    private static final Instant FROM = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2021-10-01T00:00:00Z");

    private ProjectData() {}

    static void write(Path folder) throws IOException {
        List<PairCandles> candles = SampleMarket.generate(SampleMarket.SEED).stream()
                .filter(one -> PAIRS.contains(one.pair().symbol()))
                .map(one -> new PairCandles(one.pair(), part(one.candles())))
                .toList();
        PairsFile pairs = new PairsFile(
                Optional.of(SampleMarket.NAME),
                true,
                Optional.of(Interval.HOURLY),
                candles.stream().map(PairCandles::pair).toList());
        Files.createDirectories(folder);
        CandleWriter.write(folder.resolve("candles-1h.parquet"), candles);
        Files.write(folder.resolve(PairsFile.NAME), pairs.toJson());
    }

    private static Candles part(Candles all) {
        return all.rows(all.firstAtOrAfter(FROM.toEpochMilli()), all.firstAtOrAfter(TO.toEpochMilli()));
    }
}
