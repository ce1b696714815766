package org.evenkeel.data.importing;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the user says of the pair in a file; what is left out is judged from the file's name and content.
 *
 * @param base the symbol of the token or instrument
 * @param quote the symbol of what it is paid in
 * @param chain the name of the chain
 * @param exchange the name of the venue
 * @param feeBps the fee of a trade in basis points
 */
public record PairHints(
        Optional<String> base,
        Optional<String> quote,
        Optional<String> chain,
        Optional<String> exchange,
        OptionalDouble feeBps) {
    /** Nothing is said. */
    public static final PairHints NONE = new PairHints(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty());

    /** The same, with base and quote of a symbol such as {@code WETH-USDC}, or the base alone such as {@code AAPL}. */
    public PairHints symbol(String symbol) {
        String[] parts = symbol.strip().split("[-/_]", 2);
        Optional<String> second = parts.length == 2 ? Optional.of(parts[1]) : quote;
        return new PairHints(Optional.of(parts[0]), second, chain, exchange, feeBps);
    }

    /** The same, with this quote. */
    public PairHints quote(String symbol) {
        return new PairHints(base, Optional.of(symbol), chain, exchange, feeBps);
    }

    /** The same, on this chain. */
    public PairHints chain(String name) {
        return new PairHints(base, quote, Optional.of(name), exchange, feeBps);
    }

    /** The same, on this venue. */
    public PairHints exchange(String name) {
        return new PairHints(base, quote, chain, Optional.of(name), feeBps);
    }

    /** The same, with this fee in basis points. */
    public PairHints feeBps(double fee) {
        return new PairHints(base, quote, chain, exchange, OptionalDouble.of(fee));
    }
}
