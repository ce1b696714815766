package org.evenkeel.onchain.risk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.route.Hop;

/** What a trade touches. */
record AllowRules(AllowLists lists) {
    Stream<Refusal> refusals(TradeProposal trade) {
        List<Hop> hops = trade.quote().route().parts().stream()
                .flatMap(part -> part.hops().stream())
                .toList();
        Stream<Address> tokens = hops.stream().flatMap(hop -> Stream.of(hop.tokenIn(), hop.tokenOut()));
        Stream<Address> pools = hops.stream().map(hop -> hop.market().pool().address());
        return Stream.of(
                        missing(RefusalReason.TOKEN_NOT_ALLOWED, "token", tokens, lists.tokens()),
                        missing(RefusalReason.ROUTER_NOT_ALLOWED, "router", Stream.of(trade.router()), lists.routers()),
                        lists.pools().stream()
                                .flatMap(listed -> missing(RefusalReason.POOL_NOT_ALLOWED, "pool", pools, listed)))
                .flatMap(stream -> stream);
    }

    private static Stream<Refusal> missing(
            RefusalReason reason, String what, Stream<Address> touched, Set<Address> listed) {
        return touched.distinct()
                .filter(address -> !listed.contains(address))
                .map(address -> new Refusal(
                        reason,
                        "The trade uses the " + what + " " + address + ", which is not among the " + listed.size()
                                + " that are allowed."));
    }
}
