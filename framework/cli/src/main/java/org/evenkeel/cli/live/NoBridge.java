package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Transfer;

/** Chains that no money can be moved between: whatever is sent, nothing would arrive. */
final class NoBridge implements Bridge {
    @Override
    public BigDecimal toSend(Token from, Token to, BigDecimal received) {
        throw none(from, to);
    }

    @Override
    public BigDecimal toReceive(Token from, Token to, BigDecimal sent) {
        return BigDecimal.ZERO;
    }

    @Override
    public Transfer plan(Request request, Instant at) {
        throw none(request.from(), request.to());
    }

    @Override
    public void start(Transfer transfer, Instant at) {
        throw none(transfer.from(), transfer.to());
    }

    @Override
    public Whereabouts whereabouts(Transfer transfer, Instant at) {
        throw none(transfer.from(), transfer.to());
    }

    private static IllegalStateException none(Token from, Token to) {
        return new IllegalStateException("No bridge is known from " + from.chain() + " to " + to.chain()
                + ": name its contract for both of them in chains.json.");
    }
}
