package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainSettings;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.Venue;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ends a trade before and after requests. All that a killed process leaves is what is on the disk and in the chain: points
 * between which neither changes are one to whoever comes after, and of each such stretch the first and the last are tried.
 * Whatever comes of it, the next process finds one swap or none, and books what the wallet has.
 */
final class KilledTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String SPEND = "1234.567891";

    private static Floor floor;
    private static TradingPair pair;

    @TempDir
    private Path folder;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        pair = floor.pairV2("TOK");
    }

    @BeforeEach
    void fund() {
        Dealer.fund(floor, 100_000);
    }

    private static ChainClient client() {
        return Clients.client(CHAIN, CHAIN.url().toString());
    }

    private static boolean ends(Failpoints points, Path journal) {
        return Failpoints.ends(() -> {
            try (ChainClient client = client();
                    Trading trading = new Trading(
                            floor.stage(), points.around(ChainClient.class, client), journal, Trading.Ways.USUAL)) {
                trading.execute(trading.planBuy(pair, SPEND));
            }
        });
    }

    /** What the next process makes of it, which is what the wallet has. */
    private static Execution.Ended settled(Path journal, String point) {
        try (Dealer dealer = new Dealer(floor, journal, Trading.Ways.USUAL)) {
            PlannedTrade trade = dealer.planBuy(pair, SPEND);
            Execution.Ended ended = dealer.settle(trade);
            BigInteger spent = floor.whole(100_000).subtract(dealer.cash());
            if (ended instanceof Execution.Filled filled) {
                assertEquals(Units.of(filled.fill().quantity(), pair.base()), dealer.held(pair), point);
                assertEquals(Units.of(filled.fill().value(), floor.reserve), spent, point);
                assertEquals(ended, dealer.trading.execute(trade), point);
            } else {
                assertEquals(Outcome.NOT_SENT, ((Execution.Failed) ended).outcome(), point);
                assertEquals(BigInteger.ZERO, dealer.held(pair), point);
                assertEquals(BigInteger.ZERO, spent, point);
            }
            assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash), point);
            return ended;
        }
    }

    /** What is left at each point, in order, by a trade that is made to its end. */
    private static List<String> left(Path journal) {
        List<String> left = new ArrayList<>();
        String snapshot = CHAIN.ask("evm_snapshot").stringValue();
        assertFalse(
                ends(Failpoints.observing(() -> left.add(onDisk(journal) + CHAIN.ask("eth_blockNumber"))), journal));
        CHAIN.ask("evm_revert", snapshot);
        return left;
    }

    private static String onDisk(Path journal) {
        Path file = journal.resolve(TxManager.JOURNAL);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first and the last point, from 1, of each stretch that leaves the same. */
    private static List<Integer> edges(List<String> left) {
        return IntStream.rangeClosed(1, left.size())
                .filter(point -> point == 1
                        || point == left.size()
                        || !left.get(point - 1).equals(left.get(point - 2))
                        || !left.get(point - 1).equals(left.get(point)))
                .boxed()
                .toList();
    }

    @Test
    void a_trade_that_ends_anywhere_is_made_once_or_not_at_all_and_booked_to_the_wei() {
        List<String> left = left(folder.resolve("whole"));
        List<Integer> edges = edges(left);
        int filled = 0;
        int ended = 0;
        for (int point : edges) {
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            Path journal = folder.resolve("journal-" + point);
            Failpoints points = Failpoints.endingAt(point);
            ended += ends(points, journal) ? 1 : 0;
            String where = "ended at " + point + ": " + points.reached().getLast();
            filled += settled(journal, where) instanceof Execution.Filled ? 1 : 0;
            CHAIN.ask("evm_revert", snapshot);
        }
        // Begun; then for the allowance and for the swap each intended, signed, sent, and seen in its block.
        assertTrue(left.size() > 100 && edges.size() >= 12, edges.size() + " of " + left.size() + " points");
        // A run that finds its receipts sooner than the first one did comes to its end before the last points.
        assertTrue(ended >= edges.size() - 3, ended + " ended of " + edges);
        assertTrue(filled >= 3 && filled <= edges.size() - 6, filled + " filled of " + edges);
    }

    @Test
    void control_where_a_restart_names_the_run_anew_a_trade_is_made_twice() {
        Failpoints counted = Failpoints.counting();
        String snapshot = CHAIN.ask("evm_snapshot").stringValue();
        assertFalse(ends(counted, folder.resolve("counted")));
        CHAIN.ask("evm_revert", snapshot);
        int sent = counted.reached().lastIndexOf("after ChainClient.send") + 1;
        assertTrue(ends(Failpoints.endingAt(sent), folder.resolve("journal")));
        try (Dealer dealer = new Dealer(floor, folder.resolve("journal"), Trading.Ways.USUAL)) {
            BigInteger once = dealer.held(pair);
            PlannedTrade trade = dealer.planBuy(pair, SPEND);
            dealer.trading.executionOf("Test@2027").execute(dealer.order(trade));
            assertTrue(once.signum() > 0 && dealer.held(pair).compareTo(once.add(once.shiftRight(1))) > 0);
        }
    }

    /** What the child runs: the same trade, and nothing of the test that it could share. */
    public static void main(String[] arguments) {
        List<Address> at = List.of(arguments).subList(5, arguments.length).stream()
                .map(Address::new)
                .toList();
        Chain chain = new Chain("local", CHAIN.id());
        Instant now = Instant.ofEpochSecond(Long.parseLong(arguments[2]));
        Dex.ConstantProduct v2 = new Dex.ConstantProduct("uniswap-v2", at.get(0), at.get(1), 3000);
        Venue venue = new Venue(v2, Venue.UNISWAP_V2);
        Token reserve = new Token(chain, at.get(2).hex(), "USDC", 6);
        TradingPair traded = new TradingPair(
                1,
                new Exchange(v2.name(), FeeMode.FROM_INPUT),
                new Token(chain, at.get(3).hex(), "TOK", 18),
                reserve,
                30,
                PriceUnit.USD);
        Place place = new Place(
                List.of(venue),
                List.of(new RouterContract(at.get(1), RouterKind.V2_ROUTER, List.of(venue))),
                at.subList(5, at.size()),
                new Place.Gas(at.get(4), BigInteger.TEN.pow(9)),
                RouteLimits.DEFAULTS,
                PegRule.POOLS);
        Trading.Stage stage = new Trading.Stage(
                place,
                new MarketCatalog("local", true, Interval.HOURLY, List.of(traded))
                        .selectAll()
                        .reserve("USDC")
                        .build(),
                () -> now);
        ChainSettings settings =
                ChainSettings.of(chain, List.of(Endpoint.of(arguments[0]))).withLimits(Clients.QUICK);
        Failpoints points = Failpoints.haltingAt(arguments[3], Integer.parseInt(arguments[4]));
        ChainClient client = points.around(ChainClient.class, ChainClient.of(settings, () -> now));
        try (Trading trading = new Trading(stage, client, Path.of(arguments[1]), Trading.Ways.USUAL)) {
            trading.execute(trading.planBuy(traded, SPEND));
        }
    }

    private Process child(Path journal, String point, int time) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTest.class.getName(),
                CHAIN.url().toString(),
                journal.toString(),
                Long.toString(Clients.now(CHAIN).getEpochSecond() + 5),
                point,
                Integer.toString(time),
                floor.dex.factoryV2().address(),
                floor.dex.routerV2().address(),
                floor.cash.address(),
                floor.contract(pair).address(),
                floor.coins.address()));
        floor.place().routingPools().forEach(pool -> command.add(pool.hex()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** At each of these, the number of its time, and whether the trade is made then. */
    @ParameterizedTest
    @CsvSource({
        "before ChainClient.send, 1, false",
        "after ChainClient.send, 1, false",
        "before ChainClient.send, 2, true",
        "after ChainClient.send, 2, true",
        "after ChainTransactions.loggedReceipt, 1, true"
    })
    void a_process_that_is_killed_leaves_what_the_next_one_needs(String point, int time, boolean made)
            throws Exception {
        Path journal = folder.resolve("killed");
        assertEquals(Failpoints.HALTED, child(journal, point, time).waitFor(), point);
        assertEquals(made, settled(journal, point + ", " + time) instanceof Execution.Filled, point);
    }
}
