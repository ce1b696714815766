package org.evenkeel.onchain.market;

import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.swap.SwapCalls;

/**
 * A route and the router that swaps all of it at once.
 *
 * @param route what it would bring at its block
 * @param calls makes the transaction
 */
public record Routed(Route route, SwapCalls calls) {}
