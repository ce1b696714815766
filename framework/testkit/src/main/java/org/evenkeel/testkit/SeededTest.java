package org.evenkeel.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of one parameter, the seed as a {@code long}. It must hold for each of as many seeds as the system property
 * {@code evenkeel.seeds} says, 20 unless told; the seed is in the name of each try.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@MethodSource("org.evenkeel.testkit.Seeds#all")
public @interface SeededTest {}
