package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.MarketAt;
import org.evenkeel.onchain.market.PairRoutes;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.Side;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.LoggedReceipt;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;

/**
 * Reads from the chain what a swap came to. Amounts are what moved in the swap's own transaction; fee, impact and mid price
 * come from the pools as they were before its block. So the fill is the same whoever reads it, and when.
 */
final class FillReader {
    private final ChainMarket market;
    private final Movements movements;
    private final TradeListener listener;

    FillReader(ChainMarket market, Address wallet, TokenVerdicts verdicts, TradeListener listener) {
        this.market = market;
        this.movements = new Movements(market, wallet, verdicts, listener);
        this.listener = listener;
    }

    /**
     * What a swap that succeeded came to.
     *
     * @param gas what all transactions of the trade took, in wei
     * @throws ChainException when the chain cannot say just now
     */
    Execution.Filled filled(PlannedTrade trade, Receipt receipt, BigInteger gas) {
        LoggedReceipt logged = market.client()
                .transactions()
                .loggedReceipt(receipt.hash())
                .filter(found -> found.receipt().blockHash().equals(receipt.blockHash()))
                .orElseThrow(() -> unsettled("the receipt of transaction " + receipt.hash()));
        List<BlockRef> blocks =
                market.client().logs().blocks(List.of(receipt.blockNumber() - 1, receipt.blockNumber()));
        BlockRef parent = blocks.getFirst();
        BlockRef block = blocks.getLast();
        if (!block.hash().equals(receipt.blockHash())) {
            throw unsettled("block " + receipt.blockNumber());
        }
        Movements.Moved moved = movements.of(trade, logged, block, parent);
        return new Execution.Filled(block.time(), fill(trade, moved, logged, new Before(find(trade, parent), gas)));
    }

    /** When a transaction's block was. */
    Instant time(Receipt receipt) {
        return block(receipt.blockNumber()).time();
    }

    /** What gas took in USD, by the prices before the block of the last transaction that took it. */
    BigDecimal usd(PlannedTrade trade, BigInteger wei, Receipt last) {
        return usd(find(trade, block(last.blockNumber() - 1)), wei);
    }

    private BigDecimal usd(Optional<MarketAt> before, BigInteger wei) {
        return SwapCosts.money(before.orElseGet(market::now).usd(wei));
    }

    private BlockRef block(long number) {
        return market.client().transactions().block(number).orElseThrow(() -> unsettled("block " + number));
    }

    private ChainException unsettled(String what) {
        return new ChainException(
                ChainFault.STALE,
                "A node of " + market.chain() + " has not " + what
                        + " as it was there a moment ago: it is asked again when trades are settled.");
    }

    /** Nodes keep the states of some hundred blocks only. */
    private Optional<MarketAt> find(PlannedTrade trade, BlockRef block) {
        try {
            return Optional.of(market.at(block));
        } catch (ChainException forgotten) {
            if (forgotten.fault() != ChainFault.NODE_ERROR) {
                throw forgotten;
            }
            listener.noted(trade, "no node knows the pools at block " + block + " any more: fees are not told apart");
            return Optional.empty();
        }
    }

    /**
     * What was before the swap.
     *
     * @param market at the block before, where a node still knows it
     * @param gas that the trade took, in wei
     */
    private record Before(Optional<MarketAt> market, BigInteger gas) {}

    /** What one was paid with; where a token moved nothing there is no price, and 1 is as good as any. */
    private static double paid(BigDecimal value, BigDecimal quantity) {
        return value.signum() == 0 || quantity.signum() == 0 ? 1 : value.doubleValue() / quantity.doubleValue();
    }

    private Fill fill(PlannedTrade trade, Movements.Moved moved, LoggedReceipt logged, Before before) {
        boolean buy = TradePlanner.side(trade) == Side.BUY;
        TradingPair pair = trade.intent().pair();
        BigDecimal quantity = Units.amount(buy ? moved.out() : moved.in(), pair.base());
        BigDecimal value = Units.amount(buy ? moved.in() : moved.out(), trade.reserve());
        double mid = before.market
                .map(then -> then.mid(pair))
                .orElse(OptionalDouble.empty())
                .orElseGet(() -> paid(value, quantity));
        BigDecimal gas = usd(before.market, before.gas);
        Optional<SwapTrace> way = before.market.flatMap(then -> SwapTrace.of(
                logged.logs(),
                then,
                Units.address(TradePlanner.tokenIn(trade)),
                Units.address(TradePlanner.tokenOut(trade))));
        Costs costs = way.map(trace -> SwapCosts.of(trade, moved, SwapCosts.Ideal.of(trace.legs()), gas))
                .orElseGet(() -> SwapCosts.unexplained(buy, value, quantity.multiply(BigDecimal.valueOf(mid)), gas));
        return new Fill(
                quantity,
                value,
                mid,
                costs,
                way.map(trace -> PairRoutes.of(market, trace.legs())).orElse(List.of()));
    }
}
