package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.junit.jupiter.api.Test;

class PairChoiceTest {
    private static final Token USDC = new Token(Chain.OFF_CHAIN, "USDC", "USDC", 6);

    private final MarketCatalog market = new MarketCatalog(
            "test",
            false,
            Interval.HOURLY,
            Stream.of("BTC", "ETH", "SOL").map(PairChoiceTest::pair).toList());

    private static TradingPair pair(String symbol) {
        Token base = new Token(Chain.OFF_CHAIN, symbol, symbol, 8);
        return new TradingPair(symbol.hashCode() & 0xffff, Exchange.SIMULATED, base, USDC, 0, PriceUnit.USD);
    }

    private TradingUniverse universe(Map<String, String> set, String... favourites) {
        return Parameters.of(set).pairs("pairs", favourites).from(market).build();
    }

    private static List<String> symbols(TradingUniverse universe) {
        return universe.pairs().stream().map(TradingPair::symbol).toList();
    }

    @Test
    void favourites_are_taken_as_far_as_the_data_has_them() {
        TradingUniverse universe = universe(Map.of(), "ETH-USDC", "DOGE-USDC");
        assertEquals(List.of("ETH-USDC"), symbols(universe));
        assertTrue(
                universe.notes().getFirst().contains("DOGE-USDC"),
                universe.notes().toString());
    }

    @Test
    void favourites_written_out_are_still_favourites() {
        Map<String, String> recorded = Map.of("pairs", "ETH-USDC,DOGE-USDC");
        assertEquals(List.of("ETH-USDC"), symbols(universe(recorded, "ETH-USDC", "DOGE-USDC")));
    }

    @Test
    void without_any_name_all_pairs_are_taken_and_nothing_is_to_be_said_of_it() {
        TradingUniverse universe = universe(Map.of());
        assertEquals(3, universe.pairs().size());
        assertEquals(List.of(), universe.notes());
    }

    @Test
    void pairs_that_the_user_names_are_taken_in_their_order() {
        assertEquals(
                List.of("SOL-USDC", "BTC-USDC"), symbols(universe(Map.of("pairs", "SOL-USDC,btc/usdc"), "ETH-USDC")));
    }

    @Test
    void a_pair_that_the_user_names_and_the_data_has_not_is_refused_with_the_nearest() {
        ParameterException refused = assertThrows(
                ParameterException.class, () -> universe(Map.of("pairs", "ETH-USDC,BTC-USDT"), "ETH-USDC"));
        assertTrue(
                refused.getMessage().contains("no pair 'BTC-USDT' in test. Did you mean 'BTC-USDC'?"),
                refused.getMessage());
    }
}
