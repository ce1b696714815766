package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UniverseBuilderTest {
    private static final Chain AVALANCHE = new Chain("avalanche", 43114);
    private static final Exchange PANCAKE = new Exchange("pancakeswap-v2", FeeMode.FROM_INPUT);
    private static final TradingPair WETH_USDC = Pairs.usd(1, "WETH", "USDC");
    private static final TradingPair UNI_WETH = Pairs.usd(2, "UNI", "WETH");
    private static final TradingPair AAVE_WETH = Pairs.usd(3, "AAVE", "WETH");
    private static final TradingPair WETH_DAI = Pairs.usd(4, "WETH", "DAI");
    private static final TradingPair UNI_DAI = Pairs.usd(5, "UNI", "DAI");
    private static final TradingPair WBNB_BUSD = Pairs.on(Pairs.BSC, PANCAKE, 6, "WBNB-BUSD");
    private static final TradingPair BTC_USDT = Pairs.on(Chain.OFF_CHAIN, Exchange.SIMULATED, 7, "BTC-USDT");
    private static final TradingPair JOE_WAVAX = Pairs.on(AVALANCHE, Pairs.SUSHI, 8, "JOE-WAVAX");

    private static UniverseBuilder of(TradingPair... pairs) {
        return new MarketCatalog("test", true, Interval.HOURLY, List.of(pairs)).selectAll();
    }

    private static String reserveOn(Chain chain, UniverseBuilder builder) {
        return builder.build().reserve(chain).symbol();
    }

    @Test
    void the_preferred_asset_is_the_reserve_where_a_pair_is_quoted_in_it() {
        assertEquals(
                "USDC",
                reserveOn(Pairs.ETHEREUM, of(WETH_DAI, UNI_DAI, WETH_USDC).reserve("usdc")));
        assertEquals(
                "DAI",
                reserveOn(Pairs.ETHEREUM, of(WETH_USDC, UNI_DAI, WETH_DAI).reserve("USDT", "DAI", "USDC")));
    }

    @Test
    void a_chain_without_the_preferred_asset_keeps_its_money_in_its_own_dollar() {
        UniverseBuilder builder = of(WETH_USDC, WBNB_BUSD).reserve("USDC");
        assertEquals("USDC", reserveOn(Pairs.ETHEREUM, builder));
        assertEquals("BUSD", reserveOn(Pairs.BSC, builder));
        assertEquals(List.of(), builder.build().notes());
    }

    @Test
    void instruments_without_a_chain_have_a_reserve_too() {
        UniverseBuilder builder = of(BTC_USDT).reserve("USDC");
        assertEquals("USDT", reserveOn(Chain.OFF_CHAIN, builder));
        assertEquals(
                List.of("No pair is quoted in USDC: the money is kept in [USDT]."),
                builder.build().notes());
    }

    @Test
    void the_dollar_that_quotes_most_pairs_is_the_reserve_though_another_token_quotes_more() {
        UniverseBuilder builder = of(WETH_USDC, UNI_DAI, WETH_DAI, UNI_WETH, AAVE_WETH, Pairs.usd(9, "CRV", "WETH"));
        assertEquals("DAI", reserveOn(Pairs.ETHEREUM, builder));
    }

    @Test
    void of_dollars_that_quote_equally_many_the_first_chosen_is_the_reserve() {
        assertEquals("DAI", reserveOn(Pairs.ETHEREUM, of(WETH_DAI, WETH_USDC)));
        assertEquals("USDC", reserveOn(Pairs.ETHEREUM, of(WETH_USDC, WETH_DAI)));
    }

    @Test
    void of_two_tokens_that_call_themselves_the_same_the_one_of_more_pairs_is_preferred() {
        Token weth = new Token(Pairs.ETHEREUM, "0xe", "WETH", 18);
        Token uni = new Token(Pairs.ETHEREUM, "0xf", "UNI", 18);
        Token fake = new Token(Pairs.ETHEREUM, "0xbad", "USDC", 18);
        Token real = new Token(Pairs.ETHEREUM, "0xc", "USDC", 6);
        UniverseBuilder builder = of(
                        new TradingPair(1, Pairs.UNISWAP, weth, fake, 30, PriceUnit.USD),
                        new TradingPair(2, Pairs.UNISWAP, weth, real, 30, PriceUnit.USD),
                        new TradingPair(3, Pairs.UNISWAP, uni, real, 30, PriceUnit.USD))
                .reserve("USDC");
        assertEquals("0xc", builder.build().reserve(Pairs.ETHEREUM).address());
    }

    @Test
    void a_chain_without_a_dollar_keeps_its_money_in_what_quotes_most_pairs_and_says_so() {
        UniverseBuilder builder = of(WETH_USDC, JOE_WAVAX);
        assertEquals("WAVAX", reserveOn(AVALANCHE, builder));
        List<String> notes = builder.build().notes();
        assertEquals(1, notes.size());
        assertTrue(notes.getFirst().contains("avalanche") && notes.getFirst().contains("WAVAX"), notes.toString());
    }

    @Test
    void building_twice_gives_the_same_universe() {
        UniverseBuilder builder = of(JOE_WAVAX).reserve("USDC");
        TradingUniverse first = builder.build();
        assertEquals(first.notes(), builder.build().notes());
        assertEquals(first.reserves(), builder.build().reserves());
    }

    @Test
    void the_home_chain_is_that_of_the_first_pair_and_chains_come_in_order_of_their_pairs() {
        TradingUniverse universe = of(WBNB_BUSD, WETH_USDC, BTC_USDT).build();
        assertEquals(Pairs.BSC, universe.homeChain());
        assertEquals(
                List.of(Pairs.BSC, Pairs.ETHEREUM, Chain.OFF_CHAIN),
                List.copyOf(universe.reserves().keySet()));
    }

    @Test
    void a_chain_outside_the_universe_has_no_reserve() {
        String message = assertThrows(
                        DataException.class, () -> of(WETH_USDC).build().reserve(Pairs.BSC))
                .getMessage();
        assertTrue(message.contains("bsc") && message.contains("ethereum"), message);
    }

    @Test
    void pairs_are_found_by_place_id_and_name() {
        TradingUniverse universe = of(WETH_USDC, UNI_WETH).build();
        assertEquals(1, universe.indexOf(UNI_WETH));
        assertEquals(Optional.of(UNI_WETH), universe.findPair(2));
        assertEquals(Optional.empty(), universe.findPair(99));
        assertEquals(UNI_WETH, universe.pair("uni-weth"));
        assertTrue(universe.contains(UNI_WETH));
        DataException unknown = assertThrows(DataException.class, () -> universe.pair("AAVE-WETH"));
        assertTrue(unknown.getMessage().contains("in the universe"), unknown.getMessage());
        assertThrows(DataException.class, () -> universe.indexOf(AAVE_WETH));
    }

    @Test
    void a_universe_cannot_be_changed() {
        TradingUniverse universe = of(WETH_USDC).build();
        assertThrows(RuntimeException.class, () -> universe.pairs().clear());
        assertThrows(RuntimeException.class, () -> universe.reserves().clear());
        assertThrows(RuntimeException.class, () -> universe.notes().add("x"));
    }
}
