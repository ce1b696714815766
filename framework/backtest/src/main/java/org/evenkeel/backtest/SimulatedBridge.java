package org.evenkeel.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Transfer;

/** A bridge of fixed cost and delay: sent = received·(1 + bps) + fixed. */
public final class SimulatedBridge implements Bridge {
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(Decimals.MONEY);

    private final Expenses expenses;

    /** On these terms. */
    public SimulatedBridge(Expenses expenses) {
        this.expenses = expenses;
    }

    @Override
    public BigDecimal toSend(Token from, Token to, BigDecimal received) {
        BridgeTerms terms = terms(from, to);
        return terms.isFree()
                ? received
                : received.multiply(factor(terms)).add(fixed(terms)).setScale(scale(received), RoundingMode.UP);
    }

    @Override
    public BigDecimal toReceive(Token from, Token to, BigDecimal sent) {
        BridgeTerms terms = terms(from, to);
        if (terms.isFree()) {
            return sent;
        }
        BigDecimal most = sent.subtract(fixed(terms)).divide(factor(terms), Decimals.MONEY, RoundingMode.DOWN);
        // What has to be sent is rounded up, which can take it past an amount of more decimals than money has.
        return toSend(from, to, most).compareTo(sent) <= 0 ? most : most.subtract(UNIT);
    }

    private BridgeTerms terms(Token from, Token to) {
        return expenses.bridgeBetween(from.chain(), to.chain());
    }

    private static BigDecimal fixed(BridgeTerms terms) {
        return Decimals.money(terms.usd());
    }

    private static BigDecimal factor(BridgeTerms terms) {
        return BigDecimal.ONE.add(BigDecimal.valueOf(terms.bps()).movePointLeft(4));
    }

    private static int scale(BigDecimal amount) {
        return Math.max(Decimals.MONEY, amount.scale());
    }

    @Override
    public Transfer plan(Request request, Instant at) {
        BigDecimal sent = toSend(request.from(), request.to(), request.received());
        return new Transfer(
                request.id(),
                request.book(),
                request.from(),
                request.to(),
                new Transfer.Amounts(sent, request.received()),
                new Transfer.Times(
                        at, at.plus(terms(request.from(), request.to()).delay())));
    }

    /** A delay passes by itself. */
    @Override
    public void start(Transfer transfer, Instant at) {}

    @Override
    public Whereabouts whereabouts(Transfer transfer, Instant at) {
        return transfer.times().arrives().isAfter(at)
                ? new InFlight()
                : new Arrived(transfer.amounts().received());
    }
}
