/**
 * What the tests of several modules share: tests that run for many seeds, and made-up markets.
 *
 * <p>Used in test scope only. Entry types: {@link org.evenkeel.testkit.SeededTest}, which marks a test of one
 * parameter, the seed, and {@link org.evenkeel.testkit.RandomMarkets}, which makes a market of it. The room beneath,
 * {@code .chain}, is a blockchain on this machine.
 */
@NullMarked
package org.evenkeel.testkit;

import org.jspecify.annotations.NullMarked;
