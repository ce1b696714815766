package org.evenkeel.data.importing;

import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.data.importing.ImportReport.BadRow;
import org.evenkeel.market.DataException;

/** The error of an import that found rows it cannot use. */
final class BadRows {
    private static final int SHOWN = 20;

    private BadRows() {}

    static DataException refuse(List<BadRow> bad) {
        String first = bad.stream().limit(SHOWN).map(row -> "  " + row).collect(Collectors.joining("\n"));
        String more = bad.size() > SHOWN ? "\n  … and " + (bad.size() - SHOWN) + " more" : "";
        return new DataException(
                (bad.size() == 1 ? "One row" : bad.size() + " rows")
                        + " cannot be used, and nothing was imported:\n" + first + more
                        + "\nMend the file, or import with --drop-bad to leave such rows out and to sort what is out of order.");
    }
}
