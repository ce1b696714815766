package org.evenkeel.data.columns;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a column of a candle file may mean, and the names it goes by. */
public enum CandleColumn {
    /** When the candle opened. */
    TIME(
            "timestamp",
            "time",
            "open_time",
            "opentime",
            "open time",
            "date",
            "datetime",
            "date_time",
            "bucket",
            "ts",
            "unix",
            "unix_timestamp",
            "epoch",
            "block_timestamp",
            "period",
            "day"),
    /** Which pair it is of: an id or a symbol of {@code pairs.json}. */
    PAIR("pair_id", "pair", "pairid", "symbol", "instrument", "instrument_id", "ticker", "market", "pool", "asset"),
    /** First price. */
    OPEN("open", "o", "open_price", "price_open"),
    /** Highest price. */
    HIGH("high", "h", "max", "high_price", "price_high"),
    /** Lowest price. */
    LOW("low", "l", "min", "low_price", "price_low"),
    /** Last price. */
    CLOSE(
            "close",
            "c",
            "close_price",
            "price_close",
            "last",
            "adj_close",
            "adj close",
            "adjclose",
            "adjusted_close",
            "price",
            "price_usd",
            "value"),
    /** Traded value. */
    VOLUME(
            "volume_usd",
            "volume usd",
            "volume_usdt",
            "volume usdt",
            "volume usdc",
            "volume busd",
            "usd_volume",
            "quote_volume",
            "quote_asset_volume",
            "quote asset volume",
            "turnover",
            "amount_usd",
            "volume",
            "vol",
            "v"),
    /** How many base tokens the pool held. */
    RESERVE_BASE("reserve_base", "base_reserve", "reserve0", "reserve_0"),
    /** How many quote tokens the pool held; nothing is computed from it. */
    RESERVE_QUOTE("reserve_quote", "quote_reserve", "reserve1", "reserve_1"),
    /** The value locked in the pool, both sides, in USD. */
    TVL("tvl", "tvl_usd", "liquidity_usd", "liquidity", "total_liquidity", "reserve_usd");

    private final List<String> names;

    CandleColumn(String... names) {
        this.names = List.of(names);
    }

    /** The names it goes by, in lower case, the most telling first. */
    public List<String> names() {
        return names;
    }

    /** Whether it is one of the four prices. */
    public boolean isPrice() {
        return this == OPEN || this == HIGH || this == LOW || this == CLOSE;
    }

    /**
     * Finds the columns among headers, in any case and order. Where several headers fit one column, the name that
     * stands first in {@link #names()} wins: a {@code close} beside an {@code adj close} is the close, as it goes with
     * the open.
     *
     * @param headers the names in a file, in its order
     * @return the index of each column that is there
     */
    public static Map<CandleColumn, Integer> match(List<String> headers) {
        List<String> plain = headers.stream()
                .map(header -> header.strip().toLowerCase(Locale.ROOT))
                .toList();
        Map<CandleColumn, Integer> found = new EnumMap<>(CandleColumn.class);
        for (CandleColumn column : values()) {
            for (String name : column.names) {
                int index = plain.indexOf(name);
                if (index >= 0) {
                    found.put(column, index);
                    break;
                }
            }
        }
        return found;
    }
}
