package org.evenkeel.cli.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.chain.SafeHolding;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.wallet.Finding;
import org.evenkeel.cli.wallet.SafeCheck;
import org.evenkeel.cli.wallet.WalletCheck;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;

/**
 * What keeps everything from being sent until a person has looked, as the doctor finds it. It only looks.
 *
 * @param files the keystore and what is beside it
 * @param key its address
 * @param safe the Safe that holds the money, where one does
 */
record WalletObstacles(WalletFiles files, Address key, Optional<SafeHolding> safe) {
    /** Those on a chain. */
    List<Finding> on(LiveChain chain) {
        BlockRef head = chain.client().head();
        List<Finding> found = new ArrayList<>(
                new WalletCheck(files, key, Optional.empty()).refusals(chain.profile(), chain.client(), head));
        safe.ifPresent(
                holding -> found.addAll(new SafeCheck(files, key).of(holding.on(chain.chain()), chain.client(), head)));
        return found.stream()
                .filter(finding -> finding.level() == Finding.Level.PROBLEM)
                .toList();
    }
}
