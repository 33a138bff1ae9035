package thetascan.table;

import java.util.function.Supplier;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Puts what Parquet reads into a row, each value as it is wanted. */
final class RowMaterializer extends RecordMaterializer<Row> {

    private final Fields fields;
    private @Nullable Row row;

    /**
     * @param stored  the columns wanted, as the file has them
     * @param wanted  the same columns
     * @param title   of the file, for messages
     * @param place   of the row, for messages
     * @throws PointFileException if a column cannot be had as it is wanted
     */
    RowMaterializer(MessageType stored, Schema wanted, String title, Supplier<String> place) {
        Converter[] converters = new Converter[wanted.size()];
        for (int i = 0; i < converters.length; i++) {
            converters[i] = StoredType.converter(
                    stored.getType(i), wanted.columns().get(i), title, new Target(i, wanted, place));
        }
        fields = new Fields(converters);
    }

    /** Says where the next row goes. */
    void into(Row target) {
        row = target;
    }

    private Row row() {
        if (row == null) throw new IllegalStateException("no row to be filled");
        return row;
    }

    @Override
    public Row getCurrentRecord() {
        return row();
    }

    @Override
    public GroupConverter getRootConverter() {
        return fields;
    }

    private final class Fields extends GroupConverter {

        private final Converter[] converters;

        Fields(Converter[] converters) {
            this.converters = converters;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return converters[fieldIndex];
        }

        @Override
        public void start() {
            row().clear();
        }

        @Override
        public void end() {}
    }

    /** One value of the row. */
    final class Target {

        private final int column;
        private final Schema wanted;
        private final Supplier<String> place;

        Target(int column, Schema wanted, Supplier<String> place) {
            this.column = column;
            this.wanted = wanted;
            this.place = place;
        }

        void number(double value) {
            row().putDouble(column, value);
        }

        void code(int value) {
            row().putInt(column, value);
        }

        void count(long value) {
            row().putLong(column, value);
        }

        void flag(boolean value) {
            row().putBoolean(column, value);
        }

        void text(String value) {
            row().putText(column, value);
        }

        PointFileException refused(String reason) {
            return new PointFileException(
                    place.get() + " " + wanted.columns().get(column).name() + ": " + reason);
        }
    }
}
