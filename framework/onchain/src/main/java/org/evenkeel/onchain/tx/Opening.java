package org.evenkeel.onchain.tx;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.state.store.ChainedLog;
import org.evenkeel.state.store.StateException;

/**
 * A journal that is going to be read.
 *
 * @param log its lines
 * @param place where they are, for messages
 * @param begins whether a person says that there is none yet, whatever the wallet sent before
 * @param notices what a person should know of how it was found
 */
record Opening(TxLog log, String place, boolean begins, List<String> notices) {
    /**
     * Of a folder, which is locked from here on.
     *
     * @param wallet whose it is, and on which chain, for messages
     * @throws TxException.Locked when another process has it
     * @throws StateException when it is damaged
     */
    static Opening of(Path folder, boolean begins, String wallet) {
        try {
            ChainedLog log = ChainedLog.open(folder, TxManager.JOURNAL);
            return new Opening(TxLog.of(log), folder.toString(), begins, log.notices());
        } catch (StateException.Locked locked) {
            throw new TxException.Locked(wallet, locked.pid(), locked);
        }
    }
}
