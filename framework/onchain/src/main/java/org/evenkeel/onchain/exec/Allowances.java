package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.token.Erc20;
import org.evenkeel.state.model.PlannedTrade;

/** What routers may take of the wallet: exactly what a swap takes, and nothing once it is over. */
final class Allowances {
    private final ChainMarket market;
    private final Address wallet;

    Allowances(ChainMarket market, Address wallet) {
        this.market = market;
        this.wallet = wallet;
    }

    /** The approvals before a swap; none where exactly its amount is allowed. */
    List<PreparedCall> before(SwapPlan.Ready plan) {
        Route route = plan.routed().route();
        Address router = plan.routed().calls().router().address();
        BigInteger allowed = allowed(plan.market().block(), route.tokenIn(), router);
        return Approvals.exactly(route.tokenIn(), router, allowed, route.amountIn());
    }

    /** What takes back what a router may take of what goes into a trade; none where that is nothing. */
    List<PreparedCall> revocation(PlannedTrade trade, RouterContract router) {
        Address token = Units.address(TradePlanner.tokenIn(trade));
        BigInteger allowed = allowed(market.client().head(), token, router.address());
        return Approvals.exactly(token, router.address(), allowed, BigInteger.ZERO);
    }

    private BigInteger allowed(BlockRef at, Address token, Address router) {
        return market.client().call(at, Erc20.allowance(token, wallet, router)).uint();
    }
}
