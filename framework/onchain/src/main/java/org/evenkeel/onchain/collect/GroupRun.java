package org.evenkeel.onchain.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenkeel.market.CandleSink;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.logs.BlockTimes;
import org.evenkeel.onchain.logs.LogPage;
import org.evenkeel.onchain.logs.LogReader;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;

/** Collects pools that are at one place, together: their logs come in the same answers. */
final class GroupRun {
    /** So many candles, or pages of logs, are kept at once: writing a month again for each page would be slow. */
    private static final int CANDLES_AT_ONCE = 5_000;

    private static final int PAGES_AT_ONCE = 10;

    private final ChainClient client;
    private final Interval interval;
    private final int confirmations;
    private final CandleSink sink;
    private final CursorLog cursors;
    private final FinalBlocks blocks;
    private final LogReader reader;
    private final BlockTimes times;
    private final DollarPrices dollars;
    private final List<PoolRecorder> recorders;
    private final Map<Address, PoolRecorder> byAddress = new HashMap<>();
    private final LogFilter filter;

    private final List<BlockRef> pageEnds = new ArrayList<>();
    private Cursor cursor;
    private int pages;

    /** What stays the same for all groups of a chain. */
    record Place(ChainPlan plan, Interval interval, CandleSink sink, CursorLog cursors, FinalBlocks blocks) {}

    GroupRun(Place place, List<CollectedPool> pools, Cursor cursor) {
        this.client = place.plan().client();
        this.interval = place.interval();
        this.confirmations = place.plan().confirmations();
        this.sink = place.sink();
        this.cursors = place.cursors();
        this.blocks = place.blocks();
        this.reader = new LogReader(client);
        this.times = new BlockTimes(client);
        this.dollars = new DollarPrices(place.plan(), pools, reader, interval);
        this.recorders = pools.stream()
                .map(pool -> new PoolRecorder(pool, dollars.of(pool), interval))
                .toList();
        recorders.forEach(recorder -> byAddress.put(recorder.pool().address(), recorder));
        this.filter = filter(pools, dollars.pools());
        this.cursor = cursor;
    }

    private static LogFilter filter(List<CollectedPool> pools, Set<CollectedPool> dollarPools) {
        Set<Address> contracts = new HashSet<>();
        Set<Topic> events = new HashSet<>();
        List<CollectedPool> all = new ArrayList<>(pools);
        all.addAll(dollarPools);
        for (CollectedPool pool : all) {
            contracts.add(pool.address());
            events.addAll(PoolTape.events(pool));
        }
        return new LogFilter(contracts, events);
    }

    /** Reads to the end, or until it is to end, and keeps what is over by then. */
    void run(CollectListener listener, Tally tally) {
        recorders.forEach(tally::recorded);
        long from = cursor.block();
        long last = blocks.end().number();
        if (from < last) {
            listener.expect(client.chain(), last - from);
            dollars.lookBack(cursor);
        }
        long position = from;
        boolean ended = false;
        while (position < last && !ended) {
            LogPage page = reader.next(filter, position + 1, last);
            record(page);
            long read = page.end().number() - position;
            position = page.end().number();
            listener.read(client.chain(), read, page.end().time());
            ended = listener.wantsEnd();
            if (ended || position == last || isMuch()) {
                keep(page.end(), tally);
            }
        }
    }

    private void record(LogPage page) {
        Map<Long, Long> opens = times.intervals(page.logs(), interval::floor);
        for (LogEntry log : page.logs()) {
            long open = Objects.requireNonNull(opens.get(log.blockNumber()));
            dollars.read(log, open);
            PoolRecorder recorder = byAddress.get(log.contract());
            if (recorder != null) {
                recorder.read(log, open);
            }
        }
        pageEnds.addAll(page.ends());
        pages++;
    }

    private boolean isMuch() {
        return pages >= PAGES_AT_ONCE
                || recorders.stream().mapToInt(PoolRecorder::size).sum() >= CANDLES_AT_ONCE;
    }

    /** Keeps the candles that are over, and then records how far that is. */
    private void keep(BlockRef end, Tally tally) {
        long over = blocks.over(end, interval);
        if (over <= cursor.time()) {
            return;
        }
        Cursor next = border(over, end);
        requireTheSameChain();
        List<CandleTail> tails = recorders.stream()
                .map(recorder -> recorder.takeBefore(over, cursor.time()))
                .toList();
        sink.replace(tails);
        cursors.append(recorders.stream().map(PoolRecorder::pool).toList(), next);
        tails.forEach(tail -> tally.kept(tail.pair(), tail.candles().size()));
        cursor = next;
        pages = 0;
    }

    private Cursor border(long over, BlockRef end) {
        BlockRef low = client.logs().block(cursor.block());
        return FinalBlocks.millis(low) >= over
                ? Cursor.at(low, over) // The chain begins later.
                : Cursor.at(times.lastBefore(over, low, end), over);
    }

    /** All that was read is of one chain as long as the ends of what was asked for at once are, and the cursor is. */
    private void requireTheSameChain() {
        List<BlockRef> ends =
                client.logs().blocks(pageEnds.stream().map(BlockRef::number).toList());
        for (int i = 0; i < ends.size(); i++) {
            if (!ends.get(i).hash().equals(pageEnds.get(i).hash())) {
                throw new ChainException(
                        ChainFault.STALE,
                        "Block " + ends.get(i).number() + " of " + client.chain()
                                + " became another one while logs were read, " + confirmations
                                + " blocks behind the head. What was kept before still holds: start again, with more"
                                + " confirmations if this happens often.");
            }
        }
        pageEnds.clear();
    }
}
