package thetascan.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of the types of Parquet. Every numeric type can be had as a double where that says the same: a whole
 * number beyond 2^53 must have a double of its own, a decimal must be what its double gives when rounded to as many
 * digits. Dates, flags and text are no numbers.
 */
final class StoredType {

    private StoredType() {}

    /**
     * The column that holds the same.
     *
     * @throws PointFileException if there is none
     */
    static Column column(Type field, String title) {
        Optional<Column.Type> type = field.isPrimitive() ? of(field.asPrimitiveType()) : Optional.empty();
        if (type.isEmpty() || field.isRepetition(Type.Repetition.REPEATED)) {
            throw new PointFileException(
                    title + " " + field.getName() + ": holds " + field + ", which a table of points does not have");
        }
        return new Column(field.getName(), type.get(), field.isRepetition(Type.Repetition.REQUIRED));
    }

    private static Optional<Column.Type> of(PrimitiveType stored) {
        LogicalTypeAnnotation meaning = stored.getLogicalTypeAnnotation();
        return switch (stored.getPrimitiveTypeName()) {
            case DOUBLE -> Optional.of(Column.Type.DOUBLE);
            case BOOLEAN -> Optional.of(Column.Type.BOOLEAN);
            case INT32 -> isSigned(meaning) ? Optional.of(Column.Type.INT32) : Optional.empty();
            case INT64 -> isSigned(meaning) ? Optional.of(Column.Type.INT64) : Optional.empty();
            case BINARY ->
                meaning instanceof StringLogicalTypeAnnotation ? Optional.of(Column.Type.STRING) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isSigned(@Nullable LogicalTypeAnnotation meaning) {
        return meaning == null || meaning instanceof IntLogicalTypeAnnotation whole && whole.isSigned();
    }

    /**
     * What turns values of a column into what is wanted.
     *
     * @param title of the file, for messages
     * @throws PointFileException if they cannot become that
     */
    static PrimitiveConverter converter(Type field, Column wanted, String title, RowMaterializer.Target target) {
        if (field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED)) {
            PrimitiveType stored = field.asPrimitiveType();
            if (of(stored).filter(wanted.type()::equals).isPresent()) return new Same(target);
            if (wanted.type() == Column.Type.DOUBLE && isNumber(stored)) return new Number(stored, target);
            if (wanted.type() == Column.Type.INT64
                    && of(stored).filter(Column.Type.INT32::equals).isPresent()) {
                return new Count(target);
            }
        }
        throw new PointFileException(
                title + " " + field.getName() + ": holds " + field + ", " + name(wanted.type()) + " are needed");
    }

    private static String name(Column.Type type) {
        return switch (type) {
            case DOUBLE -> "numbers";
            case INT32, INT64 -> "whole numbers";
            case STRING -> "text";
            case BOOLEAN -> "flags";
        };
    }

    private static boolean isNumber(PrimitiveType stored) {
        LogicalTypeAnnotation meaning = stored.getLogicalTypeAnnotation();
        if (meaning instanceof DecimalLogicalTypeAnnotation || meaning instanceof Float16LogicalTypeAnnotation)
            return true;
        return switch (stored.getPrimitiveTypeName()) {
            case DOUBLE, FLOAT -> true;
            case INT32, INT64 -> meaning == null || meaning instanceof IntLogicalTypeAnnotation;
            default -> false;
        };
    }

    /** Hands a value on. */
    private static final class Same extends PrimitiveConverter {

        private final RowMaterializer.Target target;

        Same(RowMaterializer.Target target) {
            this.target = target;
        }

        @Override
        public void addDouble(double value) {
            target.number(value);
        }

        @Override
        public void addInt(int value) {
            target.code(value);
        }

        @Override
        public void addLong(long value) {
            target.count(value);
        }

        @Override
        public void addBoolean(boolean value) {
            target.flag(value);
        }

        @Override
        public void addBinary(Binary value) {
            target.text(value.toStringUsingUTF8());
        }
    }

    /** A whole number of 32 bits as one of 64. */
    private static final class Count extends PrimitiveConverter {

        private final RowMaterializer.Target target;

        Count(RowMaterializer.Target target) {
            this.target = target;
        }

        @Override
        public void addInt(int value) {
            target.count(value);
        }
    }

    /** Any number as a double. */
    private static final class Number extends PrimitiveConverter {

        private final RowMaterializer.Target target;
        private final @Nullable DecimalLogicalTypeAnnotation decimal;
        private final boolean unsigned;

        Number(PrimitiveType stored, RowMaterializer.Target target) {
            this.target = target;
            LogicalTypeAnnotation meaning = stored.getLogicalTypeAnnotation();
            decimal = meaning instanceof DecimalLogicalTypeAnnotation found ? found : null;
            unsigned = meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        }

        @Override
        public void addDouble(double value) {
            target.number(value);
        }

        @Override
        public void addFloat(float value) {
            target.number(value);
        }

        @Override
        public void addInt(int value) {
            if (decimal != null) decimal(BigInteger.valueOf(value), decimal);
            else target.number(unsigned ? Integer.toUnsignedLong(value) : value);
        }

        @Override
        public void addLong(long value) {
            if (decimal != null) decimal(BigInteger.valueOf(value), decimal);
            else whole(unsigned ? new BigInteger(Long.toUnsignedString(value)) : BigInteger.valueOf(value));
        }

        @Override
        public void addBinary(Binary value) {
            if (decimal != null) decimal(new BigInteger(value.getBytes()), decimal);
            else target.number(half(value.getBytesUnsafe()));
        }

        /** IEEE 754 binary16, little-endian. */
        private static double half(byte[] bytes) {
            int bits = bytes[0] & 0xff | bytes[1] << 8;
            int exponent = bits >> 10 & 0x1f;
            int fraction = bits & 0x3ff;
            double size =
                    switch (exponent) {
                        case 0 -> Math.scalb((double) fraction, -24);
                        case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                        default -> Math.scalb(1024.0 + fraction, exponent - 25);
                    };
            return bits < 0 ? -size : size;
        }

        private void whole(BigInteger value) {
            double nearest = value.doubleValue();
            if (!new BigDecimal(nearest).toBigIntegerExact().equals(value)) {
                throw target.refused(value + " has no double of its own, the nearest is " + nearest);
            }
            target.number(nearest);
        }

        private void decimal(BigInteger unscaled, DecimalLogicalTypeAnnotation of) {
            BigDecimal value = new BigDecimal(unscaled, of.getScale());
            double nearest = value.doubleValue();
            MathContext digits = new MathContext(value.stripTrailingZeros().precision(), RoundingMode.HALF_EVEN);
            if (new BigDecimal(nearest).round(digits).compareTo(value) != 0) {
                throw target.refused(value + " has more digits than a double can hold, the nearest is " + nearest);
            }
            target.number(nearest);
        }
    }
}
