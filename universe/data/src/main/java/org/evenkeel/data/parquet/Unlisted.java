package org.evenkeel.data.parquet;

import org.evenkeel.market.DataException;

/** The error of a pair that the files have and the list has not. */
final class Unlisted {
    private Unlisted() {}

    static DataException pair(String place, String pair) {
        return new DataException(place + " has candles of pair '" + pair
                + "', which pairs.json does not list (or lists under more than one exchange): add the pair to pairs.json,"
                + " or remove its rows.");
    }
}
