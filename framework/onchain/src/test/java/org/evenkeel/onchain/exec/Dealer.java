package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.risk.AllowLists;
import org.evenkeel.onchain.risk.RiskGate;
import org.evenkeel.onchain.risk.RiskLimits;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.onchain.tx.Waiting;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** A wallet on a floor with all that it trades by; what it is told to trade it trades at once. */
final class Dealer implements AutoCloseable, TradeListener {
    static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    static final Address WALLET = KEY.address();

    final Floor floor;
    final ChainClient client;
    final ChainMarket market;
    final TxManager transactions;
    final TradePlanner planner;
    final TokenVerdicts verdicts = new TokenVerdicts(WALLET);
    final SwapExecution execution;
    final Ledger ledger = new Ledger();
    final List<String> heard = new ArrayList<>();
    int patience = 300;
    private long trades;

    /** How a test differs from what is usual. */
    record Ways(UnaryOperator<RiskLimits> limits, TxSettings settings, TradePlanner.PegSource peg) {
        static final Ways USUAL = new Ways(limits -> limits, TxSettings.DEFAULTS, TradePlanner.PegSource.POOLS);

        Ways with(UnaryOperator<RiskLimits> changed) {
            return new Ways(changed, settings, peg);
        }

        Ways with(TxSettings changed) {
            return new Ways(limits, changed, peg);
        }
    }

    Dealer(Floor floor, Path folder, Ways ways) {
        this(floor, Clients.client(floor.localChain, floor.localChain.url().toString()), folder, ways);
    }

    Dealer(Floor floor, ChainClient client, Path folder, Ways ways) {
        this.floor = floor;
        this.client = client;
        market = ChainMarket.open(client, floor.place(), floor.universe());
        transactions = TxManager.open(client, KEY, folder, ways.settings);
        RiskLimits limits = ways.limits.apply(RiskLimits.of(new AllowLists(
                market.tokens(),
                Set.copyOf(market.place().routers().stream()
                        .map(RouterContract::address)
                        .toList()),
                Optional.empty())));
        open(ledger);
        planner = new TradePlanner(
                market,
                WALLET,
                new TradePlanner.Rules(
                        new RiskGate(limits),
                        verdicts,
                        new DayFigures(ledger, floor.chain),
                        ways.peg,
                        Duration.ofMinutes(5)),
                this::now);
        execution = new SwapExecution(
                "Test@2026",
                List.of(new SwapExecution.Desk(market, planner, verdicts, transactions, this::waiting)),
                this,
                this::now);
    }

    private void open(Ledger opened) {
        RunInfo.Market traded = new RunInfo.Market(floor.pairs, floor.universe().reserves());
        opened.apply(new Event.LedgerOpened(
                Instant.EPOCH,
                new RunInfo("Test", "test", new LinkedHashMap<>(), new RunInfo.Data("d", "d", "f", true), traded)));
        opened.apply(
                new Event.CashFlowed(Instant.EPOCH, Ledger.MAIN_BOOK, floor.reserve, BigDecimal.valueOf(1_000_000)));
    }

    /** Coins for gas and so much of the reserve. */
    static void fund(Floor floor, long cash) {
        floor.localChain.ask("anvil_setBalance", WALLET.hex(), "0x8ac7230489e80000");
        floor.localChain.ask("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
        floor.cash.send("mint(address,uint256)", WALLET.hex(), floor.whole(cash));
    }

    Instant now() {
        return Clients.now(floor.localChain);
    }

    private Waiting waiting() {
        int[] looks = {patience};
        return soFar -> looks[0]-- > 0;
    }

    PlannedTrade planBuy(TradingPair pair, String spend) {
        return plan(TradeIntent.buy(pair, new Size.Spend(new BigDecimal(spend)), TradeReason.REBALANCE));
    }

    PlannedTrade planSale(TradingPair pair, BigDecimal quantity, TradeReason reason) {
        return plan(TradeIntent.sell(pair, new Size.Sell(quantity), reason));
    }

    private PlannedTrade plan(TradeIntent intent) {
        return new PlannedTrade(++trades, Ledger.MAIN_BOOK, 0, floor.reserve, intent);
    }

    Execution.Order order(PlannedTrade trade) {
        return new Execution.Order(trade, now(), OptionalDouble.empty());
    }

    Execution.Ended buy(TradingPair pair, String spend) {
        return execution.execute(order(planBuy(pair, spend)));
    }

    Execution.Ended sell(TradingPair pair, BigDecimal quantity) {
        return execution.execute(order(planSale(pair, quantity, TradeReason.REBALANCE)));
    }

    Execution.Ended settle(PlannedTrade trade) {
        return execution.settle(List.of(Trade.planned(trade, now())), now()).getFirst();
    }

    BigInteger cash() {
        return floor.balance(floor.cash, WALLET);
    }

    BigInteger held(TradingPair pair) {
        return floor.balance(floor.contract(pair), WALLET);
    }

    BigInteger allowed(org.evenkeel.testkit.chain.TestContract token) {
        return Map.of("router", floor.dex.router(), "v2", floor.dex.routerV2()).values().stream()
                .map(router -> token.number("allowance(address,address)", WALLET.hex(), router))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public void planned(PlannedTrade trade, SwapPlan.Ready plan) {
        heard.add("planned " + trade.id());
    }

    @Override
    public void refused(PlannedTrade trade, List<String> reasons) {
        heard.addAll(reasons);
    }

    @Override
    public void noted(PlannedTrade trade, String what) {
        heard.add(what);
    }

    @Override
    public void close() {
        transactions.close();
        client.close();
    }
}
