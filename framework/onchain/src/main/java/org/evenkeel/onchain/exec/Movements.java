package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.Side;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;
import org.evenkeel.onchain.rpc.LogRange;
import org.evenkeel.onchain.rpc.LoggedReceipt;
import org.evenkeel.onchain.token.Erc20;
import org.evenkeel.onchain.token.TokenNumbers;
import org.evenkeel.onchain.token.Transfers;
import org.evenkeel.state.model.PlannedTrade;

/**
 * Reads how much of its two tokens a swap moved: what they logged in its receipt, held against the wallet's balances before
 * and after its block. Where these differ the balances are right, less what other transactions of the block are logged to
 * have moved, and the token is bought no more. A token may lie in its balances too: no more counts as bought than the pools
 * paid out, nor as sold than the trade was to sell.
 */
final class Movements {
    private final ChainMarket market;
    private final ChainClient client;
    private final Address wallet;
    private final TokenVerdicts verdicts;
    private final TradeListener listener;

    Movements(ChainMarket market, Address wallet, TokenVerdicts verdicts, TradeListener listener) {
        this.market = market;
        this.client = market.client();
        this.wallet = wallet;
        this.verdicts = verdicts;
        this.listener = listener;
    }

    /**
     * What went and what came, in base units: 0 or more. That a swap took or brought nothing can only be a token's doing.
     *
     * @param in of the token that the wallet paid
     * @param out of the token that it was paid
     */
    record Moved(BigInteger in, BigInteger out) {
        private boolean isOfATrade() {
            return in.signum() > 0 && out.signum() > 0;
        }

        private Moved atLeastNothing() {
            return new Moved(in.max(BigInteger.ZERO), out.max(BigInteger.ZERO));
        }

        private Moved plus(Moved other) {
            return new Moved(in.add(other.in), out.add(other.out));
        }

        private Moved minus(Moved other) {
            return new Moved(in.subtract(other.in), out.subtract(other.out));
        }
    }

    /** By how much the balances fell and rose; empty where a token does not tell. */
    private record Changes(Optional<BigInteger> in, Optional<BigInteger> out) {
        private boolean are(Moved moved) {
            return in.filter(moved.in::equals).isPresent()
                    && out.filter(moved.out::equals).isPresent();
        }

        /** In place of what is not told, what was logged. */
        private Moved or(Moved logged) {
            return new Moved(in.orElse(logged.in), out.orElse(logged.out));
        }
    }

    /**
     * What the swap of a trade moved.
     *
     * @throws ChainException when the logs are none of a trade, and no node knows the balances: another may later
     */
    Moved of(PlannedTrade trade, LoggedReceipt logged, BlockRef block, BlockRef parent) {
        Moved said = net(trade, logged.logs());
        Optional<Changes> changes = changes(trade, block, parent);
        if (changes.isEmpty() && !said.isOfATrade()) {
            throw new ChainException(
                    ChainFault.STALE,
                    "The swap of trade " + trade.id() + " on " + client.chain() + " (transaction "
                            + logged.receipt().hash() + ") is there, by its logs it took " + said.in + " and brought "
                            + said.out + " base units, and no node knows the balances about its block any more: it is"
                            + " asked after again. Name a node that keeps old states.");
        }
        Moved seen = changes.filter(found -> !found.are(said))
                .map(found -> differing(trade, said, found, block))
                .orElse(said)
                .atLeastNothing();
        Moved booked = bounded(trade, said, seen, logged.logs());
        if (!seen.equals(said) || !booked.equals(said)) {
            tell(trade, said, seen, booked);
        }
        return booked;
    }

    /** Where no pool of the market says what was paid out, the token's own logs are all that is known of it. */
    private Moved bounded(PlannedTrade trade, Moved said, Moved seen, List<LogEntry> logs) {
        if (TradePlanner.side(trade) == Side.SELL) {
            return new Moved(seen.in.min(TradePlanner.amountIn(trade)), seen.out);
        }
        BigInteger most = PoolSwap.paidOut(logs, market, Units.address(TradePlanner.tokenOut(trade)))
                .orElseGet(() -> said.atLeastNothing().out);
        return new Moved(seen.in, seen.out.min(most));
    }

    private Moved net(PlannedTrade trade, List<LogEntry> logs) {
        return new Moved(
                Transfers.net(logs, Units.address(TradePlanner.tokenIn(trade)), wallet)
                        .negate(),
                Transfers.net(logs, Units.address(TradePlanner.tokenOut(trade)), wallet));
    }

    private Moved differing(PlannedTrade trade, Moved said, Changes changes, BlockRef block) {
        return elsewhere(trade, said, block)
                .map(elsewhere -> changes.or(said.plus(elsewhere)).minus(elsewhere))
                .orElseGet(() -> worse(said, changes.or(said)));
    }

    private void tell(PlannedTrade trade, Moved said, Moved seen, Moved booked) {
        String what = "by its logs the swap took " + said.in + " and brought " + said.out
                + " base units; by the wallet's balances, " + seen.in + " and " + seen.out + "; booked are " + booked.in
                + " and " + booked.out + ", for a token may log, and tell, what it does not do";
        Token asset = trade.intent().pair().base();
        boolean paid = TradePlanner.tokenIn(trade).equals(asset);
        Set<BigInteger> ofTheAsset = Stream.of(said, seen, booked)
                .map(one -> paid ? one.in : one.out)
                .collect(Collectors.toSet());
        if (ofTheAsset.size() == 1) {
            listener.noted(trade, what);
        } else {
            verdicts.distrust(asset, what);
            String told = verdicts.findUntrue(asset).orElse(what);
            listener.noted(trade, asset + " is bought no more; what is held of it may be sold: " + told);
        }
    }

    /** Where nobody can say what else moved in the block: what is better may have come from there. */
    private static Moved worse(Moved said, Moved changed) {
        BigInteger out = changed.out.signum() > 0 && said.out.signum() > 0 ? changed.out.min(said.out) : changed.out;
        return new Moved(changed.in.max(said.in), out);
    }

    /** What other transactions of the block moved, by the tokens' logs of the whole block; empty where no node says. */
    private Optional<Moved> elsewhere(PlannedTrade trade, Moved said, BlockRef block) {
        LogFilter transfers = new LogFilter(
                Set.of(Units.address(TradePlanner.tokenIn(trade)), Units.address(TradePlanner.tokenOut(trade))),
                Set.of(Transfers.TRANSFER));
        try {
            LogRange range = client.logs().read(transfers, block.number(), block.number());
            return Optional.of(range)
                    .filter(found -> found.end().hash().equals(block.hash()))
                    .map(found -> net(trade, found.logs()).minus(said));
        } catch (ChainException forgotten) {
            requireForgotten(forgotten);
            return Optional.empty();
        }
    }

    private static void requireForgotten(ChainException failed) {
        if (failed.fault() != ChainFault.NODE_ERROR && failed.fault() != ChainFault.TOO_LARGE) {
            throw failed;
        }
    }

    private Optional<Changes> changes(PlannedTrade trade, BlockRef block, BlockRef parent) {
        try {
            List<Optional<BigInteger>> after = balances(trade, block);
            List<Optional<BigInteger>> before = balances(trade, parent);
            return Optional.of(new Changes(less(before.get(0), after.get(0)), less(after.get(1), before.get(1))));
        } catch (ChainException forgotten) {
            requireForgotten(forgotten);
            listener.noted(trade, "no node knows the balances about block " + block + " any more: the logs are booked");
            return Optional.empty();
        }
    }

    private static Optional<BigInteger> less(Optional<BigInteger> from, Optional<BigInteger> what) {
        return from.flatMap(whole -> what.map(whole::subtract));
    }

    private List<Optional<BigInteger>> balances(PlannedTrade trade, BlockRef at) {
        List<Call> questions = List.of(
                Erc20.balance(Units.address(TradePlanner.tokenIn(trade)), wallet),
                Erc20.balance(Units.address(TradePlanner.tokenOut(trade)), wallet));
        return TokenNumbers.of(client, at, questions).stream()
                .map(told -> told.filter(TokenNumbers::isAmount))
                .toList();
    }
}
