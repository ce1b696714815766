package org.evenkeel.cli.strategy;

import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;

/**
 * A strategy that was found.
 *
 * @param source where its code is, as it can be found again from any folder: a built-in name, a whole path, a class
 * @param factory makes it of its parameters
 */
public record LoadedStrategy(String source, Function<Parameters, Strategy> factory) {}
