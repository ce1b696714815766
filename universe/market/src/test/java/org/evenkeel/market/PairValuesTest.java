package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chain, exchange, token and pair: what they accept, and what makes two of them the same. */
final class PairValuesTest {
    private static final String MIXED_CASE = "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2";

    @Test
    void a_token_is_known_by_chain_and_address_and_never_by_its_symbol() {
        Token weth = new Token(Pairs.ETHEREUM, MIXED_CASE, "WETH", 18);
        assertEquals(weth, new Token(Pairs.ETHEREUM, MIXED_CASE, "Wrapped Ether", 18));
        assertNotEquals(weth, new Token(Pairs.BSC, MIXED_CASE, "WETH", 18));
        assertNotEquals(weth, new Token(Pairs.ETHEREUM, "0x" + "1".repeat(40), "WETH", 18));
    }

    @Test
    void an_evm_address_means_the_same_in_any_case_but_other_addresses_do_not() {
        Token checksummed = new Token(Pairs.ETHEREUM, MIXED_CASE, "WETH", 18);
        Token lower = new Token(Pairs.ETHEREUM, MIXED_CASE.toLowerCase(Locale.ROOT), "WETH", 18);
        assertEquals(lower, checksummed);
        assertEquals(lower.hashCode(), checksummed.hashCode());
        Token solana = new Token(new Chain("solana", 0), "So11111111111111111111111111111111111111112", "SOL", 9);
        assertEquals("So11111111111111111111111111111111111111112", solana.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"US\u202eDC", "\u200bUSDC", "USDC\u0000", " U\u2066SDC\n", "US\u001b\u061cDC\ud800"})
    void characters_that_are_not_seen_are_taken_out_of_names(String symbol) {
        assertEquals("USDC", new Token(Pairs.ETHEREUM, "a", symbol, 6).symbol());
        assertEquals("USDC", new Exchange(symbol, FeeMode.ON_TOP).name());
        assertEquals("USDC", new Chain(symbol, 1).name());
    }

    @Test
    void letters_of_any_script_and_emoji_stay_in_names() {
        for (String symbol : List.of("Cake", "金币", "🍣", "BRK.B", "USD₮0")) {
            assertEquals(symbol, new Token(Pairs.ETHEREUM, "a", symbol, 6).symbol());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b", "\t\n"})
    void a_name_that_nobody_can_see_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Token(Pairs.ETHEREUM, "a", name, 6));
        assertThrows(IllegalArgumentException.class, () -> new Token(Pairs.ETHEREUM, name, "A", 6));
        assertThrows(IllegalArgumentException.class, () -> new Exchange(name, FeeMode.ON_TOP));
        assertThrows(IllegalArgumentException.class, () -> new Chain(name, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 37})
    void decimals_out_of_range_are_refused(int decimals) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Token(Pairs.ETHEREUM, "a", "A", decimals))
                .getMessage();
        assertTrue(message.contains("Token A on ethereum has " + decimals + " decimals"), message);
    }

    @Test
    void decimals_and_fees_at_the_ends_of_their_ranges_are_possible() {
        Token contract = new Token(Chain.OFF_CHAIN, "ES", "ES", 0);
        Token finest = new Token(Chain.OFF_CHAIN, "X", "X", 36);
        assertEquals(0, new TradingPair(1, Exchange.SIMULATED, contract, finest, 0, PriceUnit.USD).fee());
    }

    @Test
    void chains_are_ordered_by_id_and_then_by_name_and_no_id_is_negative() {
        Chain osmosis = new Chain("osmosis", 0);
        assertTrue(Pairs.ETHEREUM.compareTo(Pairs.BSC) < 0);
        assertTrue(Chain.OFF_CHAIN.compareTo(osmosis) < 0);
        assertEquals(0, osmosis.compareTo(new Chain("osmosis", 0)));
        assertThrows(IllegalArgumentException.class, () -> new Chain("x", -1));
    }

    @Test
    void a_pair_joins_two_tokens_of_one_chain() {
        Token weth = Pairs.token(Pairs.ETHEREUM, "WETH");
        Token busd = Pairs.token(Pairs.BSC, "BUSD");
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new TradingPair(7, Pairs.UNISWAP, weth, busd, 30, PriceUnit.USD))
                .getMessage();
        assertTrue(message.contains("Pair 7") && message.contains("bsc"), message);
        assertThrows(
                IllegalArgumentException.class, () -> new TradingPair(7, Pairs.UNISWAP, weth, weth, 30, PriceUnit.USD));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 10_000, Double.NaN, Double.POSITIVE_INFINITY})
    void a_fee_that_is_no_share_of_the_trade_is_refused(double feeBps) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TradingPair(
                        1,
                        Pairs.UNISWAP,
                        Pairs.token(Pairs.ETHEREUM, "A"),
                        Pairs.token(Pairs.ETHEREUM, "B"),
                        feeBps,
                        PriceUnit.USD));
    }

    @Test
    void a_pair_tells_its_name_its_place_and_its_fee_as_a_fraction() {
        TradingPair pair = Pairs.usd(1, "WETH", "USDC");
        assertEquals("WETH-USDC", pair.symbol());
        assertEquals("WETH-USDC on uniswap-v2 (ethereum)", pair.toString());
        assertEquals(
                "SPY-USD on simulated",
                Pairs.on(Chain.OFF_CHAIN, Exchange.SIMULATED, 2, "SPY-USD").toString());
        assertEquals(0.003, pair.fee(), 1e-15);
    }
}
