package org.evenkeel.cli.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.collect.ChainPlan;
import org.evenkeel.onchain.collect.CollectedPool;
import org.evenkeel.onchain.collect.PoolFinder;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.swap.Venue;

/** Finds the pools that are to be collected: those of the pairs that are there, and those that are named. */
public final class CollectPlans implements AutoCloseable {
    private static final Duration USUAL = Duration.ofDays(30);

    private final CollectOptions options;
    private final CollectFolder folder;
    private final InstantSource clock;
    private final Set<Token> before;
    private final ChainsFile known;
    private final Endpoints endpoints;
    private final Map<TradingPair, Long> lastOpens;
    private final List<ChainClient> clients = new ArrayList<>();
    private final List<TradingPair> added = new ArrayList<>();
    private final List<ChainPlan> plans = new ArrayList<>();

    /**
     * @param clock that chains' newest blocks are held against
     */
    public CollectPlans(CollectOptions options, CollectFolder folder, InstantSource clock) {
        this(options, folder, clock, Set.of());
    }

    /**
     * @param clock that chains' newest blocks are held against
     * @param before tokens that were what the data set says when somebody began to trade them: what they say of themselves
     *     by now keeps nothing from being collected
     */
    public CollectPlans(CollectOptions options, CollectFolder folder, InstantSource clock, Set<Token> before) {
        this.before = Set.copyOf(before);
        this.clock = clock;
        this.options = options;
        this.folder = folder;
        this.known = options.chains.known();
        this.endpoints = options.chains.endpoints();
        this.lastOpens = folder.lastOpens();
    }

    /** What is asked for of a chain. */
    private record Asked(
            ChainProfile profile, List<TradingPair> pairs, List<PoolOption> pools, List<PoolOption> dollars) {
        Asked(ChainProfile profile) {
            this(profile, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Asks the chains what the pools are.
     *
     * @throws UsageException when nothing is to be collected, or no node is known of a chain that is named
     */
    public void find() {
        SequencedMap<Chain, Asked> asked = new LinkedHashMap<>();
        for (TradingPair pair : folder.pairs()) {
            known.find(pair.chain())
                    .ifPresent(profile -> of(asked, profile).pairs().add(pair));
        }
        for (String text : options.pools) {
            PoolOption pool = PoolOption.parse("--pool", text, known);
            of(asked, pool.chain()).pools().add(pool);
        }
        for (String text : options.usdPools) {
            PoolOption pool = PoolOption.parse("--usd-pool", text, known);
            of(asked, pool.chain()).dollars().add(pool);
        }
        requireSomething(asked);
        asked.values().stream().filter(this::isReachable).forEach(this::find);
        if (plans.isEmpty()) {
            throw new UsageException("None of the pools of " + folder.path() + " can be read: "
                    + "set the URL of a node for one of its chains, as "
                    + Endpoints.prefix(asked.firstEntry().getKey())
                    + "_RPC_URL.");
        }
    }

    private static Asked of(SequencedMap<Chain, Asked> asked, ChainProfile profile) {
        return asked.computeIfAbsent(profile.chain(), chain -> new Asked(profile));
    }

    private void requireSomething(SequencedMap<Chain, Asked> asked) {
        if (asked.values().stream()
                .allMatch(one -> one.pairs().isEmpty() && one.pools().isEmpty())) {
            throw new UsageException(
                    folder.pairs().isEmpty()
                            ? "There is nothing to collect: " + folder.path() + " holds no data set, and no --pool is"
                                    + " named."
                            : "There is nothing to collect: none of the pairs in " + folder.path()
                                    + " is on a chain that is known, and no --pool is named.");
        }
    }

    /** Where a chain has pairs only that are there already, the others can be extended without it. */
    private boolean isReachable(Asked asked) {
        Chain chain = asked.profile().chain();
        boolean named = !asked.pools().isEmpty() || !asked.dollars().isEmpty();
        if (!named && !endpoints.has(chain)) {
            note(chain + " has no endpoint (" + Endpoints.prefix(chain) + "_RPC_URL), so what there is of its pairs ("
                    + asked.pairs().size() + ") stays as it is.");
            return false;
        }
        return true;
    }

    private static void note(String text) {
        Console.err().println("Note: " + text);
    }

    private void find(Asked asked) {
        ChainClient client = ChainOptions.client(asked.profile(), endpoints, clock);
        clients.add(client);
        BlockRef head = client.head();
        PoolFinder finder = new PoolFinder(
                client,
                asked.profile().venues().exchanges().stream().map(Venue::dex).toList(),
                Optional.of(asked.profile().coin().wrapped()));
        List<ChainPlan.Wanted> wanted = new ArrayList<>();
        for (TradingPair pair : asked.pairs()) {
            pool(finder, head, pair)
                    .ifPresentOrElse(
                            pool -> wanted.add(
                                    new ChainPlan.Wanted(pool, next(pair).orElseGet(() -> begin(client, head)))),
                            () -> note(pair + " has no pool that is known, and stays as it is."));
        }
        for (PoolOption option : asked.pools()) {
            if (wanted.stream().noneMatch(one -> one.pool().address().equals(option.address()))) {
                CollectedPool pool = finder.pool(head, option.address(), option.base(), nextId());
                added.add(pool.pair());
                wanted.add(new ChainPlan.Wanted(pool, begin(client, head)));
            }
        }
        plans.add(new ChainPlan(
                client, confirmations(asked.profile()), wanted, dollarPools(asked, finder, head, wanted)));
    }

    private Optional<CollectedPool> pool(PoolFinder finder, BlockRef head, TradingPair pair) {
        return before.contains(pair.base()) ? finder.findAgain(head, pair) : finder.find(head, pair);
    }

    private static List<CollectedPool> dollarPools(
            Asked asked, PoolFinder finder, BlockRef head, List<ChainPlan.Wanted> wanted) {
        List<CollectedPool> pools = new ArrayList<>();
        for (PoolOption option : asked.dollars()) {
            CollectedPool pool = finder.pool(head, option.address(), option.base(), 0);
            if (!pool.isInDollars()) {
                throw new UsageException("--usd-pool: the pool " + option.address() + " trades "
                        + pool.pair().symbol() + ", neither of which stands for a dollar.");
            }
            pools.add(pool);
        }
        wanted.forEach(one -> pools.add(one.pool()));
        return pools;
    }

    /** After what the data set has of a pair. */
    private Optional<Long> next(TradingPair pair) {
        return Optional.ofNullable(lastOpens.get(pair))
                .map(last -> last + folder.interval().millis());
    }

    private long begin(ChainClient client, BlockRef head) {
        String from = options.from;
        if (from == null) {
            return head.time().minus(USUAL).toEpochMilli();
        }
        Instant begin = from.matches("\\d{1,18}")
                ? client.logs().block(Long.parseLong(from)).time()
                : Dates.parse("--from", from);
        return begin.toEpochMilli();
    }

    private long nextId() {
        return Math.max(
                        folder.pairs().stream().mapToLong(TradingPair::id).max().orElse(0),
                        added.stream().mapToLong(TradingPair::id).max().orElse(0))
                + 1;
    }

    /** What is collected of each chain. */
    public List<ChainPlan> plans() {
        return List.copyOf(plans);
    }

    /** Pairs that the data set does not have yet. */
    List<TradingPair> added() {
        return List.copyOf(added);
    }

    private int confirmations(ChainProfile profile) {
        Integer said = options.confirmations;
        if (said != null && said < 0) {
            throw new UsageException("--confirmations " + said + " will not do: give 0 or more.");
        }
        return said == null ? profile.rules().transactions().confirmations() : said;
    }

    @Override
    public void close() {
        clients.forEach(ChainClient::close);
    }
}
