package org.evenkeel.data.parquet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.market.DataException;

/** Which of a file's columns mean what. */
record FileColumns(Map<CandleColumn, ColumnDescriptor> byMeaning) {
    /**
     * @param whole whether columns count too that nothing is computed from
     * @throws DataException when a column that must be there is missing, or has a type that cannot be read
     */
    static FileColumns of(MessageType schema, String file, boolean whole) {
        List<ColumnDescriptor> flat = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ColumnDescriptor column : schema.getColumns()) {
            if (column.getPath().length == 1 && column.getMaxRepetitionLevel() == 0) {
                flat.add(column);
                names.add(column.getPath()[0]);
            }
        }
        Map<CandleColumn, ColumnDescriptor> found = new EnumMap<>(CandleColumn.class);
        CandleColumn.match(names).forEach((meaning, index) -> found.put(meaning, flat.get(index)));
        if (!whole) {
            found.remove(CandleColumn.RESERVE_QUOTE);
        }
        require(found, CandleColumn.TIME, names, file);
        require(found, CandleColumn.CLOSE, names, file);
        found.forEach((meaning, column) -> checkType(meaning, column, file));
        return new FileColumns(found);
    }

    private static void require(
            Map<CandleColumn, ColumnDescriptor> found, CandleColumn wanted, List<String> names, String file) {
        if (!found.containsKey(wanted)) {
            throw new DataException(
                    file + " has no column for the " + wanted.name().toLowerCase(Locale.ROOT)
                            + ": it has " + names + ". Name one of them "
                            + String.join(", ", wanted.names().subList(0, 4)) + " or the like.");
        }
    }

    private static void checkType(CandleColumn meaning, ColumnDescriptor column, String file) {
        boolean readable = switch (meaning) {
            case TIME -> LongSource.isTime(column.getPrimitiveType());
            case PAIR -> LongSource.isId(column.getPrimitiveType()) || LongSource.isText(column.getPrimitiveType());
            default -> DoubleSource.isNumber(column.getPrimitiveType());
        };
        if (!readable) {
            throw new DataException(file + " holds its " + meaning.name().toLowerCase(Locale.ROOT)
                    + " as '" + column.getPrimitiveType()
                    + "', which cannot be read as one: write the column as int64, "
                    + "double or timestamp.");
        }
    }

    ColumnDescriptor time() {
        return column(CandleColumn.TIME);
    }

    Optional<ColumnDescriptor> findPair() {
        return Optional.ofNullable(byMeaning.get(CandleColumn.PAIR));
    }

    /** The columns that hold one number a candle. */
    List<CandleColumn> numbers() {
        return byMeaning.keySet().stream()
                .filter(column -> column != CandleColumn.TIME && column != CandleColumn.PAIR)
                .toList();
    }

    ColumnDescriptor column(CandleColumn meaning) {
        return Objects.requireNonNull(byMeaning.get(meaning));
    }
}
