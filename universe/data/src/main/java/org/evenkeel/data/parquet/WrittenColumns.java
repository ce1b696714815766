package org.evenkeel.data.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.market.Candles;
import org.evenkeel.market.LiquiditySource;

/** The columns of a file to be written, and where their numbers come from. */
record WrittenColumns(List<Number> numbers) {
    static final String PAIR = "pair_id";
    static final String TIME = "timestamp";
    private static final int MOST_PAGE_ROWS = 20_000;

    /**
     * A column of numbers.
     *
     * @param name its name
     * @param needed whether every row has a value; else NaN is written as null
     * @param value its value in a row of a pair
     */
    record Number(String name, boolean needed, ToDoubleBiFunction<PairCandles, Integer> value) {}

    static WrittenColumns of(List<PairCandles> candles) {
        List<Number> numbers = new ArrayList<>();
        numbers.add(new Number("open", true, (one, row) -> one.candles().open(row)));
        numbers.add(new Number("high", true, (one, row) -> one.candles().high(row)));
        numbers.add(new Number("low", true, (one, row) -> one.candles().low(row)));
        numbers.add(new Number("close", true, (one, row) -> one.candles().close(row)));
        if (candles.stream().anyMatch(one -> hasVolume(one.candles()))) {
            numbers.add(new Number("volume", false, (one, row) -> one.candles().volume(row)));
        }
        boolean reserves = candles.stream().anyMatch(PairCandles::hasReserves);
        if (reserves || hasDepth(candles, LiquiditySource.RESERVES)) {
            numbers.add(new Number("reserve_base", false, WrittenColumns::reserveBase));
        }
        if (reserves) {
            numbers.add(new Number(
                    "reserve_quote",
                    false,
                    (one, row) -> one.hasReserves() ? one.reserves().quote()[row] : Double.NaN));
        }
        if (hasDepth(candles, LiquiditySource.TVL)) {
            numbers.add(new Number("tvl_usd", false, WrittenColumns::tvl));
        }
        return new WrittenColumns(numbers);
    }

    private static boolean hasVolume(Candles candles) {
        for (double volume : candles.prices().volumes()) {
            if (!Double.isNaN(volume)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDepth(List<PairCandles> candles, LiquiditySource source) {
        return candles.stream().anyMatch(one -> one.candles().liquiditySource() == source);
    }

    private static double reserveBase(PairCandles one, int row) {
        if (one.hasReserves()) {
            return one.reserves().base()[row];
        }
        Candles candles = one.candles();
        return candles.liquiditySource() == LiquiditySource.RESERVES
                ? candles.depthUsd(row) / candles.close(row)
                : Double.NaN;
    }

    private static double tvl(PairCandles one, int row) {
        Candles candles = one.candles();
        return candles.liquiditySource() == LiquiditySource.TVL ? 2 * candles.depthUsd(row) : Double.NaN;
    }

    MessageType schema() {
        List<Type> fields = new ArrayList<>();
        fields.add(Types.required(PrimitiveTypeName.INT64).named(PAIR));
        fields.add(Types.required(PrimitiveTypeName.INT64)
                .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MILLIS))
                .named(TIME));
        for (Number number : numbers) {
            Type.Repetition repetition = number.needed() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
            fields.add(Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(number.name()));
        }
        return new MessageType("candles", fields);
    }

    /** Numbers are written plainly: a dictionary of prices costs time and saves nothing. */
    ParquetProperties properties() {
        return ParquetProperties.builder()
                .withDictionaryEncoding(false)
                .withDictionaryEncoding(PAIR, true)
                .withPageRowCountLimit(MOST_PAGE_ROWS)
                .withPageWriteChecksumEnabled(true)
                .build();
    }
}
