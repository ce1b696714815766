package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A chain of which a dollar is known, and whose universe has no pool against it: nobody has to name one. */
final class PegTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final PegRule NOTHING_KNOWN = PegRule.POOLS;

    private static Floor floor;
    private static TradingPair pair;
    private static TestContract tether;

    @TempDir
    private Path folder;

    private Optional<Trading> trading = Optional.empty();

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 18, false);
        pair = floor.pairV2("TOK");
        tether = floor.dex.token("TETHER", 18);
        TestContract pool = floor.dex.poolV3(floor.cash, tether, 500, BigInteger.ONE.shiftLeft(96));
        BigInteger deep = Floor.units(100_000, 18);
        floor.dex.provide(pool, -6000, 6000, deep, deep);
    }

    @BeforeEach
    void fund() {
        Dealer.fund(floor, 100_000);
    }

    @AfterEach
    void close() {
        trading.ifPresent(Trading::close);
    }

    private Trading open(PegRule peg) {
        Place usual = floor.place();
        Place place = new Place(
                usual.exchanges(),
                usual.routers(),
                usual.routingPools().subList(0, 1),
                usual.gas(),
                usual.limits(),
                peg);
        Trading opened = new Trading(
                new Trading.Stage(place, floor.universe(), () -> Clients.now(CHAIN)),
                Clients.client(CHAIN, CHAIN.url().toString()),
                folder,
                Trading.Ways.USUAL);
        trading = Optional.of(opened);
        return opened;
    }

    private static PegRule known() {
        return new PegRule(PegRule.Source.POOL, List.of(at(floor.cash), at(tether)));
    }

    private static Execution.Ended buy(Trading by) {
        return by.execute(by.planBuy(pair, "100"));
    }

    private static void assertRefused(Trading by, String why) {
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, buy(by));
        assertEquals(Outcome.REFUSED, failed.outcome());
        assertTrue(by.heard.stream().anyMatch(said -> said.contains(why)), by.heard.toString());
    }

    @Test
    void a_pool_against_a_known_dollar_is_found_and_tells_what_the_reserve_is_worth() {
        Trading found = open(known());
        assertEquals(1, found.market.now().reserveUsd().orElseThrow().doubleValue(), 1e-9);
        assertInstanceOf(Execution.Filled.class, buy(found), found.heard::toString);
    }

    @Test
    void it_is_not_traded_through() {
        assertFalse(open(known()).market.tokens().contains(at(tether)));
    }

    @Test
    void where_it_says_that_the_reserve_fell_nothing_is_bought() {
        Trading found = open(known());
        floor.dex.swapV3(floor.cash, tether, 500, Floor.units(20_000, 18));
        assertRefused(found, "RESERVE_OFF_PEG");
    }

    @Test
    void control_where_no_dollar_is_known_nothing_is_bought_and_it_is_said_what_to_add() {
        Trading silent = open(NOTHING_KNOWN);
        assertEquals(Optional.empty(), silent.market.now().reserveUsd());
        assertRefused(silent, "\"dollars\" of the chain");
    }

    @Test
    void where_a_person_takes_it_for_a_dollar_it_is_one() {
        Trading trusting = open(new PegRule(PegRule.Source.ASSUME, List.of()));
        assertEquals(Optional.of(BigDecimal.ONE), trusting.market.now().reserveUsd());
        assertInstanceOf(Execution.Filled.class, buy(trusting), trusting.heard::toString);
    }
}
