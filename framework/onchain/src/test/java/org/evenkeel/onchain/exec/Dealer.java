package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.testkit.chain.TestContract;

/** A wallet on a floor; what it is told to trade it trades at once. */
final class Dealer implements AutoCloseable {
    static final Address WALLET = Trading.WALLET;

    final Floor floor;
    final Trading trading;
    final ChainMarket market;
    final TxManager transactions;
    final TradePlanner planner;
    final TokenVerdicts verdicts;
    final SwapExecution execution;
    final Ledger ledger;
    final List<String> heard;

    Dealer(Floor floor, Path folder, Trading.Ways ways) {
        this(floor, Clients.client(floor.localChain, floor.localChain.url().toString()), folder, ways);
    }

    Dealer(Floor floor, ChainClient client, Path folder, Trading.Ways ways) {
        this.floor = floor;
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
