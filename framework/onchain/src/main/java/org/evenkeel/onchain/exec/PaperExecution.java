package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.market.PairRoutes;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.Side;
import org.evenkeel.onchain.risk.TokenVerdict;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Trail;

/**
 * Fills trades with what their plan would bring at its block, and sends nothing: for trading on paper, and to show what
 * would be done. Plans are those of {@link SwapExecution}, limits of risk and all. The pools do not feel it, and so two
 * trades of one block are quoted as if each were alone.
 */
public final class PaperExecution implements Execution {
    private final Map<Chain, TradePlanner> planners;
    private final TradeListener listener;
    private final InstantSource clock;
    private final Set<Token> trusted = ConcurrentHashMap.newKeySet();

    /**
     * By these planners.
     *
     * @param listener hears of each plan, and why trades are not made
     * @param clock says when
     */
    public PaperExecution(List<TradePlanner> planners, TradeListener listener, InstantSource clock) {
        this.planners = planners.stream()
                .collect(
                        Collectors.toUnmodifiableMap(planner -> planner.market().chain(), Function.identity()));
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public boolean paysGasItself() {
        return true;
    }

    @Override
    public Ended execute(Order order) {
        PlannedTrade trade = order.trade();
        Chain chain = trade.intent().pair().chain();
        TradePlanner planner = planners.get(chain);
        if (planner == null) {
            throw new IllegalArgumentException("Trade " + trade.id() + " is on " + chain + ", and is planned on "
                    + planners.keySet() + " only: add the chain.");
        }
        try {
            return ended(trade, planner.plan(trade), order.at());
        } catch (ChainException | PoolException | AbiException | RevertException outage) {
            listener.noted(trade, String.valueOf(outage.getMessage()));
            return failed(order.at(), Outcome.NOT_SENT, List.of(String.valueOf(outage.getMessage())));
        }
    }

    private Ended ended(PlannedTrade trade, SwapPlan plan, Instant at) {
        return switch (plan) {
            case SwapPlan.Refused refused -> {
                listener.refused(trade, refused.reasons());
                yield failed(at, refused.outcome(), refused.reasons());
            }
            case SwapPlan.Ready ready -> {
                note(trade, ready);
                listener.planned(trade, ready);
                yield new Filled(later(at), fill(trade, ready));
            }
        };
    }

    private Failed failed(Instant at, Outcome outcome, List<String> reasons) {
        return new Failed(later(at), outcome, BigDecimal.ZERO, new Trail(List.of(), reasons));
    }

    /** What nobody tried is told of, once for each token. */
    private void note(PlannedTrade trade, SwapPlan.Ready plan) {
        Token token = trade.intent().pair().base();
        if (plan.token() instanceof TokenVerdict.Trusted && trusted.add(token)) {
            listener.noted(
                    trade,
                    "whether " + token + " (" + token.address()
                            + ") can be sold again was not tried, for there is no wallet to try it as: it is taken as"
                            + " sound here, and would be tried before a real buy");
        }
    }

    private Instant later(Instant at) {
        Instant now = clock.instant();
        return now.isBefore(at) ? at : now;
    }

    private static Fill fill(PlannedTrade trade, SwapPlan.Ready plan) {
        Route route = plan.routed().route();
        boolean buy = TradePlanner.side(trade) == Side.BUY;
        TradingPair pair = trade.intent().pair();
        BigInteger asset = buy ? route.amountOut() : route.amountIn();
        BigInteger reserve = buy ? route.amountIn() : route.amountOut();
        BigDecimal quantity = Units.amount(asset, pair.base());
        BigDecimal value = Units.amount(reserve, trade.reserve());
        double mid = plan.market().mid(pair).orElse(value.doubleValue() / quantity.doubleValue());
        return new Fill(
                quantity,
                value,
                mid,
                SwapCosts.of(
                        trade,
                        new Movements.Moved(route.amountIn(), route.amountOut()),
                        SwapCosts.Ideal.of(route.legs()),
                        SwapCosts.money(plan.gas().usd())),
                PairRoutes.of(plan.market().market(), route.legs()));
    }

    /** Nothing was ever sent. */
    @Override
    public List<Ended> settle(List<Trade> open, Instant at) {
        return open.stream()
                .map(trade -> (Ended) new Failed(later(at), Outcome.NOT_SENT, BigDecimal.ZERO))
                .toList();
    }
}
