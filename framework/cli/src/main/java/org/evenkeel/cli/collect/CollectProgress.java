package org.evenkeel.cli.collect;

import java.time.Instant;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.cli.terminal.Progress;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.collect.CollectListener;

/** Shows how far a collection is, and ends it when the user wants that. */
record CollectProgress(Progress progress, Interruption interruption) implements CollectListener {
    @Override
    public void expect(Chain chain, long blocks) {
        progress.expect(blocks);
    }

    @Override
    public void read(Chain chain, long blocks, Instant time) {
        progress.step(blocks, chain + " " + time);
    }

    @Override
    public boolean wantsEnd() {
        return interruption.asked();
    }
}
