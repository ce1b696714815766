package org.evenkeel.data.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.TimeWindow;
import org.evenkeel.data.pairs.PairIndex;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleFile;
import org.evenkeel.data.parquet.Selection;
import org.evenkeel.data.store.DataFile;
import org.evenkeel.data.store.DataFolder;
import org.evenkeel.market.DataException;
import org.evenkeel.market.TradingPair;

/** Reads a data set as it stands, whatever is wrong with its rows, so that it can be made again without them. */
final class ParquetImport {
    private ParquetImport() {}

    static List<RawPair> readFolder(Path path) {
        DataFolder folder = DataFolder.at(path.toString(), Map.of());
        byte[] list = folder.findContent(PairsFile.NAME)
                .orElseThrow(() -> new DataException(path + " has no " + PairsFile.NAME
                        + ": a folder that is imported must be a data set; name CSV and zip files one by one."));
        PairsFile pairs = PairsFile.parse(list, path.resolve(PairsFile.NAME).toString());
        Selection all = new Selection(new PairIndex(pairs.pairs()), pairs.pairs(), TimeWindow.ALL);
        List<RawPair> result = new ArrayList<>();
        for (DataFile file : folder.parquetFiles()) {
            for (RawCandles raw : CandleFile.open(file).read(all)) {
                if (raw.size() > 0) {
                    result.add(new RawPair(text(raw.pair()), raw.chunks(), Optional.of(raw.pair())));
                }
            }
        }
        return result;
    }

    private static PairText text(TradingPair pair) {
        return new PairText(
                pair.base().symbol(),
                Optional.of(pair.quote().symbol()),
                Optional.of(pair.exchange().name()));
    }
}
