package org.evenkeel.state.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Work that another core does while this one goes on: hashes, mostly, which take as long as the rest. What it works on
 * must not be touched until it is done.
 */
final class Meanwhile<T> implements AutoCloseable {
    private final CompletableFuture<T> work;

    private Meanwhile(CompletableFuture<T> work) {
        this.work = work;
    }

    static <T> Meanwhile<T> of(Supplier<T> work) {
        return new Meanwhile<>(CompletableFuture.supplyAsync(work));
    }

    /** What the work came to, or the exception that it ended in. */
    T get() {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits until the work is done, whatever it came to. */
    @Override
    public void close() {
        work.handle((result, failure) -> true).join();
    }
}
