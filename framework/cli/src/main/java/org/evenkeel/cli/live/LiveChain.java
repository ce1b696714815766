package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.cli.chain.OwnRecords;
import org.evenkeel.cli.chain.SafeHolding;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.terminal.Held;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.cli.wallet.Finding;
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
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.safe.SafeSpeaker;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.Holder;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.Ledger;

/** One chain of a run: its node, the pools of the strategy's pairs, and the account there. */
final class LiveChain implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final ChainProfile profile;
    private final ChainClient client;
    private final ChainMarket market;
    private final Address holder;
    private final TokenVerdicts verdicts;
    private final Held held = new Held();
    private Optional<Account> account = Optional.empty();
    private Optional<WalletObstacles> obstacles = Optional.empty();
    private Holder trading;
    private List<String> notices = List.of();

    private LiveChain(ChainProfile profile, ChainClient client, ChainMarket market, Optional<Address> holder) {
        this.profile = profile;
        this.client = held.keep(client);
        this.market = market;
        this.holder = holder.orElse(Address.ZERO);
        this.trading = Holder.of(this.holder);
        this.verdicts = holder.map(TokenVerdicts::new).orElseGet(TokenVerdicts::trusting);
        market.silent()
                .forEach(token -> verdicts.freeze(token, "Its contract does not answer as the token that it was."));
    }

    /**
     * Finds the strategy's pools. Nothing can be sent yet.
     *
     * @param client is closed with the chain, and where it cannot be opened
     * @param holder who holds the money; where nobody does, tokens are not tried
     * @throws org.evenkeel.onchain.market.MarketException when a pair cannot be traded there
     */
    static LiveChain open(
            ChainProfile profile, ChainClient client, LiveChains.Traded traded, Optional<Address> holder) {
        boolean opened = false;
        try {
            ChainMarket market = ChainMarket.open(client, Place.of(profile), traded.universe(), traded.known());
            opened = true;
            return new LiveChain(profile, client, market, holder);
        } finally {
            if (!opened) {
                client.close();
            }
        }
    }

    /**
     * Lets it send.
     *
     * @param sending signs, within what trading takes, for itself or for a Safe
     * @param universe what is traded, on this chain and others
     * @throws StateConflict when there is no coin to pay gas with, or another process sends from the wallet
     */
    void send(LiveJob.Sending sending, TradingUniverse universe, InstantSource clock) {
        Address key = sending.key().address();
        requireGas(key);
        WalletFiles files = sending.files();
        SigningPolicy own = WalletPolicy.of(profile, tokens(universe));
        Optional<SafeAccess> access = sending.safe().map(safe -> safe.on(chain()));
        SigningPolicy policy = access.map(way -> WalletPolicy.through(way, own)).orElse(own);
        PolicySigner signer = held.keep(OwnRecords.of(
                key, chain(), () -> PolicySigner.of(sending.key(), policy, files.signed(key, chain()), clock)));
        TxManager transactions = held.keep(OwnRecords.of(
                key,
                chain(),
                () -> TxManager.open(
                        client,
                        signer,
                        files.journal(key, chain()),
                        profile.rules().transactions())));
        List<String> found = new ArrayList<>(transactions.notices());
        Account speaks = transactions;
        if (access.isPresent()) {
            Path record = files.safe(key, chain(), access.get().safe());
            SafeSpeaker through = held.keep(access.get().open(client, transactions, record));
            found.addAll(through.notices());
            speaks = through;
        }
        account = Optional.of(speaks);
        trading = speaks;
        notices = List.copyOf(found);
        obstacles = Optional.of(new WalletObstacles(files, key, sending.safe()));
        remember(files, key);
    }

    /**
     * Looks whether anything else sends in the account's name. Where it does, nothing more is signed, and what was found is
     * told as the doctor tells it.
     */
    List<Finding> disturbances() {
        Optional<String> others = account.flatMap(Account::lookForOthers);
        if (others.isEmpty()) {
            return List.of();
        }
        List<Finding> found = obstacles.orElseThrow().on(this);
        return found.isEmpty() ? List.of(Finding.problem(chain().name(), others.get(), "ask the doctor")) : found;
    }

    /**
     * Lets it know what was learned of tokens before.
     *
     * @throws org.evenkeel.market.DataException when the record of that cannot be read
     */
    void remember(WalletFiles files, Address key) {
        verdicts.keepIn(files.journal(key, chain()));
    }

    /** Lets it say what a key would do for a Safe, and what keeps it from that. */
    void look(Address key, SafeHolding safe) {
        SafeAccess access = safe.on(chain());
        trading = access.holder(client, key);
        notices = access.obstacle(client, client.head(), key).stream().toList();
    }

    private void requireGas(Address key) {
        lackOfGas(key).ifPresent(lack -> {
            throw new StateConflict(lack);
        });
    }

    /**
     * Why an account cannot pay for trades, where that is so. What is kept for exits is the least: with less, no position
     * could be left.
     */
    Optional<String> lackOfGas(Address key) {
        BigInteger coins = client.balance(client.head(), key);
        BigInteger least = profile.rules().transactions().keptForExits();
        return coins.compareTo(least) > 0
                ? Optional.empty()
                : Optional.of("The wallet " + key + " has " + coins(coins) + " on " + chain() + " to pay gas with, and "
                        + coins(least) + " of it are kept for exits (kept_for_exits): send it more.");
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

    /** Who holds the money. */
    Address holder() {
        return holder;
    }

    /** What a person should know of the wallet's records, or of who else can move the money. */
    List<String> notices() {
        return notices;
    }

    /** In whose name is sent, where anything may be sent. */
    Account account() {
        return account.orElseThrow();
    }

    /** What is known of its tokens. */
    TokenVerdicts verdicts() {
        return verdicts;
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
        return new TradePlanner(market, trading, rules, clock);
    }

    SwapExecution.Desk desk(Ledger ledger, InstantSource clock, Waits waits) {
        return new SwapExecution.Desk(
                market,
                planner(ledger, clock),
                verdicts,
                account(),
                () -> waits.on(chain()),
                () -> waits.brieflyOn(chain()));
    }

    @Override
    public void close() {
        held.close();
    }
}
