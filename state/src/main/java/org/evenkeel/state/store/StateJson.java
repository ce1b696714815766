package org.evenkeel.state.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.model.Cycle;

/** Parts of a state as the JSON that {@code state.json} is made of, in UTF-8: equal parts give equal bytes. */
public final class StateJson {
    private StateJson() {}

    /** A decision, as {@code {"decision":{"intents":[...],"plots":{...},"messages":[...]}}}. */
    public static byte[] of(Cycle.Decision decision) {
        return object(out -> CycleCodec.writeDecision(out, decision));
    }

    /** What became of a cycle, as {@code {"result":{"equity":...,"cash":...,"outcomes":[...]}}}. */
    public static byte[] of(Cycle.Result result) {
        return object(out -> CycleCodec.writeResult(out, result));
    }

    /** A whole state, as a {@code state.json} without a journal. */
    public static byte[] of(LedgerSnapshot ledger) {
        return joined(SnapshotFile.encode(ledger, new JournalPosition(ledger.sequence(), 0, Sha256.NONE)));
    }

    /** An object of the fields that are written into it, on one line. */
    static byte[] object(Consumer<JsonOut> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonOut out = new JsonOut(Tables.NONE, false, piece -> bytes.writeBytes(bytes(piece))).object();
        fields.accept(out);
        out.end().finish();
        return bytes.toByteArray();
    }

    /** Text as the files hold it: in UTF-8. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
