package org.evenkeel.api.port;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Transfer;

/** Moves reserve from one chain to another. */
public interface Bridge {
    /**
     * A wanted transfer.
     *
     * @param id its number in the ledger
     * @param book the book whose money it is
     * @param from the reserve to take it from
     * @param to the reserve to bring it to
     * @param received how much is to arrive
     */
    record Request(long id, String book, Token from, Token to, BigDecimal received) {}

    /** How much has to be sent so that so much arrives, costs included. */
    BigDecimal toSend(Token from, Token to, BigDecimal received);

    /** How much arrives when so much is sent; 0 or less where the costs eat it all. */
    BigDecimal toReceive(Token from, Token to, BigDecimal sent);

    /** Starts a transfer. */
    Transfer start(Request request, Instant at);

    /**
     * Whether a transfer has arrived. Asked at the instant at which it was to arrive, and again for as long as it has
     * not; nothing is booked before.
     */
    boolean hasArrived(Transfer transfer, Instant at);

    /**
     * When to ask again after a transfer that has not arrived by the instant at which it was to: later than that instant.
     */
    default Instant lookAgain(Transfer transfer, Instant at) {
        return at.plusSeconds(60);
    }
}
