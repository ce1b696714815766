package org.evenkeel.onchain.dex;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.Quote;
import org.evenkeel.onchain.pool.Swap;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;

/**
 * Holds a local quote against what the exchange says at the same block: QuoterV2, or the router of a constant product. They
 * agree to the unit, or something is not as configured: a fork with another fee, a pool of another kind.
 */
public final class QuoteCheck {
    private final ChainClient client;

    /** Asks through this client. */
    public QuoteCheck(ChainClient client) {
        this.client = client;
    }

    /**
     * Quotes an amount that goes in, and makes sure of it.
     *
     * @param state the pool, as read at that block
     * @throws PoolException when the exchange says otherwise
     */
    public Quote exactIn(BlockRef at, Dex dex, PoolState state, Direction direction, BigInteger amountIn) {
        Quote quote = state.quoteExactIn(direction, amountIn);
        Optional<BigInteger> local = most(quote).map(Swap::amountOut);
        Optional<BigInteger> asked = answer(at, question(dex, state.pool(), direction, amountIn, true))
                .map(answer -> out(dex, answer));
        return agreed(quote, local, asked, at + ", " + dex.name() + ", " + direction + ", " + amountIn + " in");
    }

    /**
     * Quotes an amount that comes out, and makes sure of it.
     *
     * @param state the pool, as read at that block
     * @throws PoolException when the exchange says otherwise
     */
    public Quote exactOut(BlockRef at, Dex dex, PoolState state, Direction direction, BigInteger amountOut) {
        Quote quote = state.quoteExactOut(direction, amountOut);
        Optional<BigInteger> local = quote.whole().map(Swap::amountIn);
        Optional<BigInteger> asked = answer(at, question(dex, state.pool(), direction, amountOut, false))
                .map(answer -> in(dex, answer));
        return agreed(quote, local, asked, at + ", " + dex.name() + ", " + direction + ", " + amountOut + " out");
    }

    private Quote agreed(Quote quote, Optional<BigInteger> local, Optional<BigInteger> asked, String what) {
        boolean agree =
                local.equals(asked) || (quote instanceof Quote.Unfilled unfilled && agrees(unfilled.reason(), asked));
        if (!agree) {
            throw new PoolException("A quote is not what the exchange says itself: " + shown(local) + " here, "
                    + shown(asked) + " there (" + client.chain() + ", block " + what
                    + "). Is its fee as configured, and is the pool one of its own?");
        }
        return quote;
    }

    /** What an exchange may say besides where here nothing is filled. */
    private static boolean agrees(Quote.Reason reason, Optional<BigInteger> asked) {
        boolean nothing = asked.isEmpty() || asked.orElseThrow().signum() == 0;
        return switch (reason) {
            case TOO_SMALL -> nothing;
            case NOT_ENOUGH_LIQUIDITY -> nothing; // A quoter may run out of gas on the way through an empty pool.
            case TOO_LARGE -> true; // Routers quote more than a pair can hold.
        };
    }

    private static String shown(Optional<BigInteger> amount) {
        return amount.map(BigInteger::toString).orElse("nothing");
    }

    /** What would be done, be it all that was asked for or not. */
    private static Optional<Swap> most(Quote quote) {
        return quote instanceof Quote.Unfilled unfilled ? unfilled.most() : quote.whole();
    }

    private Optional<AbiReader> answer(BlockRef at, Call question) {
        try {
            return Optional.of(client.call(at, question));
        } catch (RevertException cannotBeFilled) {
            return Optional.empty();
        }
    }

    private static Call question(Dex dex, Pool pool, Direction direction, BigInteger amount, boolean exactIn) {
        AbiWriter tokenIn = new AbiWriter().address(pool.tokenIn(direction));
        AbiWriter tokenOut = new AbiWriter().address(pool.tokenOut(direction));
        return switch (dex) {
            case Dex.ConstantProduct pairs -> {
                Function function = exactIn ? Functions.GET_AMOUNTS_OUT : Functions.GET_AMOUNTS_IN;
                yield function.on(pairs.router(), new AbiWriter().uint(amount).array(List.of(tokenIn, tokenOut)));
            }
            case Dex.Concentrated ranges -> {
                Function function = exactIn ? Functions.QUOTE_IN : Functions.QUOTE_OUT;
                yield function.on(
                        ranges.quoter(),
                        new AbiWriter()
                                .tuple(tokenIn)
                                .tuple(tokenOut)
                                .uint(amount)
                                .uint(pool.feePips())
                                .uint(0)); // No limit to the price.
            }
        };
    }

    /** A router answers with the amounts along the path, of which there are two here; a quoter with the one asked for. */
    private static BigInteger out(Dex dex, AbiReader answer) {
        return dex instanceof Dex.ConstantProduct ? path(answer).getLast() : answer.uint();
    }

    private static BigInteger in(Dex dex, AbiReader answer) {
        return dex instanceof Dex.ConstantProduct ? path(answer).getFirst() : answer.uint();
    }

    private static List<BigInteger> path(AbiReader answer) {
        AbiReader amounts = answer.tuple();
        if (amounts.smallInteger() != 2) {
            throw new PoolException("The router quotes a path of two tokens with another number of amounts.");
        }
        return List.of(amounts.uint(), amounts.uint());
    }
}
