package org.evenkeel.market;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of one parameter, the seed: it holds for each of so many seeds as the property {@code evenkeel.seeds} says.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@MethodSource("org.evenkeel.market.SeededTest$Seeds#all")
@interface SeededTest {
    /** The seeds that are tried. */
    final class Seeds {
        private Seeds() {}

        static LongStream all() {
            return LongStream.rangeClosed(1, Long.getLong("evenkeel.seeds", 20));
        }
    }
}
