/**
 * Routes: through which pools of a chain an amount of one token brings most of another, over several hops and in several
 * parts.
 *
 * <p>All of it is whole-number arithmetic over pools as they were at a block; no node is asked. What a route says that it
 * brings is what its swaps bring at that block, one after the other, to the base unit. Entry type:
 * {@link org.evenkeel.onchain.route.RouteFinder}.
 */
@NullMarked
package org.evenkeel.onchain.route;

import org.jspecify.annotations.NullMarked;
