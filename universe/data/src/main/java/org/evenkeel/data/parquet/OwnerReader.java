package org.evenkeel.data.parquet;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.evenkeel.market.DataException;
import org.jspecify.annotations.Nullable;

/** Reads which wanted pair each row of a group belongs to. */
record OwnerReader(FileColumns columns, Selection selection, String file, long firstRow) {
    private static final long MISSING = Long.MIN_VALUE;

    /** For each row the place of its pair among the wanted ones; −1 where it is not wanted. */
    int[] read(RowGroup group) {
        ColumnDescriptor column = columns.findPair().orElse(null);
        if (column == null) {
            return allOfTheOnlyPair(group.rows());
        }
        boolean text = LongSource.isText(column.getPrimitiveType());
        return text ? readTexts(group, column) : readIds(group, column);
    }

    private int[] allOfTheOnlyPair(int rows) {
        if (selection.index().pairs().size() != 1) {
            throw new DataException(file + " has no column that says of which pair a candle is, but pairs.json lists "
                    + selection.index().pairs().size() + " pairs: add a pair_id column, or keep one pair in the list.");
        }
        int[] owners = new int[rows];
        Arrays.fill(owners, selection.slot(0));
        return owners;
    }

    private int[] readIds(RowGroup group, ColumnDescriptor column) {
        long[] ids = group.longs(column, LongSource.id(column.getPrimitiveType()), group.rows(), MISSING);
        int[] owners = new int[ids.length];
        for (int row = 0; row < owners.length; row++) {
            // Files are sorted by pair as a rule: the pair is mostly that of the row before.
            owners[row] = row > 0 && ids[row] == ids[row - 1] ? owners[row - 1] : owner(ids[row], row);
        }
        return owners;
    }

    private int owner(long id, int row) {
        checkPresent(id != MISSING, row);
        return owner(selection.index().indexOf(id), Long.toString(id), row);
    }

    private int[] readTexts(RowGroup group, ColumnDescriptor column) {
        ColumnReader reader = group.column(column);
        int present = column.getMaxDefinitionLevel();
        int[] owners = new int[group.rows()];
        @Nullable Binary last = null;
        int lastOwner = Integer.MIN_VALUE;
        for (int row = 0; row < owners.length; row++) {
            checkPresent(reader.getCurrentDefinitionLevel() == present, row);
            Binary name = reader.getBinary();
            if (!name.equals(last)) {
                last = name.copy();
                lastOwner = owner(selection.index().indexOf(name.toStringUsingUTF8()), name.toStringUsingUTF8(), row);
            }
            owners[row] = lastOwner;
            reader.consume();
        }
        return owners;
    }

    private void checkPresent(boolean present, int row) {
        if (!present) {
            throw new DataException(file + ", row " + (firstRow + row)
                    + " does not say of which pair it is: fill in its pair, or remove the row.");
        }
    }

    private int owner(int indexed, String name, int row) {
        if (indexed < 0) {
            throw Unlisted.pair(file + ", row " + (firstRow + row), name);
        }
        return selection.slot(indexed);
    }
}
