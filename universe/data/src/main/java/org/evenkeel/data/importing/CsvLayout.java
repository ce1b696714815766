package org.evenkeel.data.importing;

import java.util.Map;
import java.util.OptionalInt;
import org.evenkeel.data.columns.CandleColumn;

/**
 * How a CSV is laid out.
 *
 * @param delimiter what stands between fields
 * @param skip how many records come before the data: lines of text, and the header
 * @param time the index of the time
 * @param columns the index of each number of a candle; empty for a CSV of closes with a column an instrument
 * @param symbol the index of the pair's name, where there is one
 * @param instruments the index and name of each instrument's closes; empty for a CSV of candles
 */
record CsvLayout(
        char delimiter,
        int skip,
        int time,
        Map<CandleColumn, Integer> columns,
        OptionalInt symbol,
        Map<Integer, String> instruments) {
    /** Numbers are written with a comma where fields cannot be separated by one. */
    boolean decimalComma() {
        return delimiter == ';';
    }

    boolean isWide() {
        return !instruments.isEmpty();
    }
}
