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
        return result(work);
    }

    /** What work comes to, or the exception that it ended in. */
    static <T> T result(CompletableFuture<T> work) {
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
        await(work);
    }

    /** Waits until work is done, whatever it came to. */
    static void await(CompletableFuture<?> work) {
        work.handle((result, failure) -> true).join();
    }
}
