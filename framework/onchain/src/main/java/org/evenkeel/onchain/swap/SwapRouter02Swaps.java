package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.route.Hop;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RoutePart;

/**
 * What SwapRouter02 is told. Its swaps have no deadline of their own, and so all of them go into one multicall that has.
 * Where a part changes from one kind of pool to the other, what comes between stays with the router, which is told to pay
 * on with all that it has of it.
 */
final class SwapRouter02Swaps {
    private static final Function MULTICALL = Function.of("multicall(uint256,bytes[])");
    private static final Function EXACT_INPUT = Function.of("exactInput((bytes,address,uint256,uint256))");
    private static final Function SWAP_PAIRS =
            Function.of("swapExactTokensForTokens(uint256,uint256,address[],address)");

    /** The router understands itself by this address. */
    private static final Address ROUTER_ITSELF = new Address("0x" + "0".repeat(39) + "2");

    /** The router takes all that it has itself by this amount. */
    private static final BigInteger ALL_IT_HAS = BigInteger.ZERO;

    private static final int FEE_BYTES = 3;

    private SwapRouter02Swaps() {}

    /** Pools in a row of one kind. */
    private record Segment(List<Hop> hops, BigInteger amountIn, BigInteger minOut, Address recipient) {}

    /** Pairs take whatever arrives; pools with ranges insist on what they asked for. */
    static Optional<String> obstacle(Address router, Route route, boolean feeOnTransfer) {
        boolean pairsOnly =
                route.parts().stream().flatMap(part -> part.hops().stream()).allMatch(SwapRouter02Swaps::isPair);
        return feeOnTransfer && !pairsOnly
                ? Optional.of("The router " + router + " swaps tokens that take a part of what is moved through pairs"
                        + " alone, and the route has pools with ranges: leave these out.")
                : Optional.empty();
    }

    static Call swap(Address router, Route route, SwapTerms terms) {
        List<Bytes> calls = new ArrayList<>();
        BigInteger left = terms.minOut();
        for (int row = route.parts().size() - 1; row >= 0; row--) {
            RoutePart part = route.parts().get(row);
            // Each part answers for its share, and the first for what rounding leaves: together they are the least.
            BigInteger least =
                    row == 0 ? left : terms.minOut().multiply(part.amountOut()).divide(route.amountOut());
            left = left.subtract(least);
            calls.addAll(0, part(router, part, least, terms.wallet()));
        }
        return MULTICALL.on(
                router, new AbiWriter().uint(SwapCalls.seconds(terms)).bytesArray(calls));
    }

    private static List<Bytes> part(Address router, RoutePart part, BigInteger least, Address wallet) {
        List<List<Hop>> runs = runs(part.hops());
        List<Bytes> calls = new ArrayList<>();
        for (int row = 0; row < runs.size(); row++) {
            boolean last = row == runs.size() - 1;
            Segment segment = new Segment(
                    runs.get(row),
                    row == 0 ? part.amountIn() : ALL_IT_HAS,
                    last ? least : BigInteger.ZERO,
                    last ? wallet : ROUTER_ITSELF);
            calls.add(call(router, segment).input());
        }
        return calls;
    }

    /** Cut where the kind of pool changes. */
    private static List<List<Hop>> runs(List<Hop> hops) {
        List<List<Hop>> runs = new ArrayList<>();
        for (Hop hop : hops) {
            if (runs.isEmpty() || isPair(runs.getLast().getLast()) != isPair(hop)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(hop);
        }
        return runs;
    }

    private static boolean isPair(Hop hop) {
        return hop.market() instanceof ConstantProductPool;
    }

    private static Call call(Address router, Segment segment) {
        if (isPair(segment.hops.getFirst())) {
            List<AbiWriter> path = SwapCalls.tokens(segment.hops).stream()
                    .map(token -> new AbiWriter().address(token))
                    .toList();
            return SWAP_PAIRS.on(
                    router,
                    new AbiWriter()
                            .uint(segment.amountIn)
                            .uint(segment.minOut)
                            .array(path)
                            .address(segment.recipient));
        }
        return EXACT_INPUT.on(
                router,
                new AbiWriter()
                        .tuple(new AbiWriter()
                                .bytes(packed(segment.hops))
                                .address(segment.recipient)
                                .uint(segment.amountIn)
                                .uint(segment.minOut)));
    }

    /** Tokens with the fee of the pool between two. */
    private static Bytes packed(List<Hop> hops) {
        List<Bytes> parts = new ArrayList<>();
        for (Hop hop : hops) {
            byte[] fee = BigInteger.valueOf(hop.market().pool().feePips() | 1 << 8 * FEE_BYTES)
                    .toByteArray();
            parts.add(Bytes.ofHex(hop.tokenIn().hex()));
            parts.add(Bytes.of(fee).part(1, FEE_BYTES));
        }
        parts.add(Bytes.ofHex(hops.getLast().tokenOut().hex()));
        return Bytes.joined(parts);
    }
}
