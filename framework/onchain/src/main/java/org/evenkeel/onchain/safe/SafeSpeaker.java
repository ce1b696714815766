package org.evenkeel.onchain.safe;

import java.util.List;
import org.evenkeel.onchain.tx.Account;

/** A Safe whose money a key moves, in one way or the other. */
public sealed interface SafeSpeaker extends Account, AutoCloseable permits SafeAccount, RoleAccount {
    /** What a person should know: who else can move the Safe's money, and who can change what limits the key. */
    List<String> notices();

    @Override
    void close();
}
