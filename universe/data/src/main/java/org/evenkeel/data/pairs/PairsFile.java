package org.evenkeel.data.pairs;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;

/**
 * What a data set's {@code pairs.json} says.
 *
 * <p>The file is an array of pairs, or an object {@code {"name": …, "synthetic": …, "interval": "1h", "pairs": […]}}.
 * Each pair has
 *
 * <ul>
 *   <li>{@code pair_id}, {@code base}, {@code quote}: needed;
 *   <li>{@code chain}, {@code chain_id}, {@code exchange}, {@code fee_bps}: a pair without a chain is on
 *       {@link org.evenkeel.market.Chain#OFF_CHAIN} and {@link org.evenkeel.market.Exchange#SIMULATED} with fee 0; a
 *       pair with a chain must name exchange and fee, and the id of a chain that is not well known;
 *   <li>{@code fee_mode}: {@code from-input} (default on a chain) or {@code on-top} (default off chain);
 *   <li>{@code price_unit}: {@code usd} (default) or {@code quote};
 *   <li>{@code base_address}, {@code quote_address}: the symbol where left out;
 *   <li>{@code base_decimals}, {@code quote_decimals}: 18 where left out, but 6 for USDC and USDT (18 on BSC), 8 for
 *       WBTC, and 8 for anything off chain.
 * </ul>
 *
 * {@code rows}, {@code start} and {@code end} are for people and not read.
 *
 * @param name what people know the data as, where the file says so
 * @param synthetic whether the prices are made up
 * @param interval the length of the candles, where the file says so
 * @param pairs the pairs, in the file's order
 */
public record PairsFile(
        Optional<String> name, boolean synthetic, Optional<Interval> interval, List<TradingPair> pairs) {
    /** The file's name within the data set's folder. */
    public static final String NAME = "pairs.json";

    /** Copies the list. */
    public PairsFile {
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads a pairs file.
     *
     * @param bytes its content, JSON in UTF-8
     * @param where what messages call it, usually its path
     * @throws DataException when it is not such a file; the message names the pair and the key
     */
    public static PairsFile parse(byte[] bytes, String where) {
        return new PairsReader(where).read(Json.parse(bytes, where));
    }

    /** The file as JSON in UTF-8, in the object form; {@link #parse} reads back an equal one. */
    public byte[] toJson() {
        return PairsWriter.write(this);
    }
}
