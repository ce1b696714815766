package org.evenkeel.onchain.collect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.Interval;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.logs.LogPage;
import org.evenkeel.onchain.logs.LogReader;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;

/** What the quote tokens of some pools are worth, as of each log. */
final class DollarPrices {
    private static final int FIRST_BLOCKS = 16;
    private static final int MOST_BLOCKS = 1 << 14;

    private final ChainClient client;
    private final LogReader reader;
    private final Interval interval;
    private final Map<Token, CollectedPool> pools = new HashMap<>();
    private final Map<Token, DollarPrice> prices = new HashMap<>();

    DollarPrices(ChainPlan plan, List<CollectedPool> wanted, LogReader reader, Interval interval) {
        this.client = plan.client();
        this.reader = reader;
        this.interval = interval;
        for (CollectedPool pool : wanted) {
            Token quote = pool.pair().quote();
            if (!pool.isInDollars()) {
                plan.findDollarPool(quote).ifPresent(dollars -> {
                    pools.put(quote, dollars);
                    prices.put(quote, DollarPrice.in(dollars, interval));
                });
            }
        }
    }

    /** The pools that say so. */
    Set<CollectedPool> pools() {
        return Set.copyOf(pools.values());
    }

    /** What the pool's quote token is worth; empty where it is a dollar. */
    Optional<DollarPrice> of(CollectedPool pool) {
        if (pool.isInDollars()) {
            return Optional.empty();
        }
        return Optional.of(prices.computeIfAbsent(pool.pair().quote(), unknown -> DollarPrice.unknown(interval)));
    }

    /** The next log, of whatever pool. */
    void read(LogEntry log, long open) {
        pools.forEach((token, pool) -> {
            if (pool.address().equals(log.contract())) {
                price(token).read(log, open);
            }
        });
    }

    private DollarPrice price(Token token) {
        return Objects.requireNonNull(prices.get(token));
    }

    /** Looks for the last swap up to a block in each pool, as far back as its price would still count. */
    void lookBack(Cursor from) {
        pools.forEach((token, pool) -> lookBack(pool, price(token), from));
    }

    private void lookBack(CollectedPool pool, DollarPrice price, Cursor from) {
        long oldest = from.time() - DollarPrice.mostAge(interval) - interval.millis();
        LogFilter filter = new LogFilter(Set.of(pool.address()), PoolTape.events(pool));
        int blocks = FIRST_BLOCKS;
        long to = from.block();
        while (to >= 0) {
            BlockRef last = client.logs().block(to);
            if (FinalBlocks.millis(last) < oldest) {
                return;
            }
            long first = Math.max(0, to - blocks + 1);
            if (readAll(filter, first, to, price)) {
                return;
            }
            to = first - 1;
            blocks = Math.min(MOST_BLOCKS, 2 * blocks);
        }
    }

    /** Whether there was a swap among them. */
    private boolean readAll(LogFilter filter, long first, long last, DollarPrice price) {
        long tradedIn = -1;
        for (long at = first; at <= last; ) {
            LogPage page = reader.next(filter, at, last);
            for (LogEntry log : page.logs()) {
                // When that was is asked for the last of them only.
                tradedIn = price.read(log, 0) ? log.blockNumber() : tradedIn;
            }
            at = page.end().number() + 1;
        }
        if (tradedIn >= 0) {
            price.dated(interval.floor(FinalBlocks.millis(client.logs().block(tradedIn))));
        }
        return tradedIn >= 0;
    }
}
