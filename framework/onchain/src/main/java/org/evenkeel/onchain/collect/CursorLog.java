package org.evenkeel.onchain.collect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.DataException;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.state.store.ChainedLog;
import org.evenkeel.state.store.StateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far each pool was collected, now and before, on the disk. What comes last of a pool holds; what was before is where to go
 * back to when the chain becomes another one.
 */
final class CursorLog implements AutoCloseable {
    /** The folder beside the candles that it is in. */
    static final String FOLDER = "collected";

    private static final String NAME = "cursors.jsonl";
    private static final JsonMapper JSON = new JsonMapper();

    private final ChainedLog log;
    private final Map<String, List<Cursor>> cursors = new HashMap<>();

    private CursorLog(ChainedLog log) {
        this.log = log;
    }

    /**
     * Opens it, and keeps other processes away until it is closed.
     *
     * @param dataSet the folder of the candles
     * @throws StateException when another process has it, or it is damaged
     * @throws DataException when it is of another release
     */
    static CursorLog open(Path dataSet) {
        CursorLog opened = new CursorLog(ChainedLog.open(dataSet.resolve(FOLDER), NAME));
        try {
            opened.log.records().forEach(record -> opened.apply(JSON.readTree(record)));
            return opened;
        } catch (RuntimeException unreadable) {
            opened.close();
            throw new DataException(
                    dataSet.resolve(FOLDER).resolve(NAME) + " is whole, but not understood (" + unreadable.getMessage()
                            + "): it was written by another release. Use that one.",
                    unreadable);
        }
    }

    private void apply(JsonNode record) {
        Cursor cursor = new Cursor(
                record.get("block").longValue(),
                Bytes.ofHex(record.get("hash").stringValue()),
                record.get("time").longValue());
        record.get("pools")
                .forEach(pool -> cursors.computeIfAbsent(pool.stringValue(), name -> new ArrayList<>())
                        .add(cursor));
    }

    /** All that was recorded of a pool, the first first. */
    List<Cursor> of(CollectedPool pool) {
        return List.copyOf(cursors.getOrDefault(pool.name(), List.of()));
    }

    /** Records how far pools are. */
    void append(List<CollectedPool> pools, Cursor cursor) {
        ObjectNode record = JSON.createObjectNode();
        record.put("block", cursor.block()).put("hash", cursor.hash().hex()).put("time", cursor.time());
        pools.forEach(pool -> record.withArray("pools").add(pool.name()));
        log.append(JSON.writeValueAsString(record));
        apply(record);
    }

    @Override
    public void close() {
        log.close();
    }
}
