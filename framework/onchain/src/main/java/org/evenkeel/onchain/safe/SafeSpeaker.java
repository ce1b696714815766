package org.evenkeel.onchain.safe;

import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.Waiting;

/**
 * A Safe whose money a key moves, in one way or the other. What it is told goes out as the key's own transactions, and so
 * what became of it is what became of those.
 */
public abstract sealed class SafeSpeaker implements Account, AutoCloseable permits SafeAccount, RoleAccount {
    /** What sends for the key; its opener's to close. */
    final TxManager key;

    SafeSpeaker(TxManager key) {
        this.key = key;
    }

    /** What a person should know: who else can move the Safe's money, and who can change what limits the key. */
    public abstract List<String> notices();

    /** Whatever else sends for the key. */
    @Override
    public Optional<String> lookForOthers() {
        return key.lookForOthers();
    }

    @Override
    public final boolean isSigned(String id) {
        return key.isSigned(id);
    }

    @Override
    public final long nonce(String id) {
        return key.nonce(id);
    }

    @Override
    public final TxOutcome look(String id) {
        return key.look(id);
    }

    @Override
    public final Optional<TxOutcome> find(String id) {
        return key.find(id);
    }

    @Override
    public final TxOutcome await(String id, Waiting waiting) {
        return key.await(id, waiting);
    }

    @Override
    public abstract void close();
}
