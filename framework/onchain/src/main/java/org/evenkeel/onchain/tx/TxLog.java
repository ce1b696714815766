package org.evenkeel.onchain.tx;

import java.util.List;
import org.evenkeel.state.store.ChainedLog;

/** Where a journal's lines are. A seam: tests put logs here that fail, forget, or end the process. */
interface TxLog extends AutoCloseable {
    /** Those that were there at first. */
    List<String> records();

    /** Adds one, which is on the disk when this returns. */
    void append(String record);

    @Override
    void close();

    /** One on the disk. */
    static TxLog of(ChainedLog log) {
        return new TxLog() {
            @Override
            public List<String> records() {
                return log.records();
            }

            @Override
            public void append(String record) {
                log.append(record);
            }

            @Override
            public void close() {
                log.close();
            }
        };
    }
}
