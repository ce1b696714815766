package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.testkit.chain.TestContract;

/** A buy and the sale of all that it brought, booked as they moved, with nothing left allowed. */
record RoundTrip(Fill bought, Fill sold) {
    static final String SPEND = "1234.567891";

    static RoundTrip of(Dealer dealer, TradingPair pair) {
        BigInteger cash = dealer.cash();
        Fill bought = dealer.filled(dealer.buy(pair, SPEND));
        assertEquals(Units.of(bought.quantity(), pair.base()), dealer.held(pair));
        assertEquals(Units.of(bought.value(), dealer.floor.reserve), cash.subtract(dealer.cash()));
        assertEquals(new BigDecimal(SPEND), bought.value());
        assertTrue(bought.costs().gas().signum() > 0);
        cash = dealer.cash();
        Fill sold = dealer.filled(dealer.sell(pair, bought.quantity()));
        assertEquals(BigInteger.ZERO, dealer.held(pair));
        assertEquals(Units.of(sold.value(), dealer.floor.reserve), dealer.cash().subtract(cash));
        assertEquals(bought.quantity(), sold.quantity());
        TestContract token = dealer.floor.contract(pair);
        assertEquals(BigInteger.ZERO, dealer.allowed(dealer.floor.cash).add(dealer.allowed(token)));
        return new RoundTrip(bought, sold);
    }

    /** The same for a Safe, whose key gets nothing of it. */
    static void throughSafe(Dealer dealer, TradingPair pair) {
        of(dealer, pair);
        Address key = Trading.WALLET;
        assertEquals(BigInteger.ZERO, dealer.floor.balance(dealer.floor.cash, key));
        assertEquals(BigInteger.ZERO, dealer.floor.balance(dealer.floor.contract(pair), key));
    }

    /**
     * The buy alone, which the next process finds as it was and does not make again.
     *
     * @return that process
     */
    static Dealer halfAcrossRestart(Dealer dealer, TradingPair pair) {
        PlannedTrade trade = dealer.planBuy(pair, "100");
        Execution.Ended first = dealer.trading.execute(trade);
        dealer.filled(first);
        BigInteger cash = dealer.cash();
        Dealer next = dealer.restarted();
        assertEquals(first, next.settle(trade));
        assertEquals(first, next.trading.execute(trade));
        assertEquals(cash, next.cash());
        return next;
    }
}
