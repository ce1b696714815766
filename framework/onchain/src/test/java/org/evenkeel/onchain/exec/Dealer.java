package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PairHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.OnchainPricing;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.testkit.chain.TestContract;

/** A wallet on a floor; what it is told to trade it trades at once. */
final class Dealer implements AutoCloseable {
    static final Address WALLET = Trading.WALLET;
    private static final Instant CANDLE = Instant.parse("2026-01-05T00:00:00Z");

    final Floor floor;
    final Trading trading;
    final ChainMarket market;
    final TxManager transactions;
    final TradePlanner planner;
    final TokenVerdicts verdicts;
    final SwapExecution execution;
    final Ledger ledger;
    final List<String> heard;
    private final Path folder;
    private final Trading.Ways ways;

    Dealer(Floor floor, Path folder, Trading.Ways ways) {
        this(floor, client(floor), folder, ways);
    }

    Dealer(Floor floor, ChainClient client, Path folder, Trading.Ways ways) {
        this.floor = floor;
        this.folder = folder;
        this.ways = ways;
        trading = new Trading(floor.stage(), client, folder, ways);
        market = trading.market;
        transactions = trading.transactions;
        planner = trading.planner;
        verdicts = trading.verdicts;
        execution = trading.execution;
        ledger = trading.ledger;
        heard = trading.heard;
    }

    /** Coins for gas and so much of the reserve. */
    static void fund(Floor floor, long cash) {
        floor.localChain.ask("anvil_setBalance", WALLET.hex(), "0x8ac7230489e80000");
        floor.localChain.ask("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
        floor.cash.send("mint(address,uint256)", WALLET.hex(), floor.whole(cash));
    }

    private static ChainClient client(Floor floor) {
        return Clients.client(floor.localChain, floor.localChain.url().toString());
    }

    /** As the next process would be. */
    Dealer restarted() {
        return restarted(ways);
    }

    /** The same, by other settings. */
    Dealer restarted(Trading.Ways changed) {
        close();
        return new Dealer(floor, client(floor), folder, changed);
    }

    /** The same, through another client. */
    Dealer restarted(ChainClient client) {
        close();
        return new Dealer(floor, client, folder, ways);
    }

    ChainClient client() {
        return trading.client;
    }

    Instant now() {
        return Clients.now(floor.localChain);
    }

    PlannedTrade planBuy(TradingPair pair, String spend) {
        return trading.planBuy(pair, spend);
    }

    PlannedTrade planSale(TradingPair pair, BigDecimal quantity, TradeReason reason) {
        return trading.planSale(pair, quantity, reason);
    }

    Execution.Order order(PlannedTrade trade) {
        return new Execution.Order(trade, now(), OptionalDouble.empty());
    }

    Execution.Ended buy(TradingPair pair, String spend) {
        return trading.execute(planBuy(pair, spend));
    }

    Execution.Ended sell(TradingPair pair, BigDecimal quantity) {
        return trading.execute(planSale(pair, quantity, TradeReason.REBALANCE));
    }

    Execution.Ended settle(PlannedTrade trade) {
        return trading.settle(trade);
    }

    /** Makes sure that a trade is filled. */
    Fill filled(Execution.Ended ended) {
        return assertInstanceOf(Execution.Filled.class, ended, () -> ended + " " + heard)
                .fill();
    }

    /** Makes a trade and books it, as the first that its position is made of. */
    Trade booked(PlannedTrade trade) {
        Execution.Ended ended = execution.execute(order(trade));
        return Trade.planned(trade, Instant.EPOCH)
                .advanced(
                        TradeStatus.FILLED,
                        Optional.of(new Trade.Filled(ended.at(), filled(ended), 1, BigDecimal.ZERO)));
    }

    boolean hasHeard(String what) {
        return heard.stream().anyMatch(said -> said.contains(what));
    }

    /** What a strategy is quoted right after the last candle of every pair has closed. */
    Quotes quotes() {
        return quotes(Duration.ZERO);
    }

    /** The same, so long after that. */
    Quotes quotes(Duration later) {
        Map<TradingPair, PairHistory> histories = new LinkedHashMap<>();
        for (TradingPair pair : floor.universe().pairs()) {
            Candles candles = new Candles(
                    Interval.HOURLY, new long[] {CANDLE.toEpochMilli()}, Candles.Prices.ofCloses(new double[] {1}));
            histories.put(pair, new PairHistory(pair, candles));
        }
        return new OnchainPricing(Stream.of(new OnchainPricing.Desk(market, verdicts)), Duration.ofHours(2))
                .quotes(new MarketHistory(floor.universe(), histories)
                        .asOf(CANDLE.plus(Duration.ofHours(1)).plus(later)));
    }

    BigInteger cash() {
        return floor.balance(floor.cash, trading.account.address());
    }

    BigInteger held(TradingPair pair) {
        return floor.balance(floor.contract(pair), trading.account.address());
    }

    /** What the routers may take. */
    BigInteger allowed(TestContract token) {
        return Stream.of(floor.dex.router(), floor.dex.routerV2())
                .map(router -> token.number(
                        "allowance(address,address)", trading.account.address().hex(), router))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public void close() {
        trading.close();
    }
}
