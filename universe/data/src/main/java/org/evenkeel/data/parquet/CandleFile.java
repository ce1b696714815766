package org.evenkeel.data.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.data.pairs.PairIndex;
import org.evenkeel.data.store.DataFile;
import org.evenkeel.market.DataException;

/** A Parquet file of candles whose footer was read and checked; its rows are read on demand. */
public final class CandleFile {
    private static final ParquetReadOptions OPTIONS = ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withMetadataFilter(ParquetMetadataConverter.NO_FILTER)
            .withCodecFactory(Codecs.INSTANCE)
            .withUseHadoopVectoredIo(false)
            .usePageChecksumVerification(true)
            .build();

    private final DataFile file;
    private final ParquetMetadata footer;
    private final FileColumns columns;

    private CandleFile(DataFile file, ParquetMetadata footer, FileColumns columns) {
        this.file = file;
        this.footer = footer;
        this.columns = columns;
    }

    /**
     * Reads a file's footer.
     *
     * @throws DataException when it is no Parquet file, is cut short or damaged, or lacks a column
     */
    public static CandleFile open(DataFile file) {
        return open(file, false);
    }

    /**
     * Reads the footer of a file that is to be written again: its rows are read with what nothing is computed from, too.
     *
     * @throws DataException as {@link #open(DataFile)} does
     */
    public static CandleFile openWhole(DataFile file) {
        return open(file, true);
    }

    private static CandleFile open(DataFile file, boolean whole) {
        return Guard.reading(file.path(), () -> {
            InputFile input = file.open();
            try (ParquetFileReader reader = ParquetFileReader.open(input, OPTIONS)) {
                ParquetMetadata footer = reader.getFooter();
                FooterChecks.check(footer, input.getLength());
                FileColumns columns = FileColumns.of(footer.getFileMetaData().getSchema(), file.path(), whole);
                return new CandleFile(file, footer, columns);
            }
        });
    }

    /** Which state of which file this is. */
    public DataFile.Identity identity() {
        return file.identity();
    }

    /** How many rows it has. */
    public long rows() {
        return footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
    }

    /**
     * Checks, as far as the statistics of the row groups tell, that every pair in the file is listed.
     *
     * @throws DataException when one is not; the message names it
     */
    public void checkListed(PairIndex index) {
        columns.findPair()
                .filter(column -> LongSource.isId(column.getPrimitiveType()))
                .ifPresent(column -> {
                    for (BlockMetaData group : footer.getBlocks()) {
                        Range ids = Range.of(group, column);
                        if (ids.known() && (index.indexOf(ids.least()) < 0 || index.indexOf(ids.greatest()) < 0)) {
                            long missing = index.indexOf(ids.least()) < 0 ? ids.least() : ids.greatest();
                            throw Unlisted.pair(file.path(), Long.toString(missing));
                        }
                    }
                });
    }

    /**
     * The differences between the times of neighbouring candles of a pair, in a sample of the file's rows.
     *
     * @return the differences in milliseconds, those of 0 left out
     */
    public List<Long> sampleSpacings() {
        return reading(reader -> {
            SpacingSampler sampler = new SpacingSampler(columns, file.path());
            reader.setRequestedSchema(sampler.needed());
            int groups = footer.getBlocks().size();
            for (int group : IntStream.of(0, groups / 2, groups - 1).distinct().toArray()) {
                if (group >= 0 && group < groups) {
                    sampler.add(rowGroup(reader, group));
                }
            }
            return sampler.spacings();
        });
    }

    /**
     * Reads the selected rows as they stand, unchecked.
     *
     * @return for each wanted pair its rows in this file
     * @throws DataException when the file is damaged, a time or a pair is missing, or a pair is not listed
     */
    public List<RawCandles> read(Selection selection) {
        return reading(reader -> {
            List<List<RawChunk>> chunks = new ArrayList<>();
            selection.wanted().forEach(pair -> chunks.add(new ArrayList<>()));
            RowGroupPruner pruner = new RowGroupPruner(columns, selection);
            long firstRow = 1;
            for (int i = 0; i < footer.getBlocks().size(); i++) {
                BlockMetaData group = footer.getBlocks().get(i);
                if (pruner.mayHold(group)) {
                    reader.setRequestedSchema(
                            new ArrayList<>(columns.byMeaning().values()));
                    RowGroup rows = rowGroup(reader, i);
                    new RowGroupReader(columns, selection, file.path(), firstRow).read(rows, chunks);
                }
                firstRow += group.getRowCount();
            }
            List<RawCandles> result = new ArrayList<>();
            for (int slot = 0; slot < chunks.size(); slot++) {
                result.add(new RawCandles(selection.wanted().get(slot), chunks.get(slot)));
            }
            return result;
        });
    }

    private RowGroup rowGroup(ParquetFileReader reader, int group) throws IOException {
        return new RowGroup(reader.readRowGroup(group), footer.getBlocks().get(group), footer.getFileMetaData());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ParquetFileReader reader) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        return Guard.reading(file.path(), () -> {
            InputFile input = file.open();
            try (ParquetFileReader reader = ParquetFileReader.open(input, footer, OPTIONS, input.newStream())) {
                return reading.from(reader);
            }
        });
    }
}
