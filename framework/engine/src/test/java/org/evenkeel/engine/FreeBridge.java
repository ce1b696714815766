package org.evenkeel.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Transfer;

/** A bridge that costs nothing: all that is sent arrives. */
interface FreeBridge extends Bridge {
    /** How long a transfer is expected to take. */
    default Duration crossing() {
        return Duration.ZERO;
    }

    @Override
    default BigDecimal toSend(Token from, Token to, BigDecimal received) {
        return received;
    }

    @Override
    default BigDecimal toReceive(Token from, Token to, BigDecimal sent) {
        return sent;
    }

    @Override
    default Transfer plan(Request request, Instant at) {
        return new Transfer(
                request.id(),
                request.book(),
                request.from(),
                request.to(),
                new Transfer.Amounts(request.received(), request.received()),
                new Transfer.Times(at, at.plus(crossing())));
    }
}
