package org.evenkeel.data.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairsFileTest {
    private static PairsFile parse(String json) {
        return PairsFile.parse(json.getBytes(StandardCharsets.UTF_8), "x/pairs.json");
    }

    private static TradingPair only(String json) {
        return parse("[" + json + "]").pairs().getFirst();
    }

    private static String failure(String json) {
        DataException e = assertThrows(DataException.class, () -> parse(json));
        assertTrue(e.getMessage().contains("pairs.json"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void a_pair_without_a_chain_is_on_the_simulated_venue() {
        TradingPair pair = only("{\"pair_id\": 105, \"base\": \"BTC\", \"quote\": \"USDT\"}");
        assertEquals(Chain.OFF_CHAIN, pair.chain());
        assertEquals(Exchange.SIMULATED, pair.exchange());
        assertEquals(0, pair.feeBps());
        assertEquals(PriceUnit.USD, pair.priceUnit());
        assertEquals(8, pair.base().decimals());
    }

    @Test
    void a_pool_takes_its_fee_from_the_input_and_has_the_usual_decimals() {
        TradingPair pair = only("""
                {"pair_id": 1, "chain": "ethereum", "exchange": "uniswap-v2", "base": "WETH", "quote": "USDC",
                 "fee_bps": 30, "rows": 5, "start": "x", "end": "y"}""");
        assertEquals(1, pair.chain().id());
        assertEquals(FeeMode.FROM_INPUT, pair.exchange().feeMode());
        assertEquals(18, pair.base().decimals());
        assertEquals(6, pair.quote().decimals());
        assertEquals("WETH", pair.base().address());
    }

    @Test
    void a_dollar_on_bsc_has_eighteen_decimals() {
        assertEquals(18, KnownTokens.token(new Chain("bsc", 56), "USDC").decimals());
        assertEquals(18, KnownTokens.token(new Chain("bsc", 56), "BUSD").decimals());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_was_written_is_read_back(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TradingPair> pairs = new ArrayList<>();
        for (int id = 0; id < 20; id++) {
            Chain chain = random.nextBoolean() ? Chain.OFF_CHAIN : new Chain("chain-" + id, 1 + random.nextInt(100));
            FeeMode mode = random.nextBoolean() ? FeeMode.ON_TOP : FeeMode.FROM_INPUT;
            pairs.add(new TradingPair(
                    id * 7L,
                    new Exchange("venue \"" + id + "\"", mode),
                    new Token(chain, "0x" + id, "Tökén" + id, random.nextInt(37)),
                    new Token(chain, "quote", "USD", random.nextInt(37)),
                    random.nextInt(10_000) / 7.0,
                    random.nextBoolean() ? PriceUnit.USD : PriceUnit.QUOTE));
        }
        Optional<Interval> interval = random.nextBoolean() ? Optional.of(Interval.hours(4)) : Optional.empty();
        PairsFile file = new PairsFile(Optional.of("a name"), random.nextBoolean(), interval, pairs);
        PairsFile back = PairsFile.parse(file.toJson(), "x");
        assertEquals(file, back);
        for (int i = 0; i < pairs.size(); i++) {
            assertEquals(
                    pairs.get(i).base().symbol(), back.pairs().get(i).base().symbol());
            assertEquals(
                    pairs.get(i).base().decimals(), back.pairs().get(i).base().decimals());
        }
    }

    @Test
    void a_misspelt_key_is_refused_with_the_one_that_was_meant() {
        String message = failure("[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"fee_bp\": 3}]");
        assertTrue(message.contains("'fee_bp'") && message.contains("'fee_bps'"), message);
        assertTrue(failure("{\"sintetic\": true, \"pairs\": []}").contains("'synthetic'"));
    }

    @Test
    void a_key_that_resembles_none_has_no_effect() {
        assertEquals(
                1,
                only("{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"comment\": \"hello\"}")
                        .id());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|ends early",
                "[|JSON",
                "[{]|JSON",
                "nonsense|JSON",
                "[]|lists no pairs",
                "{}|no array of pairs",
                "5|neither an array",
                "[5]|pair 1 of 1",
                "[] []|goes on",
                "[{\"base\": \"A\", \"quote\": \"USD\"}]|no pair_id",
                "[{\"pair_id\": 1, \"quote\": \"USD\"}]|no base",
                "[{\"pair_id\": \"1\", \"base\": \"A\", \"quote\": \"USD\"}]|whole number",
                "[{\"pair_id\": 1, \"base\": \"\", \"quote\": \"USD\"}]|not empty",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"A\"}]|against itself",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"fee_bps\": -1}]|basis points",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"fee_bps\": 1e999}]|must be a number",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"chain\": \"ethereum\"}]|no exchange",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"chain\": \"ethereum\", \"exchange\": \"x\"}]|fee_bps",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"chain\": \"mine\", \"exchange\": \"x\"}]|chain_id",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"fee_mode\": \"free\"}]|from-input",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"price_unit\": \"eur\"}]|'usd' or 'quote'",
                "[{\"pair_id\": 1, \"base\": \"A\", \"quote\": \"USD\", \"base_decimals\": 99}]|0 to 36",
                "[{\"pair_id\": 1, \"pair_id\": 2, \"base\": \"A\", \"quote\": \"USD\"}]|JSON",
                "{\"interval\": \"soon\", \"pairs\": [{\"pair_id\": 1}]}|no interval",
            })
    void what_is_wrong_is_said(String json, String part) {
        String message = failure(json);
        assertTrue(message.contains(part), message);
    }

    @Test
    void json_without_end_or_bottom_is_refused() {
        assertFalse(failure("[".repeat(100_000)).isBlank());
        assertFalse(failure("[{\"pair_id\": " + "9".repeat(100_000) + "}]").isBlank());
    }
}
