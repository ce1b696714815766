package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;

final class PairLabelsTest {
    private static TradingPair pair(long id, String exchange, String chain, String base) {
        Chain home = new Chain(chain, chain.length());
        Token token = new Token(home, "0x" + id, base, 18);
        Token usdc = new Token(home, "0xusdc", "USDC", 6);
        return new TradingPair(id, new Exchange(exchange, FeeMode.FROM_INPUT), token, usdc, 30, PriceUnit.USD);
    }

    private static List<String> labels(TradingPair... pairs) {
        return new PairLabels(List.of(pairs)).all();
    }

    @Test
    void a_pair_is_called_by_its_symbols_where_no_other_is() {
        assertEquals(
                List.of("WETH-USDC", "UNI-USDC"),
                labels(pair(1, "uniswap", "ethereum", "WETH"), pair(2, "uniswap", "ethereum", "UNI")));
    }

    @Test
    void tokens_of_one_symbol_are_told_apart_by_venue_then_chain_then_number() {
        assertEquals(
                List.of("WETH-USDC @uniswap @ethereum", "weth-USDC @sushi", "WETH-USDC @uniswap @polygon"),
                labels(
                        pair(1, "uniswap", "ethereum", "WETH"),
                        pair(2, "sushi", "ethereum", "weth"),
                        pair(3, "uniswap", "polygon", "WETH")));
        assertEquals(
                List.of("X-USDC #1", "X-USDC #2"),
                labels(pair(1, "uniswap", "ethereum", "X"), pair(2, "uniswap", "ethereum", "X")));
    }
}
