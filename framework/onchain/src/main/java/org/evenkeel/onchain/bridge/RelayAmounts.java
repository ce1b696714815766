package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Decimals;

/**
 * How much arrives of how much: sent = received · (1 + bps / 10,000) + fixed, in whole base units of either token, which may
 * have different decimals. What is sent is rounded up and what is received down, so that no offer is below its terms.
 */
record RelayAmounts(Token from, Token to, BridgeTerms terms) {
    /** What is received, in whole units: no less than is asked for. */
    BigDecimal received(BigDecimal wanted) {
        return wanted.setScale(to.decimals(), RoundingMode.CEILING);
    }

    BigDecimal toSend(BigDecimal wanted) {
        return received(wanted).multiply(factor()).add(fixed()).setScale(from.decimals(), RoundingMode.CEILING);
    }

    BigDecimal toReceive(BigDecimal sent) {
        return sent.setScale(from.decimals(), RoundingMode.FLOOR)
                .subtract(fixed())
                .divide(factor(), to.decimals(), RoundingMode.FLOOR);
    }

    private BigDecimal factor() {
        return BigDecimal.ONE.add(BigDecimal.valueOf(terms.bps()).movePointLeft(4));
    }

    private BigDecimal fixed() {
        return Decimals.money(terms.usd());
    }
}
