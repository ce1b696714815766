package org.evenkeel.state.store;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.model.Cycle;

/** Parts of a state as the JSON that {@code state.json} is made of, in UTF-8: equal parts give equal bytes. */
public final class StateJson {
    private StateJson() {}

    /** A decision, as {@code {"decision":{"intents":[...],"plots":{...},"messages":[...]}}}. */
    public static byte[] of(Cycle.Decision decision) {
        JsonOut out = new JsonOut(Tables.NONE).object();
        CycleCodec.writeDecision(out, decision);
        return joined(out.end().take());
    }

    /** What became of a cycle, as {@code {"result":{"equity":...,"cash":...,"outcomes":[...]}}}. */
    public static byte[] of(Cycle.Result result) {
        JsonOut out = new JsonOut(Tables.NONE).object();
        CycleCodec.writeResult(out, result);
        return joined(out.end().take());
    }

    /** A whole state, as a {@code state.json} without a journal. */
    public static byte[] of(LedgerSnapshot ledger) {
        return joined(SnapshotFile.encode(ledger, new JournalPosition(ledger.sequence(), 0, Sha256.NONE)));
    }

    static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
