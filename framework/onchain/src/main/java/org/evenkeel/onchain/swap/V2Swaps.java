package org.evenkeel.onchain.swap;

import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RoutePart;

/** What UniswapV2Router02 is told. */
final class V2Swaps {
    private static final String ARGUMENTS = "(uint256,uint256,address[],address,uint256)";
    private static final Function SWAP = Function.of("swapExactTokensForTokens" + ARGUMENTS);
    private static final Function SWAP_TAXED =
            Function.of("swapExactTokensForTokensSupportingFeeOnTransferTokens" + ARGUMENTS);

    private V2Swaps() {}

    static Optional<String> obstacle(Address router, Route route) {
        return route.parts().size() == 1
                ? Optional.empty()
                : Optional.of("The router " + router + " swaps one path at a time, and the route has "
                        + route.parts().size() + " parts, of which one may be filled without the others: look for a"
                        + " route without parts.");
    }

    static Call swap(Address router, Route route, SwapTerms terms) {
        RoutePart part = route.parts().getFirst();
        List<AbiWriter> path = SwapCalls.tokens(part.hops()).stream()
                .map(token -> new AbiWriter().address(token))
                .toList();
        AbiWriter arguments = new AbiWriter()
                .uint(part.amountIn())
                .uint(terms.minOut())
                .array(path)
                .address(terms.wallet())
                .uint(SwapCalls.seconds(terms));
        return (terms.feeOnTransfer() ? SWAP_TAXED : SWAP).on(router, arguments);
    }
}
