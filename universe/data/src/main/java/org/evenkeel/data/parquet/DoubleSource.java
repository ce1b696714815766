package org.evenkeel.data.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Reads a number of any physical type as a double. */
@FunctionalInterface
interface DoubleSource {
    double read(ColumnReader reader);

    static boolean isNumber(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE, FLOAT, INT32, INT64 -> true;
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
            default -> false;
        };
    }

    static DoubleSource of(PrimitiveType type) {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            return decimal(type, decimal.getScale());
        }
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE -> ColumnReader::getDouble;
            case FLOAT -> ColumnReader::getFloat;
            case INT32 -> ColumnReader::getInteger;
            case INT64 -> ColumnReader::getLong;
            default -> throw new IllegalArgumentException("a column of type " + type + " holds no numbers");
        };
    }

    private static DoubleSource decimal(PrimitiveType type, int scale) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                reader -> BigDecimal.valueOf(reader.getInteger(), scale).doubleValue();
            case INT64 -> reader -> BigDecimal.valueOf(reader.getLong(), scale).doubleValue();
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                reader -> new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale).doubleValue();
            default -> throw new IllegalArgumentException("a column of type " + type + " holds no decimals");
        };
    }
}
