package org.evenkeel.onchain.safe;

import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.state.store.ChainedLog;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which nonce of a Safe was taken for what, on the disk before it is. */
final class SafeNonces implements AutoCloseable {
    /** The record's file in its folder. */
    static final String FILE = "safe.jsonl";

    private static final JsonMapper JSON = new JsonMapper();

    private final ChainedLog log;
    private @Nullable Entry last;

    /**
     * A nonce that was taken.
     *
     * @param nonce the Safe's
     * @param id what was to be made with it; empty where a person said that this nonce is the next
     * @param why who said so
     */
    record Entry(long nonce, Optional<String> id, String why) {}

    private SafeNonces(ChainedLog log) {
        this.log = log;
        log.records().forEach(line -> last = read(line));
    }

    static SafeNonces open(Path folder) {
        ChainedLog log = ChainedLog.open(folder, FILE);
        boolean opened = false;
        try {
            SafeNonces nonces = new SafeNonces(log);
            opened = true;
            return nonces;
        } finally {
            if (!opened) {
                log.close();
            }
        }
    }

    Optional<Entry> last() {
        return Optional.ofNullable(last);
    }

    void record(Entry entry) {
        ObjectNode line = JSON.createObjectNode().put("nonce", entry.nonce());
        entry.id().ifPresent(id -> line.put("id", id));
        log.append(JSON.writeValueAsString(line.put("why", entry.why())));
        last = entry;
    }

    static Entry read(String text) {
        JsonNode line = JSON.readTree(text);
        return new Entry(
                line.required("nonce").longValue(),
                Optional.ofNullable(line.get("id")).map(JsonNode::stringValue),
                line.required("why").stringValue());
    }

    @Override
    public void close() {
        log.close();
    }
}
