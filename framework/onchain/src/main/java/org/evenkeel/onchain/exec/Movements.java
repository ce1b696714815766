package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.LoggedReceipt;
import org.evenkeel.onchain.token.Erc20;
import org.evenkeel.onchain.token.Transfers;
import org.evenkeel.state.model.PlannedTrade;

/**
 * Reads how much of its two tokens a swap moved: what they logged in its receipt, held against the wallet's balances before
 * and after its block.
 */
final class Movements {
    private final ChainClient client;
    private final Address wallet;
    private final TradeListener listener;

    Movements(ChainClient client, Address wallet, TradeListener listener) {
        this.client = client;
        this.wallet = wallet;
        this.listener = listener;
    }

    /**
     * What went and what came, in base units: both more than nothing.
     *
     * @param in of the token that the wallet paid
     * @param out of the token that it was paid
     */
    record Moved(BigInteger in, BigInteger out) {}

    /** What the swap of a trade moved. */
    Moved of(PlannedTrade trade, LoggedReceipt logged, BlockRef block, BlockRef parent) {
        Moved said = logged(trade, logged);
        return deltas(trade, block, parent)
                .map(deltas -> checked(trade, said, deltas))
                .orElse(said);
    }

    private Moved logged(PlannedTrade trade, LoggedReceipt logged) {
        BigInteger in = net(logged, TradePlanner.tokenIn(trade)).negate();
        BigInteger out = net(logged, TradePlanner.tokenOut(trade));
        if (in.signum() <= 0 || out.signum() <= 0) {
            throw new IllegalStateException("The swap of trade " + trade.id() + " on " + client.chain()
                    + " (transaction " + logged.receipt().hash() + ") is there, and by its logs it took " + in
                    + " and brought " + out + " base units: that is none of a trade. Look at the transaction; the run"
                    + " must not go on.");
        }
        return new Moved(in, out);
    }

    private BigInteger net(LoggedReceipt logged, Token token) {
        return Transfers.net(logged.logs(), Units.address(token), wallet);
    }

    /**
     * A token can log what it does not do. What is worse by the balances is booked as it is; what is better came from
     * elsewhere in the same block, and is not the trade's.
     */
    private Moved checked(PlannedTrade trade, Moved logged, Moved deltas) {
        if (deltas.equals(logged)) {
            return logged;
        }
        listener.noted(
                trade,
                "by its logs the swap took " + logged.in + " and brought " + logged.out
                        + " base units; by the wallet's balances, " + deltas.in + " and " + deltas.out
                        + ": the worse of each is booked, for a token may log what it does not do, and what is better"
                        + " came from elsewhere in the same block");
        BigInteger out = deltas.out.signum() > 0 ? deltas.out.min(logged.out) : logged.out;
        return new Moved(deltas.in.max(logged.in), out);
    }

    private Optional<Moved> deltas(PlannedTrade trade, BlockRef block, BlockRef parent) {
        try {
            List<BigInteger> after = balances(trade, block);
            List<BigInteger> before = balances(trade, parent);
            return Optional.of(
                    new Moved(before.get(0).subtract(after.get(0)), after.get(1).subtract(before.get(1))));
        } catch (ChainException forgotten) {
            if (forgotten.fault() != ChainFault.NODE_ERROR) {
                throw forgotten;
            }
            listener.noted(trade, "no node knows the balances about block " + block + " any more: the logs are booked");
            return Optional.empty();
        }
    }

    private List<BigInteger> balances(PlannedTrade trade, BlockRef at) {
        List<Call> calls = List.of(
                Erc20.balance(Units.address(TradePlanner.tokenIn(trade)), wallet),
                Erc20.balance(Units.address(TradePlanner.tokenOut(trade)), wallet));
        List<BigInteger> balances = new ArrayList<>();
        for (CallAnswer answer : client.callAll(at, calls)) {
            balances.add(answer.read().uint());
        }
        return balances;
    }
}
