package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;

/**
 * Uniswap v2 and v3 on a local chain, as this module is told of them.
 *
 * @param contracts what is deployed
 * @param pairs v2
 * @param ranges v3
 */
public record TestExchanges(TestDex contracts, Dex.ConstantProduct pairs, Dex.Concentrated ranges) {
    /** The square root price of a pool whose two tokens are worth the same. */
    public static final BigInteger AT_PAR = BigInteger.ONE.shiftLeft(96);

    /** Deploys all of it. */
    public static TestExchanges deployOn(LocalChain chain) {
        TestDex contracts = TestDex.deployOn(chain);
        return new TestExchanges(
                contracts,
                new Dex.ConstantProduct("uniswap-v2", at(contracts.factoryV2()), at(contracts.routerV2()), 3000),
                new Dex.Concentrated("uniswap-v3", at(contracts.factoryV3()), at(contracts.quoter())));
    }

    /** Where a contract is. */
    public static Address at(TestContract contract) {
        return new Address(contract.address());
    }

    /** Swaps through the router of v2. */
    public SwapCalls throughV2() {
        return new SwapCalls(new RouterContract(at(contracts.routerV2()), RouterKind.V2_ROUTER, List.of(venueV2())));
    }

    /** Swaps through SwapRouter02, which knows the pools of both. */
    public SwapCalls throughRouter02() {
        return new SwapCalls(new RouterContract(
                at(contracts.router()),
                RouterKind.SWAP_ROUTER_02,
                List.of(venueV2(), new Venue(ranges, Venue.UNISWAP_V3))));
    }

    private Venue venueV2() {
        return new Venue(pairs, Venue.UNISWAP_V2);
    }

    /** A new pair with these reserves. */
    public PoolRef pair(TestContract a, BigInteger reserveA, TestContract b, BigInteger reserveB) {
        return new PoolRef(pairs, at(contracts.pairV2(a, reserveA, b, reserveB)));
    }
}
