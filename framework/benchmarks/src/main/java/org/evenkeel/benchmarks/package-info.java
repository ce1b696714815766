/**
 * How fast it is: JMH benchmarks of one backtest, of a sweep, of the state on disk, of the data and of the arithmetic.
 *
 * <p>They are run by
 *
 * <pre>{@code
 * mvn -q -Pbenchmarks -pl framework/benchmarks -am package -DskipTests
 * }</pre>
 *
 * <p>and one of them alone with {@code -Dbench=OneBacktest}. Each makes sure, before anything is measured, that it
 * measures what it says. Entry type: {@link org.evenkeel.benchmarks.OneBacktest}.
 */
@NullMarked
package org.evenkeel.benchmarks;

import org.jspecify.annotations.NullMarked;
