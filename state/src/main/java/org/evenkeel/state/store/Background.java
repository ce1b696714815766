package org.evenkeel.state.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Pieces of a file handed on, in their order, on another core while further ones are made.
 */
final class Background implements Consumer<String>, AutoCloseable {
    private final Consumer<String> work;
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    /**
     * @param work what is done with each piece; once it has thrown, the rest is left
     */
    Background(Consumer<String> work) {
        this.work = work;
    }

    @Override
    public void accept(String piece) {
        done = done.thenRunAsync(() -> work.accept(piece));
    }

    /** Waits until all is done, and throws what the work threw. */
    void finish() {
        Meanwhile.result(done);
    }

    /** Waits until all is done, whatever came of it. */
    @Override
    public void close() {
        Meanwhile.await(done);
    }
}
