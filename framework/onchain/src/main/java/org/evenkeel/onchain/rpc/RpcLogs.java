package org.evenkeel.onchain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;

/** {@link ChainLogs} over JSON-RPC. */
final class RpcLogs implements ChainLogs {
    /** Headers in one request. Each counts as a request where requests are counted. */
    private static final int AT_ONCE = 40;

    private final Nodes nodes;

    RpcLogs(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public LogRange read(LogFilter filter, long from, long to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("There are no blocks from " + from + " to " + to + ".");
        }
        return nodes.read("the logs of blocks " + from + " to " + to, node -> {
            // First, for a node that has not the last block yet gives the logs of those before it as if they were all.
            BlockRef end = blocks(node, List.of(to)).getFirst();
            List<LogEntry> logs = new ArrayList<>();
            for (EthLog.LogResult<?> result :
                    node.ask("eth_getLogs", List.of(filter.question(from, to)), EthLog.class)) {
                logs.add(entry(result, filter, from, to));
            }
            return new LogRange(inOrder(logs), end);
        });
    }

    private static LogEntry entry(EthLog.LogResult<?> result, LogFilter filter, long from, long to) throws RpcFailure {
        LogEntry entry = entry(result);
        if (!filter.accepts(entry) || entry.blockNumber() < from || entry.blockNumber() > to) {
            throw new RpcFailure(ChainFault.GARBAGE, "it answered with a log that was not asked for: " + entry);
        }
        return entry;
    }

    private static LogEntry entry(EthLog.LogResult<?> result) throws RpcFailure {
        if (!(result.get() instanceof Log log)) {
            throw new RpcFailure(ChainFault.GARBAGE, "its answer has a log that is none");
        }
        return entry(log);
    }

    /** As a node gives it, by itself or in a receipt. */
    static LogEntry entry(Log log) throws RpcFailure {
        if (log.isRemoved() || log.getTopics() == null) {
            throw new RpcFailure(ChainFault.GARBAGE, "its answer has a log that is none, or that is no more");
        }
        List<Bytes> topics = new ArrayList<>(log.getTopics().size());
        for (String topic : log.getTopics()) {
            topics.add(Quantities.bytes(topic));
        }
        try {
            return new LogEntry(
                    new Address(String.valueOf(log.getAddress())),
                    topics,
                    Quantities.bytes(String.valueOf(log.getData())),
                    Quantities.small(String.valueOf(log.getBlockNumberRaw())),
                    Quantities.bytes(String.valueOf(log.getBlockHash())),
                    Quantities.small(String.valueOf(log.getLogIndexRaw())));
        } catch (IllegalArgumentException malformed) {
            throw new RpcFailure(ChainFault.GARBAGE, "its answer has a log that is none: " + malformed.getMessage());
        }
    }

    /** Nodes give them in this order already, mostly; none comes twice. */
    private static List<LogEntry> inOrder(List<LogEntry> logs) throws RpcFailure {
        logs.sort(null);
        for (int i = 1; i < logs.size(); i++) {
            if (logs.get(i).compareTo(logs.get(i - 1)) == 0) {
                throw new RpcFailure(
                        ChainFault.GARBAGE,
                        "its answer has log " + logs.get(i).index() + " of block "
                                + logs.get(i).blockNumber() + " twice");
            }
        }
        return logs;
    }

    @Override
    public List<BlockRef> blocks(List<Long> heights) {
        List<BlockRef> blocks = new ArrayList<>(heights.size());
        for (int from = 0; from < heights.size(); from += AT_ONCE) {
            List<Long> some = heights.subList(from, Math.min(from + AT_ONCE, heights.size()));
            blocks.addAll(nodes.read(
                    some.size() == 1 ? "block " + some.getFirst() : some.size() + " blocks from " + some.getFirst(),
                    node -> blocks(node, some)));
        }
        return blocks;
    }

    private static List<BlockRef> blocks(Node node, List<Long> heights) throws RpcFailure {
        List<List<Object>> questions = heights.stream()
                .map(height -> List.<Object>of(Quantities.hex(height), false))
                .toList();
        List<Optional<EthBlock.Block>> found = node.askAll("eth_getBlockByNumber", questions, EthBlock.class);
        List<BlockRef> blocks = new ArrayList<>(heights.size());
        for (int i = 0; i < heights.size(); i++) {
            if (found.get(i).isEmpty()) {
                throw new RpcFailure(ChainFault.STALE, "it has no block " + heights.get(i));
            }
            BlockRef block = Heads.block(found.get(i).orElseThrow());
            if (block.number() != heights.get(i)) {
                throw new RpcFailure(
                        ChainFault.GARBAGE, "it answered with block " + block + " for block " + heights.get(i));
            }
            blocks.add(block);
        }
        return blocks;
    }
}
