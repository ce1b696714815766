package org.evenkeel.sweep.remote;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where another machine finds a strategy.
 *
 * @param className the class that implements it
 * @param jar what to hand over so that it is found, where it is not among the framework's own jars
 */
public record StrategyCode(String className, Optional<Path> jar) {}
