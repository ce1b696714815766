package org.evenkeel.state.store;

import java.util.concurrent.CompletableFuture;

/** A hash of pieces, worked out on another core while further pieces are made. They must not change before it is asked. */
final class BackgroundSha256 {
    private final Sha256 sha = new Sha256();
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    void add(byte[] piece) {
        work = work.thenRunAsync(() -> sha.add(piece));
    }

    /** The hash of all pieces in their order. */
    String hex() {
        work.join();
        return sha.hex();
    }
}
