package org.evenkeel.cli.terminal;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;

/** Tables for people: texts to the left, numbers to the right. */
public final class Tables {
    private static final int WIDEST = 90;

    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    /** Adds a column of texts. */
    public Tables text(String header) {
        return text(header, WIDEST);
    }

    /** Adds a column of texts that are broken into lines of so many characters. */
    public Tables text(String header, int widest) {
        columns.add(column(header, HorizontalAlign.LEFT).maxWidth(widest));
        return this;
    }

    /** Adds a column of numbers. */
    public Tables number(String header) {
        columns.add(column(header, HorizontalAlign.RIGHT));
        return this;
    }

    private static Column column(String header, HorizontalAlign align) {
        return new Column().header(header).headerAlign(align).dataAlign(align).maxWidth(WIDEST);
    }

    /** Adds a row: a cell for each column. */
    public Tables row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** Whether it has no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                columns.toArray(Column[]::new),
                rows.toArray(String[][]::new));
    }
}
