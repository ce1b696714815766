package org.evenkeel.data.pairs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.jspecify.annotations.Nullable;

/** Turns parsed JSON into pairs. */
final class PairsReader {
    private static final SequencedSet<String> TOP_KEYS =
            new LinkedHashSet<>(List.of("name", "synthetic", "interval", "pairs"));
    private static final SequencedSet<String> PAIR_KEYS = new LinkedHashSet<>(List.of(
            "pair_id",
            "chain",
            "chain_id",
            "exchange",
            "base",
            "quote",
            "fee_bps",
            "fee_mode",
            "price_unit",
            "base_address",
            "quote_address",
            "base_decimals",
            "quote_decimals"));
    private static final SequencedSet<String> IGNORED_KEYS = new LinkedHashSet<>(List.of("rows", "start", "end"));

    private final String where;
    private final Map<Object, Object> shared = new HashMap<>();

    PairsReader(String where) {
        this.where = where;
    }

    PairsFile read(@Nullable Object json) {
        if (json instanceof List<?> list) {
            return new PairsFile(Optional.empty(), false, Optional.empty(), pairs(list));
        }
        if (!(json instanceof Map<?, ?>)) {
            throw new DataException(where + " holds neither an array of pairs [{…}, …] nor an object with one.");
        }
        Fields fields = new Fields(json, where);
        fields.checkKeys(TOP_KEYS, IGNORED_KEYS);
        if (!(fields.raw("pairs") instanceof List<?> list)) {
            throw new DataException(where + " has no array of pairs: add \"pairs\": [{…}, …].");
        }
        return new PairsFile(fields.findText("name"), fields.flag("synthetic"), interval(fields), pairs(list));
    }

    private Optional<Interval> interval(Fields fields) {
        return fields.findText("interval").map(text -> {
            try {
                return Interval.parse(text);
            } catch (IllegalArgumentException e) {
                throw new DataException(where + ": " + e.getMessage(), e);
            }
        });
    }

    private List<TradingPair> pairs(List<?> list) {
        if (list.isEmpty()) {
            throw new DataException(where + " lists no pairs: add those that the Parquet files have candles of.");
        }
        List<TradingPair> pairs = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            pairs.add(pair(list.get(i), where + ", pair " + (i + 1) + " of " + list.size()));
        }
        return pairs;
    }

    private TradingPair pair(@Nullable Object json, String place) {
        Fields fields = new Fields(json, place);
        fields.checkKeys(PAIR_KEYS, IGNORED_KEYS);
        try {
            Chain chain = chain(fields, place);
            return new TradingPair(
                    fields.integer("pair_id"),
                    exchange(fields, chain),
                    token(fields, chain, "base"),
                    token(fields, chain, "quote"),
                    feeBps(fields, chain, place),
                    priceUnit(fields));
        } catch (IllegalArgumentException e) {
            throw new DataException(place + ": " + e.getMessage(), e);
        }
    }

    private Chain chain(Fields fields, String place) {
        Optional<String> name = fields.findText("chain");
        OptionalLong id = fields.findInteger("chain_id");
        if (name.isEmpty() || name.get().equals(Chain.OFF_CHAIN.name())) {
            if (id.orElse(0) != 0) {
                throw new DataException(place + " has a chain_id but no chain: add the chain's name.");
            }
            return Chain.OFF_CHAIN;
        }
        OptionalLong known = id.isPresent() ? id : KnownTokens.findChainId(name.get());
        Chain chain = new Chain(
                name.get(),
                known.orElseThrow(() -> new DataException(place + " is on the chain '" + name.get()
                        + "', which is not well known: add its chain_id (EIP-155).")));
        return shared(chain);
    }

    private Exchange exchange(Fields fields, Chain chain) {
        boolean offChain = chain.equals(Chain.OFF_CHAIN);
        FeeMode mode = fields.findText("fee_mode")
                .map(text -> switch (text) {
                    case "from-input" -> FeeMode.FROM_INPUT;
                    case "on-top" -> FeeMode.ON_TOP;
                    default -> throw fields.wrong("fee_mode", text, "'from-input' or 'on-top'");
                })
                .orElse(offChain ? FeeMode.ON_TOP : FeeMode.FROM_INPUT);
        String fallback = offChain ? Exchange.SIMULATED.name() : "";
        String name = fallback.isEmpty()
                ? fields.text("exchange")
                : fields.findText("exchange").orElse(fallback);
        return new Exchange(name, mode);
    }

    private Token token(Fields fields, Chain chain, String side) {
        String symbol = fields.text(side);
        OptionalLong decimals = fields.findInteger(side + "_decimals");
        if (decimals.isPresent() && (decimals.getAsLong() < 0 || decimals.getAsLong() > Token.MAX_DECIMALS)) {
            throw fields.wrong(side + "_decimals", decimals.getAsLong(), "0 to " + Token.MAX_DECIMALS);
        }
        return shared(new Token(chain, fields.findText(side + "_address").orElse(symbol), symbol, (int)
                decimals.orElse(KnownTokens.decimals(chain, symbol))));
    }

    /** One object for what is equal: they are keys of maps, which find the same object fastest. */
    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) shared.computeIfAbsent(value, same -> same);
    }

    private static double feeBps(Fields fields, Chain chain, String place) {
        return fields.findNumber("fee_bps").orElseGet(() -> {
            if (chain.equals(Chain.OFF_CHAIN)) {
                return 0;
            }
            throw new DataException(place + " names no fee_bps, and no pool trades for nothing: add its fee in basis"
                    + " points (30 on most constant-product pools), or 0 if that is meant.");
        });
    }

    private static PriceUnit priceUnit(Fields fields) {
        return fields.findText("price_unit")
                .map(text -> switch (text) {
                    case "usd" -> PriceUnit.USD;
                    case "quote" -> PriceUnit.QUOTE;
                    default -> throw fields.wrong("price_unit", text, "'usd' or 'quote'");
                })
                .orElse(PriceUnit.USD);
    }
}
