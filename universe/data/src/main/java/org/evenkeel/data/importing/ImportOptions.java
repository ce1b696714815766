package org.evenkeel.data.importing;

import java.util.Optional;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PriceUnit;

/**
 * How files are imported.
 *
 * @param hints what the user says of the pairs
 * @param interval the length of the candles; judged from their times where left out
 * @param priceUnit what the prices are measured in
 * @param dropBadRows whether rows that cannot be used are left out and counted, instead of ending the import
 * @param name what the data set is to be called; its folder's name where left out
 */
public record ImportOptions(
        PairHints hints, Optional<Interval> interval, PriceUnit priceUnit, boolean dropBadRows, Optional<String> name) {
    /** Everything judged from the files, prices in USD, and no row left out. */
    public static final ImportOptions DEFAULTS =
            new ImportOptions(PairHints.NONE, Optional.empty(), PriceUnit.USD, false, Optional.empty());

    /** The same, with other hints. */
    public ImportOptions hints(PairHints other) {
        return new ImportOptions(other, interval, priceUnit, dropBadRows, name);
    }

    /** The same, with candles of this length. */
    public ImportOptions interval(Interval length) {
        return new ImportOptions(hints, Optional.of(length), priceUnit, dropBadRows, name);
    }

    /** The same, with prices in this unit. */
    public ImportOptions priceUnit(PriceUnit unit) {
        return new ImportOptions(hints, interval, unit, dropBadRows, name);
    }

    /** The same, with bad rows left out and counted, rows brought into order, and doubles left out. */
    public ImportOptions droppingBadRows() {
        return new ImportOptions(hints, interval, priceUnit, true, name);
    }

    /** The same, under another name. */
    public ImportOptions name(String text) {
        return new ImportOptions(hints, interval, priceUnit, dropBadRows, Optional.of(text));
    }
}
