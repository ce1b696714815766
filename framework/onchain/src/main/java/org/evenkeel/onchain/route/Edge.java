package org.evenkeel.onchain.route;

import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.Direction;

/** A pool in one direction. */
record Edge(int pool, Direction direction, Address from, Address to) {}
