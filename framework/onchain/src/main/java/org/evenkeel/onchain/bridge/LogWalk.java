package org.evenkeel.onchain.bridge;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.ChainLogs;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;

/** Reads logs of many blocks, in as many requests as the node wants. */
final class LogWalk {
    /** Less than any public node's limit that is known to us; where it is too much, half of it is asked for. */
    static final long BLOCKS = 2_000;

    private LogWalk() {}

    /** All logs of some blocks in their order; none where the last is before the first. */
    static List<LogEntry> read(ChainLogs logs, LogFilter filter, long from, long to) {
        List<LogEntry> found = new ArrayList<>();
        for (long at = from; at <= to; at += BLOCKS) {
            found.addAll(halving(logs, filter, at, Math.min(to, at + BLOCKS - 1)));
        }
        return found;
    }

    private static List<LogEntry> halving(ChainLogs logs, LogFilter filter, long from, long to) {
        try {
            return logs.read(filter, from, to).logs();
        } catch (ChainException tooMuch) {
            if (tooMuch.fault() != ChainFault.TOO_LARGE || from == to) {
                throw tooMuch;
            }
            long middle = from + (to - from) / 2;
            List<LogEntry> found = new ArrayList<>(halving(logs, filter, from, middle));
            found.addAll(halving(logs, filter, middle + 1, to));
            return found;
        }
    }
}
