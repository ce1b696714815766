package org.evenkeel.data.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.evenkeel.market.DataException;
import org.evenkeel.market.TradingPair;

/**
 * The rows of a pair brought into one time order. As a rule its chunks follow each other and are copied whole; where
 * files interleave they are merged row by row.
 */
final class RowOrder {
    private final List<RawChunk> chunks;
    private final int rows;
    /** For each row its chunk and index, where chunks interleave; empty where they follow each other. */
    private final int[] chunkOf;

    private final int[] indexOf;

    private RowOrder(List<RawChunk> chunks, int[] chunkOf, int[] indexOf) {
        this.chunks = chunks;
        this.rows = chunks.stream().mapToInt(RawChunk::size).sum();
        this.chunkOf = chunkOf;
        this.indexOf = indexOf;
    }

    /** @throws DataException when a time comes twice, or the chunks of one file are out of order */
    static RowOrder of(TradingPair pair, List<RawChunk> found, String advice) {
        checkWithinFiles(pair, found, advice);
        List<RawChunk> chunks = new ArrayList<>(found);
        chunks.sort(Comparator.comparingLong(chunk -> chunk.times()[0]));
        boolean follow = true;
        for (int i = 1; i < chunks.size(); i++) {
            follow &= last(chunks.get(i - 1)) < chunks.get(i).times()[0];
        }
        return follow ? new RowOrder(chunks, new int[0], new int[0]) : merge(pair, chunks, advice);
    }

    private static void checkWithinFiles(TradingPair pair, List<RawChunk> chunks, String advice) {
        for (int i = 1; i < chunks.size(); i++) {
            RawChunk before = chunks.get(i - 1);
            RawChunk chunk = chunks.get(i);
            if (chunk.file().equals(before.file()) && chunk.times()[0] <= last(before)) {
                throw RowChecks.disorder(pair, chunk, 0, last(before), advice);
            }
        }
    }

    private static long last(RawChunk chunk) {
        return chunk.times()[chunk.size() - 1];
    }

    private static RowOrder merge(TradingPair pair, List<RawChunk> chunks, String advice) {
        int rows = chunks.stream().mapToInt(RawChunk::size).sum();
        int[] chunkOf = new int[rows];
        int[] indexOf = new int[rows];
        int[] next = new int[chunks.size()];
        PriorityQueue<Integer> heads = new PriorityQueue<>(
                Comparator.comparingLong((Integer c) -> chunks.get(c).times()[next[c]])
                        .thenComparingInt(c -> c));
        for (int c = 0; c < chunks.size(); c++) {
            heads.add(c);
        }
        long before = Long.MIN_VALUE;
        for (int row = 0; row < rows; row++) {
            int c = heads.remove();
            long time = chunks.get(c).times()[next[c]];
            if (row > 0 && time == before) {
                throw RowChecks.disorder(pair, chunks.get(c), next[c], before, " Another file has it too." + advice);
            }
            before = time;
            chunkOf[row] = c;
            indexOf[row] = next[c]++;
            if (next[c] < chunks.get(c).size()) {
                heads.add(c);
            }
        }
        return new RowOrder(chunks, chunkOf, indexOf);
    }

    boolean hasAll(CandleColumn... columns) {
        return chunks.stream().allMatch(chunk -> Arrays.stream(columns).allMatch(chunk::has));
    }

    long[] times() {
        if (chunks.size() == 1) {
            return chunks.getFirst().times();
        }
        long[] times = new long[rows];
        if (chunkOf.length > 0) {
            Arrays.setAll(times, row -> chunks.get(chunkOf[row]).times()[indexOf[row]]);
            return times;
        }
        int at = 0;
        for (RawChunk chunk : chunks) {
            System.arraycopy(chunk.times(), 0, times, at, chunk.size());
            at += chunk.size();
        }
        return times;
    }

    /** A column over all rows; NaN where a file does not have it. It may be the chunk's own: not to be written to. */
    double[] column(CandleColumn column) {
        double[] only = chunks.size() == 1 ? chunks.getFirst().values().get(column) : null;
        if (only != null) {
            return only;
        }
        double[] values = new double[rows];
        if (chunkOf.length > 0) {
            Arrays.setAll(values, row -> chunks.get(chunkOf[row]).value(column, indexOf[row]));
            return values;
        }
        int at = 0;
        for (RawChunk chunk : chunks) {
            double[] own = chunk.values().get(column);
            if (own == null) {
                Arrays.fill(values, at, at + chunk.size(), Double.NaN);
            } else {
                System.arraycopy(own, 0, values, at, chunk.size());
            }
            at += chunk.size();
        }
        return values;
    }
}
