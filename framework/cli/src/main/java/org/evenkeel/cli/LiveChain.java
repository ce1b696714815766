package org.evenkeel.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.NativeCoin;
import org.evenkeel.onchain.config.WalletPolicy;
import org.evenkeel.onchain.exec.DayFigures;
import org.evenkeel.onchain.exec.SwapExecution;
import org.evenkeel.onchain.exec.TradePlanner;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.OnchainPricing;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.risk.AllowLists;
import org.evenkeel.onchain.risk.RiskGate;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.Ledger;

/** One chain of a run: its node, the pools of the strategy's pairs, and the account there. */
final class LiveChain implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final ChainProfile profile;
    private final ChainClient client;
    private final ChainMarket market;
    private final Address wallet;
    private final TokenVerdicts verdicts;
    private Optional<PolicySigner> signer = Optional.empty();
    private Optional<TxManager> transactions = Optional.empty();

    private LiveChain(ChainProfile profile, ChainClient client, ChainMarket market, Address wallet) {
        this.profile = profile;
        this.client = client;
        this.market = market;
        this.wallet = wallet;
        this.verdicts = new TokenVerdicts(wallet);
    }

    /**
     * Finds the strategy's pools. Nothing can be sent yet.
     *
     * @throws org.evenkeel.onchain.market.MarketException when a pair cannot be traded there
     */
    static LiveChain open(ChainProfile profile, ChainClient client, TradingUniverse universe, Address wallet) {
        return new LiveChain(profile, client, ChainMarket.open(client, Place.of(profile), universe), wallet);
    }

    /**
     * Lets it send.
     *
     * @param key signs, within what trading takes
     * @param files where the wallet's records are
     * @param universe what is traded, on this chain and others
     * @throws StateConflict when there is no coin to pay gas with
     */
    LiveChain sending(Signer key, WalletFiles files, TradingUniverse universe, InstantSource clock) {
        requireGas();
        PolicySigner own =
                PolicySigner.of(key, WalletPolicy.of(profile, tokens(universe)), files.signed(wallet, chain()), clock);
        signer = Optional.of(own);
        transactions = Optional.of(TxManager.open(
                client, own, files.journal(wallet, chain()), profile.rules().transactions()));
        return this;
    }

    /** What is kept for exits is the least: with less, no position could be left. */
    private void requireGas() {
        BigInteger coins = client.balance(client.head(), wallet);
        BigInteger least = profile.rules().transactions().keptForExits();
        if (coins.compareTo(least) <= 0) {
            throw new StateConflict(
                    "The wallet " + wallet + " has " + coins(coins) + " on " + chain() + " to pay gas with, and "
                            + coins(least) + " of it are kept for exits (kept_for_exits): send it more.");
        }
    }

    private String coins(BigInteger wei) {
        return new BigDecimal(wei, NativeCoin.DECIMALS).stripTrailingZeros().toPlainString() + " "
                + profile.coin().symbol();
    }

    /** A token that routes only pass through is known by its address alone. */
    private WalletPolicy.Tokens tokens(TradingUniverse universe) {
        Set<Token> traded = universe.pairs().stream()
                .filter(pair -> pair.chain().equals(chain()))
                .flatMap(pair -> Stream.of(pair.base(), pair.quote()))
                .collect(Collectors.toCollection(HashSet::new));
        market.tokens()
                .forEach(address -> traded.add(new Token(chain(), address.hex(), address.hex(), NativeCoin.DECIMALS)));
        Set<Token> elsewhere = universe.reserves().values().stream()
                .filter(reserve -> !reserve.chain().equals(chain()))
                .collect(Collectors.toSet());
        return new WalletPolicy.Tokens(universe.reserve(chain()), traded, elsewhere);
    }

    Chain chain() {
        return profile.chain();
    }

    ChainProfile profile() {
        return profile;
    }

    ChainClient client() {
        return client;
    }

    ChainMarket market() {
        return market;
    }

    Address wallet() {
        return wallet;
    }

    /** What sends, where anything may be sent. */
    TxManager transactions() {
        return transactions.orElseThrow();
    }

    OnchainPricing.Desk pricing() {
        return new OnchainPricing.Desk(market, verdicts);
    }

    /** Says what would be done for a trade of these books. */
    TradePlanner planner(Ledger ledger, InstantSource clock) {
        AllowLists allowed = new AllowLists(market.tokens(), Set.copyOf(profile.routerAddresses()), Optional.empty());
        TradePlanner.Rules rules = new TradePlanner.Rules(
                new RiskGate(profile.rules().limits().with(allowed)),
                verdicts,
                new DayFigures(ledger, chain()),
                TradePlanner.PegSource.POOLS,
                DEADLINE);
        return new TradePlanner(market, wallet, rules, clock);
    }

    SwapExecution.Desk desk(Ledger ledger, LiveTime time) {
        return new SwapExecution.Desk(market, planner(ledger, time.clock()), verdicts, transactions(), time.waiting());
    }

    @Override
    public void close() {
        transactions.ifPresent(TxManager::close);
        signer.ifPresent(PolicySigner::close);
        client.close();
    }
}
