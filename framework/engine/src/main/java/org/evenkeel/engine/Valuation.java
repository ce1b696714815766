package org.evenkeel.engine;

import java.math.BigDecimal;
import java.util.Collection;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Transfer;

/**
 * What a book is worth: reserves, what is in flight, and every position at what its sale would bring, in USD.
 *
 * @param equity all of it
 * @param cash the reserves and what is in flight
 */
record Valuation(double equity, double cash) {
    static Valuation of(Portfolio portfolio, Quotes quotes) {
        BigDecimal cash = Decimals.sum(portfolio.reserves().values());
        for (Transfer transfer : portfolio.inFlight()) {
            cash = cash.add(transfer.amounts().received());
        }
        double cashUsd = cash.doubleValue();
        return new Valuation(cashUsd + positionsValue(portfolio.positions(), quotes), cashUsd);
    }

    private static double positionsValue(Collection<Position> positions, Quotes quotes) {
        double value = 0;
        for (Position position : positions) {
            value += quotes.saleValue(position.pair(), position.quantity().doubleValue());
        }
        return value;
    }
}
