package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarketCatalogTest {
    private static final Chain POLYGON = new Chain("polygon", 137);
    private static final Exchange V3 = new Exchange("uniswap-v3", FeeMode.FROM_INPUT);
    private static final TradingPair WETH_V2 = Pairs.usd(1, "WETH", "USDC");
    private static final TradingPair WETH_SUSHI = Pairs.on(Pairs.ETHEREUM, Pairs.SUSHI, 2, "WETH-USDC");
    private static final TradingPair UNI = Pairs.usd(3, "UNI", "WETH");
    private static final TradingPair WMATIC_ETHEREUM = Pairs.on(Pairs.ETHEREUM, V3, 4, "WMATIC-USDC");
    private static final TradingPair WMATIC_POLYGON = Pairs.on(POLYGON, V3, 5, "WMATIC-USDC");
    private static final TradingPair LINK = Pairs.on(POLYGON, V3, 6, "LINK-USDC");
    private static final TradingPair LINK_CHEAP = Pairs.on(POLYGON, V3, 7, "Link-USDC");
    private static final TradingPair BERKSHIRE = Pairs.on(Chain.OFF_CHAIN, Exchange.SIMULATED, 8, "BRK/B-USD");

    private final MarketCatalog catalog =
            catalog(List.of(WETH_V2, WETH_SUSHI, UNI, WMATIC_ETHEREUM, WMATIC_POLYGON, LINK, LINK_CHEAP, BERKSHIRE));

    private static MarketCatalog catalog(List<TradingPair> pairs) {
        return new MarketCatalog("demo", true, Interval.HOURLY, pairs);
    }

    private List<TradingPair> select(String... names) {
        return catalog.select(names).build().pairs();
    }

    private String refusal(String name) {
        return assertThrows(DataException.class, () -> select(name)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNI-WETH", "uni-weth", "Uni/Weth", " UNI-WETH ", "UNI-WETH@Uniswap-V2", "#3"})
    void a_pair_is_found_by_its_name_in_any_case_and_by_its_id(String name) {
        assertEquals(List.of(UNI), select(name));
    }

    @Test
    void a_name_on_several_venues_needs_the_venue_and_a_venue_on_several_chains_the_chain() {
        assertEquals(List.of(WETH_SUSHI), select("weth-usdc@sushi"));
        assertEquals(List.of(WMATIC_POLYGON), select("WMATIC-USDC@polygon"));
        assertEquals(List.of(WMATIC_ETHEREUM), select("WMATIC-USDC@uniswap-v3@ethereum"));
    }

    @Test
    void an_ambiguous_name_is_refused_with_names_that_are_not() {
        assertTrue(refusal("WETH-USDC").contains("[WETH-USDC@uniswap-v2, WETH-USDC@sushi]"), refusal("WETH-USDC"));
        assertTrue(
                refusal("WMATIC-USDC").contains("[WMATIC-USDC@uniswap-v3@ethereum, WMATIC-USDC@uniswap-v3@polygon]"),
                refusal("WMATIC-USDC"));
    }

    @Test
    void pairs_that_differ_in_nothing_but_case_are_told_apart_by_id() {
        assertTrue(refusal("LINK-USDC").contains("[#6, #7]"), refusal("LINK-USDC"));
        assertEquals(List.of(LINK_CHEAP), select("#7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOPE-USDC", "UNI-WETH@sushi", "UNI-WETH@", "@uniswap-v2", "UNI", "#99", "#", ""})
    void a_name_that_fits_nothing_is_refused_with_what_there_is(String name) {
        String message = refusal(name);
        assertTrue(message.contains("no pair '" + name + "' in the data set demo"), message);
        assertTrue(message.contains("UNI-WETH"), message);
    }

    @Test
    void a_slash_in_a_symbol_may_be_written_either_way() {
        assertEquals(List.of(BERKSHIRE), select("brk-b/usd"));
        assertEquals(List.of(BERKSHIRE), select("BRK/B-USD"));
    }

    @Test
    void long_lists_of_pairs_are_cut_short_in_messages() {
        MarketCatalog large = catalog(LongStream.range(0, 500)
                .mapToObj(id -> Pairs.usd(id, "T" + id, "USDC"))
                .toList());
        String message =
                assertThrows(DataException.class, () -> large.select("NOPE")).getMessage();
        assertEquals(
                "There is no pair 'X' in the data set demo. It has "
                        + String.join(
                                ", ",
                                large.pairs().stream()
                                        .limit(30)
                                        .map(TradingPair::symbol)
                                        .toList())
                        + ".",
                assertThrows(
                                DataException.class,
                                () -> catalog(large.pairs().subList(0, 30)).select("X"))
                        .getMessage());
        assertTrue(message.contains("T29-USDC and 470 more") && !message.contains("T30-USDC"), message);
        TradingUniverse universe = large.selectAll().build();
        message = assertThrows(DataException.class, () -> universe.indexOf(BERKSHIRE))
                .getMessage();
        assertTrue(message.contains("BRK/B-USD") && message.contains("and 470 more"), message);
    }

    @Test
    void pairs_keep_the_order_they_were_chosen_in_each_once() {
        assertEquals(List.of(UNI, WETH_SUSHI), select("UNI-WETH", "WETH-USDC@sushi", "uni/weth", "#2"));
    }

    @Test
    void preferred_pairs_that_the_data_lacks_are_left_out_with_a_note() {
        TradingUniverse universe = catalog.selectPreferred(List.of("UNI-WETH", "CRV-WETH", "WETH-USDC"))
                .build();
        assertEquals(List.of(UNI, WETH_V2, WETH_SUSHI), universe.pairs());
        assertTrue(
                universe.notes().getFirst().startsWith("Not in demo: CRV-WETH. Traded are "),
                universe.notes().toString());
        assertEquals(
                List.of(),
                catalog.selectPreferred(List.of("UNI-WETH", "#1")).build().notes());
    }

    @Test
    void data_without_any_preferred_pair_is_traded_whole_with_a_note() {
        TradingUniverse universe = catalog.selectPreferred(List.of("CRV-WETH")).build();
        assertEquals(catalog.pairs(), universe.pairs());
        assertTrue(
                universe.notes().getFirst().contains("demo"), universe.notes().toString());
    }

    @Test
    void pairs_are_chosen_by_a_condition() {
        assertEquals(
                List.of(WMATIC_POLYGON, LINK, LINK_CHEAP),
                catalog.select(pair -> pair.chain().equals(POLYGON)).build().pairs());
        UniverseBuilder none = catalog.select(pair -> false);
        assertTrue(assertThrows(DataException.class, none::build).getMessage().contains("empty"));
    }

    @Test
    void a_catalog_says_what_data_it_is_of() {
        assertEquals("demo", catalog.name());
        assertTrue(catalog.synthetic());
        assertEquals(Interval.HOURLY, catalog.interval());
        assertFalse(new MarketCatalog("real", false, Interval.DAILY, List.of(UNI)).synthetic());
    }

    @Test
    void a_catalog_without_pairs_or_with_an_id_twice_is_refused() {
        assertTrue(assertThrows(DataException.class, () -> catalog(List.of()))
                .getMessage()
                .contains("demo lists no pairs"));
        String message = assertThrows(DataException.class, () -> catalog(List.of(WETH_V2, Pairs.usd(1, "X", "USDC"))))
                .getMessage();
        assertTrue(message.contains("pair id 1 twice"), message);
    }

    @Test
    void a_universe_does_not_change_with_the_list_it_was_made_of() {
        List<TradingPair> pairs = new ArrayList<>(List.of(WETH_V2));
        MarketCatalog own = catalog(pairs);
        pairs.add(UNI);
        assertEquals(List.of(WETH_V2), own.selectAll().build().pairs());
        assertFalse(own.selectAll().build().contains(UNI));
    }
}
