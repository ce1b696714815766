package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StrategyExceptionTest {
    @Test
    void what_is_the_machines_is_passed_on() {
        for (Error machines : List.of(new OutOfMemoryError("Java heap space"), new InternalError())) {
            assertSame(machines, assertThrows(Error.class, () -> StrategyException.requireOwn(machines)));
        }
    }

    @Test
    void whatever_else_its_code_throws_is_the_strategys_own() {
        for (Throwable own : List.of(
                new StackOverflowError(), new AssertionError("no"), new NoClassDefFoundError("X"), new Exception())) {
            assertDoesNotThrow(() -> StrategyException.requireOwn(own));
        }
    }
}
