package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.MarketException;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A universe that is not what is on the chain is told of before anything is signed, by the pair. */
final class UniverseFaultsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TestContract token;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        token = floor.dex.token("TOK", 18);
        floor.pairV2(token, "TOK");
    }

    private static TradingPair pair(String exchange, String address, int decimals, double feeBps) {
        Token base = new Token(floor.chain, address, "TOK", decimals);
        return new TradingPair(
                1, new Exchange(exchange, FeeMode.FROM_INPUT), base, floor.reserve, feeBps, PriceUnit.USD);
    }

    private static void assertRefused(TradingPair pair, Place place, String why) {
        TradingUniverse universe = new MarketCatalog("local", true, Interval.HOURLY, List.of(pair))
                .selectAll()
                .reserve("USDC")
                .build();
        try (ChainClient client = Clients.client(CHAIN, CHAIN.url().toString())) {
            MarketException fault =
                    assertThrows(MarketException.class, () -> ChainMarket.open(client, place, universe));
            String said = String.valueOf(fault.getMessage());
            assertTrue(said.contains(why), said);
        }
    }

    private static void assertRefused(TradingPair pair, String why) {
        assertRefused(pair, floor.place(), why);
    }

    @Test
    void a_pool_that_does_not_exist_is_named_with_its_pair() {
        assertRefused(
                pair("uniswap-v3", token.address(), 18, 30), "There is no pool of TOK-USDC on uniswap-v3 (local)");
    }

    @Test
    void another_number_of_decimals_is_told_of() {
        assertRefused(pair("uniswap-v2", token.address(), 8, 30), "has 18 decimals on local, and the universe says 8");
    }

    @Test
    void an_address_without_a_token_is_told_of() {
        assertRefused(pair("uniswap-v2", "0x" + "ab".repeat(20), 18, 30), "There is no token at 0xabab");
        assertRefused(pair("uniswap-v2", "TOK", 18, 30), "has the address \"TOK\", which is none of local");
    }

    @Test
    void an_exchange_that_is_not_known_is_told_of() {
        assertRefused(pair("sushiswap", token.address(), 18, 30), "is on an exchange that is not known");
    }

    @Test
    void another_fee_than_the_exchange_takes_is_told_of() {
        assertRefused(pair("uniswap-v2", token.address(), 18, 25), "and uniswap-v2 takes 30.0");
    }

    @Test
    void without_a_way_to_price_gas_nothing_begins() {
        Place place = floor.place();
        Place bare = new Place(place.exchanges(), place.routers(), List.of(), place.gas(), place.limits(), place.peg());
        assertRefused(pair("uniswap-v2", token.address(), 18, 30), bare, "nobody can say what gas costs");
    }

    @Test
    void a_routing_pool_that_is_none_is_told_of() {
        Place place = floor.place();
        Place wrong = new Place(
                place.exchanges(), place.routers(), List.of(at(token)), place.gas(), place.limits(), place.peg());
        assertRefused(pair("uniswap-v2", token.address(), 18, 30), wrong, "There is no pool at " + token.address());
    }
}
