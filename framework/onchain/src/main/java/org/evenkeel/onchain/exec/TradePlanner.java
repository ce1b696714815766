package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.MarketAt;
import org.evenkeel.onchain.market.Routed;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.Refusal;
import org.evenkeel.onchain.risk.RefusalReason;
import org.evenkeel.onchain.risk.RiskGate;
import org.evenkeel.onchain.risk.Side;
import org.evenkeel.onchain.risk.Situation;
import org.evenkeel.onchain.risk.TokenVerdict;
import org.evenkeel.onchain.risk.TradeProposal;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.swap.SwapCalls;
import org.evenkeel.onchain.swap.SwapTerms;
import org.evenkeel.onchain.tx.Holder;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Size;

/** Says for a trade, from the newest block, what would be sent for it, or what speaks against that. Sends nothing. */
public final class TradePlanner {
    private static final long TRANSACTION_GAS = 21_000;
    private static final Set<RefusalReason> OF_GAS = Set.of(RefusalReason.GAS_COST, RefusalReason.GAS_SHARE);
    private static final Set<RefusalReason> OF_IMPACT = Set.of(RefusalReason.PRICE_IMPACT);

    private final ChainMarket market;
    private final Holder wallet;
    private final Rules rules;
    private final InstantSource clock;

    /**
     * By what trades are judged.
     *
     * @param gate the limits of risk
     * @param verdicts what tokens do
     * @param today what was traded today
     * @param peg what the reserve is worth
     * @param deadline how long after its block a swap may still be made
     */
    public record Rules(RiskGate gate, TokenVerdicts verdicts, DayFigures today, PegSource peg, Duration deadline) {}

    /** Says what one reserve token is worth in USD, where that is known. */
    @FunctionalInterface
    public interface PegSource {
        /** By the deepest of the market's pools against another dollar. */
        PegSource POOLS = MarketAt::reserveUsd;

        /** At a block. */
        Optional<BigDecimal> reserveUsd(MarketAt market);
    }

    /**
     * For one chain.
     *
     * @param market where is traded
     * @param wallet that pays and is paid
     * @param rules by what trades are judged
     * @param clock says what time it is, for the age of a block
     */
    public TradePlanner(ChainMarket market, Address wallet, Rules rules, InstantSource clock) {
        this(market, Holder.of(wallet), rules, clock);
    }

    /** For one chain, in the name of a holder, within the limits that it has. */
    public TradePlanner(ChainMarket market, Holder wallet, Rules rules, InstantSource clock) {
        this.market = market;
        this.wallet = wallet;
        this.rules = rules;
        this.clock = clock;
    }

    /** Where is traded. */
    ChainMarket market() {
        return market;
    }

    /** What would be done now. */
    public SwapPlan plan(PlannedTrade trade) {
        MarketAt now = market.now();
        return plan(trade, now, now.route(tokenIn(trade), tokenOut(trade), amountIn(trade)));
    }

    /** What would be done now through a router that is allowed the amount already. */
    SwapPlan again(PlannedTrade trade, SwapCalls through) {
        MarketAt now = market.now();
        return plan(trade, now, now.route(through, tokenIn(trade), tokenOut(trade), amountIn(trade)));
    }

    private SwapPlan plan(PlannedTrade trade, MarketAt now, Optional<Routed> found) {
        if (found.isEmpty()) {
            String why = now.findFault(trade.intent().pair())
                    .orElse("no pools lead from " + tokenIn(trade) + " to " + tokenOut(trade) + ", or they do not bear "
                            + amountIn(trade) + " base units");
            Outcome none = isTrigger(trade) ? Outcome.NOT_SENT : Outcome.NO_LIQUIDITY;
            return new SwapPlan.Refused(none, List.of("At block " + now.block() + " " + why + "."));
        }
        Routed routed = found.get();
        Side side = side(trade);
        TokenVerdict verdict = verdict(trade, now, routed);
        RiskGate gate = rules.today().exits().gate(rules.gate(), trade);
        BigInteger minOut = gate.minOut(side, routed.route(), verdict);
        SwapPlan.Gas gas = gas(now, routed.route());
        List<Refusal> refusals =
                gate.refusals(proposal(trade, now, new Terms(routed, minOut, gas)), situation(now, verdict));
        if (!refusals.isEmpty()) {
            return new SwapPlan.Refused(
                    outcome(trade, refusals),
                    refusals.stream().map(Refusal::toString).toList());
        }
        Instant deadline = now.block().time().plus(rules.deadline());
        SwapTerms terms = new SwapTerms(wallet.address(), minOut, deadline, isTaxed(verdict, routed));
        Optional<String> obstacle = routed.calls().obstacle(routed.route(), terms.feeOnTransfer());
        if (obstacle.isPresent()) {
            return new SwapPlan.Refused(Outcome.NO_ROUTE, List.of(obstacle.get()));
        }
        PreparedCall swap = routed.calls().swap(routed.route(), terms);
        Optional<String> prohibition = prohibition(now, swap);
        if (prohibition.isPresent()) {
            return new SwapPlan.Refused(Outcome.REFUSED, List.of(prohibition.get()));
        }
        return new SwapPlan.Ready(now, routed, minOut, gas, verdict, swap);
    }

    /** What does not do as it says may take a part as well: where a router has a call for that, it is sold by it. */
    private static boolean isTaxed(TokenVerdict verdict, Routed routed) {
        return verdict instanceof TokenVerdict.Taxed
                || (verdict instanceof TokenVerdict.Untrue
                        && routed.calls().obstacle(routed.route(), true).isEmpty());
    }

    /** Asked before anything is approved for a swap that may not be made. */
    private Optional<String> prohibition(MarketAt now, PreparedCall swap) {
        Call call = new Call(swap.target(), "the swap", swap.data());
        return wallet.prohibition(now.block(), call, swap.value());
    }

    private record Terms(Routed routed, BigInteger minOut, SwapPlan.Gas gas) {}

    private TokenVerdict verdict(PlannedTrade trade, MarketAt now, Routed routed) {
        Token asset = trade.intent().pair().base();
        return side(trade) == Side.BUY
                ? rules.verdicts().beforeBuying(now, asset, routed)
                : rules.verdicts().find(now, asset).orElseGet(TokenVerdict.Sound::new);
    }

    private SwapPlan.Gas gas(MarketAt now, Route route) {
        long units = TRANSACTION_GAS + wallet.gasAround() + GasCosts.FREE.gas(route);
        return new SwapPlan.Gas(units, now.usd(now.gasPrice().multiply(BigInteger.valueOf(units))));
    }

    private TradeProposal proposal(PlannedTrade trade, MarketAt now, Terms terms) {
        Route route = terms.routed.route();
        BigInteger reserve = side(trade) == Side.BUY ? route.amountIn() : route.amountOut();
        return new TradeProposal(
                side(trade),
                new TradeProposal.Quoted(route, now.block().time()),
                terms.routed.calls().router().address(),
                terms.minOut,
                new TradeProposal.Worth(Units.amount(reserve, trade.reserve()), terms.gas.usd()));
    }

    private Situation situation(MarketAt now, TokenVerdict verdict) {
        Instant time = clock.instant();
        DayFigures.Today today = rules.today().at(time);
        return new Situation(
                time, today.tradedUsd(), today.lostUsd(), rules.peg().reserveUsd(now), verdict);
    }

    /**
     * What only waiting for cheaper gas, or for deeper pools, can mend is told apart from the rest. A touched trigger does
     * not wait for a decision because of pools that are shallow for a moment.
     */
    private static Outcome outcome(PlannedTrade trade, List<Refusal> refusals) {
        if (refusals.stream().allMatch(refusal -> OF_GAS.contains(refusal.reason()))) {
            return Outcome.NO_GAS;
        }
        return !isTrigger(trade) && refusals.stream().allMatch(refusal -> OF_IMPACT.contains(refusal.reason()))
                ? Outcome.NO_LIQUIDITY
                : Outcome.REFUSED;
    }

    private static boolean isTrigger(PlannedTrade trade) {
        return trade.intent().reason().isTrigger();
    }

    static Side side(PlannedTrade trade) {
        return switch (trade.intent().side()) {
            case BUY -> Side.BUY;
            case SELL -> Side.SELL;
        };
    }

    static Token tokenIn(PlannedTrade trade) {
        return side(trade) == Side.BUY ? trade.reserve() : trade.intent().pair().base();
    }

    static Token tokenOut(PlannedTrade trade) {
        return side(trade) == Side.BUY ? trade.intent().pair().base() : trade.reserve();
    }

    /** All of it: a sale leaves nothing behind. */
    static BigInteger amountIn(PlannedTrade trade) {
        BigDecimal amount = switch (trade.intent().size()) {
            case Size.Spend spend -> spend.value();
            case Size.Sell sell -> sell.quantity();
            case Size.SellAll all ->
                throw new IllegalStateException("Trade " + trade.id() + " was planned without a quantity.");
        };
        return Units.of(amount, tokenIn(trade));
    }
}
