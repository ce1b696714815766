package org.evenkeel.onchain.risk;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.route.Hop;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RoutePart;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.swap.SwapCalls;
import org.evenkeel.onchain.token.Erc20;

/**
 * Tries, before the first buy of a token, to buy, approve and sell it: as the wallet, by the contracts themselves, in one
 * simulated block. A token may treat other accounts and amounts otherwise, and later too.
 */
public final class TokenTrial {
    private final ChainClient client;
    private final SwapCalls calls;

    /** Tries through this client and router. */
    public TokenTrial(ChainClient client, SwapCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /**
     * What became of it. Where no node simulates, or the wallet has not the money to buy, nothing is known, and nothing
     * should be bought.
     *
     * @param at the block that the route is quoted at
     * @param wallet that would buy, and has what goes in
     * @param buy the route to the token; the first of its parts is tried, there and back
     */
    public TokenVerdict verdict(BlockRef at, Address wallet, Route buy) {
        Route tried = new Route(List.of(buy.parts().getFirst()));
        Optional<String> obstacle = calls.obstacle(tried, false);
        if (obstacle.isPresent()) {
            return new TokenVerdict.Unproven(obstacle.orElseThrow());
        }
        try {
            return new Attempt(new TrialSwaps(client, calls, at, wallet), tried).verdict();
        } catch (ChainException | AbiException unanswered) {
            return new TokenVerdict.Unproven(String.valueOf(unanswered.getMessage()));
        }
    }

    /** At one block, with one amount. */
    private static final class Attempt {
        private final TrialSwaps trial;
        private final Route buy;

        Attempt(TrialSwaps trial, Route buy) {
            this.trial = trial;
            this.buy = buy;
        }

        /** How much comes has to be known before it can be sold: buying is simulated alone, and then with all the rest. */
        TokenVerdict verdict() {
            List<Call> buying = between(buy.tokenOut(), trial.swap(buy));
            List<CallAnswer> bought = trial.answers(buying);
            Optional<String> failed = TrialSwaps.failure(bought);
            if (failed.isPresent()) {
                return new TokenVerdict.Unproven("it could not be bought with " + buy.amountIn() + " of "
                        + buy.tokenIn() + ". " + failed.orElseThrow());
            }
            BigInteger received = gained(bought);
            if (received.signum() <= 0) {
                return new TokenVerdict.Honeypot("none of the " + buy.amountOut() + " that were bought came.");
            }
            return back(received)
                    .map(sale -> sold(buying, received, sale))
                    .orElseGet(() -> new TokenVerdict.Unproven("its pools do not take " + received + " of it back."));
        }

        private TokenVerdict sold(List<Call> buying, BigInteger received, Route sale) {
            List<Call> selling = between(sale.tokenOut(), trial.swap(sale));
            List<Call> all = new ArrayList<>(buying);
            all.addAll(selling);
            List<CallAnswer> answers = trial.answers(all).subList(buying.size(), all.size());
            Optional<String> failed = TrialSwaps.failure(answers);
            if (failed.isPresent()) {
                return new TokenVerdict.Honeypot(failed.orElseThrow());
            }
            int buyBps = Bps.below(buy.amountOut(), received);
            int sellBps = Bps.below(sale.amountOut(), gained(answers).max(BigInteger.ZERO));
            return buyBps == 0 && sellBps == 0 ? new TokenVerdict.Sound() : new TokenVerdict.Taxed(buyBps, sellBps);
        }

        /** The same pools the other way round, as the buy leaves them. */
        private Optional<Route> back(BigInteger received) {
            List<Hop> hops = new ArrayList<>();
            BigInteger amount = received;
            for (Hop there : buy.parts().getFirst().hops().reversed()) {
                Optional<Hop> hop = there.back(amount);
                if (hop.isEmpty()) {
                    return Optional.empty();
                }
                hops.add(hop.orElseThrow());
                amount = hop.orElseThrow().swap().amountOut();
            }
            return Optional.of(new Route(List.of(new RoutePart(hops))));
        }

        /** With the balance of a token before and after. */
        private List<Call> between(Address token, List<Call> steps) {
            Call balance = Erc20.balance(token, trial.wallet());
            List<Call> all = new ArrayList<>(steps);
            all.addFirst(balance);
            all.addLast(balance);
            return all;
        }

        private static BigInteger gained(List<CallAnswer> answers) {
            return answers.getLast()
                    .read()
                    .uint()
                    .subtract(answers.getFirst().read().uint());
        }
    }
}
