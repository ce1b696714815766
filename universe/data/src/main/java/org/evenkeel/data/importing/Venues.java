package org.evenkeel.data.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.evenkeel.data.pairs.KnownTokens;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.jspecify.annotations.Nullable;

/** Makes pairs of what is known of them, and of the venues that files are usually named after. */
final class Venues {
    private static final Known UNISWAP = new Known("uniswap-v2", "ethereum", 30);
    private static final Known PANCAKE = new Known("pancakeswap-v2", "bsc", 25);
    private static final Map<String, Known> KNOWN = Map.ofEntries(
            Map.entry("uniswap", UNISWAP),
            Map.entry("uniswapv2", UNISWAP),
            Map.entry("sushi", new Known("sushi", "ethereum", 30)),
            Map.entry("sushiswap", new Known("sushi", "ethereum", 30)),
            Map.entry("quickswap", new Known("quickswap", "polygon", 30)),
            Map.entry("pancake", PANCAKE),
            Map.entry("pancakev2", PANCAKE),
            Map.entry("pancakeswap", PANCAKE),
            Map.entry("pancakeswapv2", PANCAKE),
            Map.entry("traderjoe", new Known("trader-joe", "avalanche", 30)));

    /** Prices that somebody has recorded are of some venue, even if nothing says which: they are not simulated. */
    private static final String UNKNOWN = "unknown";

    private final ImportOptions options;
    private final Map<String, List<String>> symbols = new LinkedHashMap<>();

    private record Known(String name, String chain, double feeBps) {}

    Venues(ImportOptions options) {
        this.options = options;
    }

    /** The pair; what the user says comes before what the file tells, and that before what is usual. */
    TradingPair pair(long id, PairText text) {
        PairHints hints = options.hints();
        String base = hints.base().orElse(text.base());
        String quote = hints.quote().or(text::quote).orElse("USD");
        String venue = hints.exchange().or(text::venue).orElse(UNKNOWN);
        Known known = KNOWN.get(plain(venue));
        Chain chain = chain(hints, known);
        boolean offChain = chain.equals(Chain.OFF_CHAIN);
        Exchange exchange = new Exchange(
                known == null ? venue.toLowerCase(Locale.ROOT) : known.name(),
                offChain ? FeeMode.ON_TOP : FeeMode.FROM_INPUT);
        Token paid = KnownTokens.token(chain, quote);
        if (options.priceUnit() == PriceUnit.USD && !UsdPegs.isPegged(paid)) {
            note(
                    base + "-" + quote,
                    "the prices are taken to be in US dollars, not in " + quote + "; --prices-in-quote says otherwise");
        }
        try {
            return new TradingPair(
                    id,
                    exchange,
                    KnownTokens.token(chain, base),
                    paid,
                    fee(hints, known, base + "-" + quote, offChain),
                    options.priceUnit());
        } catch (IllegalArgumentException e) {
            throw new DataException(base + "-" + quote + " cannot be imported: " + e.getMessage(), e);
        }
    }

    private static String plain(String venue) {
        return venue.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Chain chain(PairHints hints, @Nullable Known known) {
        String name = hints.chain().orElse(known == null ? Chain.OFF_CHAIN.name() : known.chain());
        if (name.equals(Chain.OFF_CHAIN.name())) {
            return Chain.OFF_CHAIN;
        }
        OptionalLong id = KnownTokens.findChainId(name);
        return new Chain(
                name.toLowerCase(Locale.ROOT),
                id.orElseThrow(() -> new DataException("The chain '" + name + "' is not well known: import without it,"
                        + " and add chain and chain_id to the pairs.json that the import writes.")));
    }

    private double fee(PairHints hints, @Nullable Known known, String symbol, boolean offChain) {
        OptionalDouble fee = hints.feeBps();
        if (fee.isPresent()) {
            return fee.getAsDouble();
        }
        if (known != null) {
            note(
                    symbol,
                    "the fee is taken to be " + known.feeBps() + " basis points, as is usual on " + known.name()
                            + "; --fee-bps says otherwise");
            return known.feeBps();
        }
        if (!offChain) {
            throw new DataException(
                    symbol + " is on a chain, but what a trade costs there is not known: say it with" + " --fee-bps.");
        }
        note(symbol, "no fee is known, so trades cost none; --fee-bps says otherwise");
        return 0;
    }

    private void note(String symbol, String what) {
        symbols.computeIfAbsent(what, missing -> new ArrayList<>()).add(symbol);
    }

    /** What was assumed, each with the pairs that it was assumed of. */
    List<String> notes() {
        return symbols.entrySet().stream()
                .map(note -> String.join(", ", note.getValue()) + ": " + note.getKey() + ".")
                .toList();
    }
}
