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

    /** Where a transfer is. */
    sealed interface Whereabouts {}

    /** Between the chains, or not yet known to be anywhere else. */
    record InFlight() implements Whereabouts {}

    /**
     * At its destination.
     *
     * @param received how much of it
     */
    record Arrived(BigDecimal received) implements Whereabouts {}

    /** Where it came from, all of it: it never left, or was paid back. */
    record Returned() implements Whereabouts {}

    /** What a transfer would be. Nothing moves. */
    Transfer plan(Request request, Instant at);

    /** Sends a transfer on its way. It is on record before it comes here. Never sends one twice. */
    void start(Transfer transfer, Instant at);

    /**
     * Learns where a transfer on record is, as after a restart also of one that never came to be started. Where that is
     * so, or its start failed, it is returned.
     */
    default Whereabouts whereabouts(Transfer transfer, Instant at) {
        return hasArrived(transfer, at) ? new Arrived(transfer.amounts().received()) : new InFlight();
    }

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
