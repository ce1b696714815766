package org.evenkeel.data.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.evenkeel.data.columns.TimeTexts;
import org.evenkeel.data.columns.TimeUnits;

/** Reads a time or an id of any physical type as a whole number; times in the file's unit, or in milliseconds. */
@FunctionalInterface
interface LongSource {
    long MILLIS_A_DAY = 86_400_000L;
    long JULIAN_DAY_OF_EPOCH = 2_440_588L;

    long read(ColumnReader reader);

    static boolean isId(PrimitiveType type) {
        boolean whole = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
                || type.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
        return whole && !(type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation);
    }

    static boolean isText(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && (logical == null || logical instanceof StringLogicalTypeAnnotation);
    }

    static boolean isTime(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32, INT64, FLOAT, DOUBLE, INT96 -> true;
            case BINARY -> isText(type);
            default -> false;
        };
    }

    static LongSource id(PrimitiveType type) {
        return type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
                ? ColumnReader::getInteger
                : ColumnReader::getLong;
    }

    /** The unit that a time column declares; empty where only the size of its numbers tells. */
    static Optional<TimeUnits> declaredUnit(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            return Optional.of(
                    switch (timestamp.getUnit()) {
                        case MILLIS -> TimeUnits.MILLIS;
                        case MICROS -> TimeUnits.MICROS;
                        case NANOS -> TimeUnits.NANOS;
                    });
        }
        boolean converted = logical instanceof DateLogicalTypeAnnotation
                || type.getPrimitiveTypeName() == PrimitiveTypeName.INT96
                || type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
        return converted ? Optional.of(TimeUnits.MILLIS) : Optional.empty();
    }

    /** Reads times in the unit of {@link #declaredUnit}. */
    static LongSource time(PrimitiveType type) {
        boolean date = type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation;
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> date ? reader -> reader.getInteger() * MILLIS_A_DAY : ColumnReader::getInteger;
            case INT64 -> ColumnReader::getLong;
            case FLOAT -> reader -> (long) reader.getFloat();
            case DOUBLE -> reader -> (long) reader.getDouble();
            case INT96 -> LongSource::julian;
            default -> LongSource::text;
        };
    }

    /** The old timestamp type: nanoseconds of the day, then the Julian day, both little-endian. */
    private static long julian(ColumnReader reader) {
        ByteBuffer bytes = reader.getBinary().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt();
        return (day - JULIAN_DAY_OF_EPOCH) * MILLIS_A_DAY + Math.floorDiv(nanos, 1_000_000L);
    }

    private static long text(ColumnReader reader) {
        String text = reader.getBinary().toStringUsingUTF8();
        return TimeTexts.findMillis(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no time"));
    }
}
