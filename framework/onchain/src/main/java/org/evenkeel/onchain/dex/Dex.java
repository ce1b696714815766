package org.evenkeel.onchain.dex;

import org.evenkeel.onchain.Address;

/** An exchange on a chain: where its contracts are. */
public sealed interface Dex {
    /** Its name in settings and reports, for example {@code uniswap-v2}. */
    String name();

    /** The contract that made its pools, and knows them. */
    Address factory();

    /**
     * Uniswap v2 or a fork of it.
     *
     * @param router quotes and trades
     * @param feePips the fee of its pairs in millionths: 3000 for Uniswap, 2500 for PancakeSwap. No contract says it
     */
    record ConstantProduct(String name, Address factory, Address router, int feePips) implements Dex {}

    /**
     * Uniswap v3 or a fork of it.
     *
     * @param quoter QuoterV2
     */
    record Concentrated(String name, Address factory, Address quoter) implements Dex {}
}
