package org.evenkeel.onchain.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;
import org.evenkeel.onchain.rpc.LogRange;

/**
 * Reads logs page by page. A page is as large as the nodes were found to give; a few requests are under way at once, as many as
 * the client's limits let through.
 */
public final class LogReader {
    private static final int AT_ONCE = 4;
    private static final int FIRST_BLOCKS = 1_000;
    private static final int MOST_BLOCKS = 50_000;

    private final ChainClient client;
    private final PageSize size = new PageSize(FIRST_BLOCKS, MOST_BLOCKS);

    private record Blocks(long from, long to) {
        long count() {
            return to - from + 1;
        }
    }

    /** Reads through this client. */
    public LogReader(ChainClient client) {
        this.client = client;
    }

    /**
     * The next page.
     *
     * @param from the first block's height
     * @param last the height of the last block that is wanted at all
     * @return the logs of the first block up to some other, at the furthest the last
     * @throws ChainException when a node cannot give the logs of some block, not even of it alone
     */
    public LogPage next(LogFilter filter, long from, long last) {
        List<Blocks> parts = parts(from, last);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<LogRange>>> pending = parts.stream()
                    .map(part -> threads.submit(() -> read(filter, part)))
                    .toList();
            return gathered(pending, threads);
        }
    }

    private List<Blocks> parts(long from, long last) {
        if (from < 0 || last < from) {
            throw new IllegalArgumentException("There are no blocks from " + from + " to " + last + ".");
        }
        int blocks = size.blocks();
        List<Blocks> parts = new ArrayList<>();
        for (long at = from; at <= last && parts.size() < AT_ONCE; at += blocks) {
            parts.add(new Blocks(at, Math.min(last, at + blocks - 1)));
        }
        return parts;
    }

    private static LogPage gathered(List<Future<List<LogRange>>> pending, ExecutorService threads) {
        List<LogEntry> logs = new ArrayList<>();
        List<BlockRef> ends = new ArrayList<>();
        try {
            for (Future<List<LogRange>> part : pending) {
                for (LogRange range : part.get()) {
                    logs.addAll(range.logs());
                    ends.add(range.end());
                }
            }
            return new LogPage(logs, ends);
        } catch (ExecutionException failed) {
            threads.shutdownNow();
            throw unwrapped(failed);
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new ChainException(ChainFault.INTERRUPTED, "Logs were being read, and this thread was told to stop.");
        }
    }

    /** What was thrown, which is checked in no case. */
    private static RuntimeException unwrapped(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException known
                ? known
                : new IllegalStateException("Logs could not be read.", failed);
    }

    /** In one request, or in halves of it where that is too much. */
    private List<LogRange> read(LogFilter filter, Blocks blocks) {
        try {
            LogRange range = client.logs().read(filter, blocks.from(), blocks.to());
            size.given(blocks.count());
            return List.of(range);
        } catch (ChainException failed) {
            if (blocks.count() == 1 || !isTooMuch(failed, blocks)) {
                throw explained(failed, blocks);
            }
            size.refused(blocks.count());
            long middle = blocks.from() + blocks.count() / 2;
            List<LogRange> halves = new ArrayList<>(read(filter, new Blocks(blocks.from(), middle - 1)));
            halves.addAll(read(filter, new Blocks(middle, blocks.to())));
            return halves;
        }
    }

    /**
     * A node may say so in any words, or in none: it may answer too late, or its proxy in its place. Then it still answers what is
     * little.
     */
    private boolean isTooMuch(ChainException failed, Blocks blocks) {
        return switch (failed.fault()) {
            case TOO_LARGE, NODE_ERROR -> true;
            case UNREACHABLE, REFUSED, GARBAGE -> answersLittle(blocks);
            default -> false;
        };
    }

    private boolean answersLittle(Blocks blocks) {
        try {
            client.logs().block(blocks.to());
            return true;
        } catch (ChainException gone) {
            return false;
        }
    }

    private ChainException explained(ChainException failed, Blocks blocks) {
        boolean understood = failed.fault() == ChainFault.NODE_ERROR || failed.fault() == ChainFault.TOO_LARGE;
        return understood
                ? new ChainException(
                        failed.fault(),
                        failed.getMessage() + "\nThese nodes do not give the logs of block " + blocks.from() + " of "
                                + client.chain() + ". One that is pruned has none that far back: take an endpoint of an"
                                + " archive node, or begin later.")
                : failed;
    }
}
