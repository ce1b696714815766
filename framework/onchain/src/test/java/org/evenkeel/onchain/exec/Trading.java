package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainRules;
import org.evenkeel.onchain.config.NativeCoin;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.config.TradingVenues;
import org.evenkeel.onchain.config.WalletPolicy;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.risk.AllowLists;
import org.evenkeel.onchain.risk.RiskGate;
import org.evenkeel.onchain.risk.RiskLimits;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.safe.SafeSpeaker;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.Looks;
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

/** A wallet with all that it trades by on one chain; what it hears it keeps. */
final class Trading implements AutoCloseable, TradeListener {
    static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    static final Address WALLET = KEY.address();

    final Stage stage;
    private final Ways ways;
    final ChainClient client;
    final ChainMarket market;
    final TxManager transactions;
    private final Optional<PolicySigner> signer;
    private final Optional<SafeSpeaker> safe;
    final TradePlanner planner;
    final Account account;
    final TokenVerdicts verdicts;
    final SwapExecution execution;
    final Ledger ledger = new Ledger();
    final List<String> heard = new ArrayList<>();
    int patience = 300;
    private long trades;

    /** What is traded, where, and what time it is. */
    record Stage(Place place, TradingUniverse universe, InstantSource clock) {
        Token reserve() {
            return universe.reserve(universe.homeChain());
        }
    }

    /** How a test differs from what is usual. */
    record Ways(
            UnaryOperator<RiskLimits> limits,
            TxSettings settings,
            TradePlanner.PegSource peg,
            Optional<Speaker> speaker,
            Signer key) {
        static final Ways USUAL =
                new Ways(limits -> limits, TxSettings.DEFAULTS, TradePlanner.PegSource.POOLS, Optional.empty(), KEY);

        Ways with(UnaryOperator<RiskLimits> changed) {
            return new Ways(changed, settings, peg, speaker, key);
        }

        Ways with(TxSettings changed) {
            return new Ways(limits, changed, peg, speaker, key);
        }

        Ways withPeg(TradePlanner.PegSource changed) {
            return new Ways(limits, settings, changed, speaker, key);
        }

        Ways with(Speaker changed) {
            return new Ways(limits, settings, peg, Optional.of(changed), key);
        }

        Ways with(Signer changed) {
            return new Ways(limits, settings, peg, speaker, changed);
        }
    }

    /** A key that speaks for a Safe, and what it signs. */
    record Speaker(SafeAccess access, SigningPolicy policy) {
        /** What a wallet that trades all pairs of a floor signs, through a Safe. */
        static Speaker on(Floor floor, SafeAccess access) {
            Place place = floor.place();
            ChainProfile profile = new ChainProfile(
                    floor.chain,
                    new NativeCoin("ETH", at(floor.coins)),
                    new TradingVenues(place.exchanges(), place.routers(), place.routingPools()),
                    PegRule.POOLS,
                    Optional.empty(),
                    ChainRules.DEFAULTS);
            Set<Token> traded = floor.pairs.stream().map(TradingPair::base).collect(Collectors.toSet());
            return new Speaker(
                    access,
                    WalletPolicy.through(
                            access,
                            WalletPolicy.of(profile, new WalletPolicy.Tokens(floor.reserve, traded, Set.of()))));
        }
    }

    Trading(Stage stage, ChainClient client, Path folder, Ways ways) {
        this.stage = stage;
        this.ways = ways;
        this.client = client;
        market = ChainMarket.open(client, stage.place, stage.universe);
        signer = ways.speaker.map(
                speaker -> PolicySigner.of(ways.key, speaker.policy, folder.resolve("signed"), stage.clock));
        transactions =
                TxManager.open(client, signer.<Signer>map(policy -> policy).orElse(ways.key), folder, ways.settings);
        safe = ways.speaker.map(speaker -> speaker.access.open(client, transactions, folder.resolve("safe")));
        account = safe.<Account>map(opened -> opened).orElse(transactions);
        verdicts = new TokenVerdicts(account.address());
        verdicts.keepIn(folder);
        open(ledger);
        planner = new TradePlanner(market, account, rules(verdicts), stage.clock);
        execution = executionOf("Test@2026");
    }

    /** By these verdicts of tokens. */
    TradePlanner.Rules rules(TokenVerdicts judging) {
        RiskLimits limits = ways.limits.apply(RiskLimits.of(new AllowLists(
                market.tokens(),
                Set.copyOf(market.place().routers().stream()
                        .map(RouterContract::address)
                        .toList()),
                Optional.empty())));
        return new TradePlanner.Rules(
                new RiskGate(limits), judging, new DayFigures(ledger, market.chain()), ways.peg, Duration.ofMinutes(5));
    }

    /** That of a run with this name. */
    SwapExecution executionOf(String run) {
        return new SwapExecution(
                run,
                List.of(new SwapExecution.Desk(market, planner, verdicts, account, this::waiting)),
                this,
                stage.clock);
    }

    private void open(Ledger opened) {
        RunInfo.Market traded = new RunInfo.Market(stage.universe.pairs(), stage.universe.reserves());
        opened.apply(new Event.LedgerOpened(
                Instant.EPOCH,
                new RunInfo("Test", "test", new LinkedHashMap<>(), new RunInfo.Data("d", "d", "f", true), traded)));
        opened.apply(
                new Event.CashFlowed(Instant.EPOCH, Ledger.MAIN_BOOK, stage.reserve(), BigDecimal.valueOf(1_000_000)));
    }

    Waiting waiting() {
        return Looks.of(patience);
    }

    PlannedTrade planBuy(TradingPair pair, String spend) {
        return plan(TradeIntent.buy(pair, new Size.Spend(new BigDecimal(spend)), TradeReason.REBALANCE));
    }

    PlannedTrade planSale(TradingPair pair, BigDecimal quantity, TradeReason reason) {
        return plan(TradeIntent.sell(pair, new Size.Sell(quantity), reason));
    }

    private PlannedTrade plan(TradeIntent intent) {
        return new PlannedTrade(++trades, Ledger.MAIN_BOOK, 0, stage.reserve(), intent);
    }

    Execution.Ended execute(PlannedTrade trade) {
        return execution.execute(new Execution.Order(trade, stage.clock.instant(), OptionalDouble.empty()));
    }

    /** Executed, and on record as planned then. */
    Execution.Ended booked(PlannedTrade trade, Instant planned) {
        ledger.apply(new Event.TradePlanned(planned, trade));
        Execution.Ended ended = execute(trade);
        ledger.apply(
                switch (ended) {
                    case Execution.Filled filled -> new Event.TradeFilled(filled.at(), trade.id(), filled.fill());
                    case Execution.Failed failed ->
                        new Event.TradeFailed(failed.at(), trade.id(), failed.outcome(), failed.gas(), failed.trail());
                    case Execution.Unknown unknown -> new Event.TradeUnknown(unknown.at(), trade.id());
                });
        return ended;
    }

    Execution.Ended settle(PlannedTrade trade) {
        return execution
                .settle(List.of(Trade.planned(trade, Instant.EPOCH)), Instant.EPOCH)
                .getFirst();
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
        safe.ifPresent(SafeSpeaker::close);
        transactions.close();
        signer.ifPresent(PolicySigner::close);
        client.close();
    }
}
