/**
 * What tests of strategies' tools need: a small market, quotes of pools with a known formula, a book that owns
 * something.
 *
 * <p>Entry type: {@link org.evenkeel.api.testing.TestMarket}.
 */
@NullMarked
package org.evenkeel.api.testing;

import org.jspecify.annotations.NullMarked;
