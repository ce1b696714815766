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
     * @param gas what its transactions cost, in money, where that was paid with a coin that no book holds
     */
    record Arrived(BigDecimal received, BigDecimal gas) implements Whereabouts {
        /** Without gas of its own. */
        public Arrived(BigDecimal received) {
            this(received, BigDecimal.ZERO);
        }
    }

    /**
     * Where it came from, all of it: it never left, or was paid back.
     *
     * @param gas what its transactions cost, in money, where that was paid with a coin that no book holds
     */
    record Returned(BigDecimal gas) implements Whereabouts {
        /** Without gas of its own. */
        public Returned() {
            this(BigDecimal.ZERO);
        }
    }

    /** What a transfer would be. Nothing moves. */
    Transfer plan(Request request, Instant at);

    /** Sends a transfer on its way. It is on record before it comes here. Never sends one twice. */
    void start(Transfer transfer, Instant at);

    /**
     * Learns where a transfer on record is, as after a restart also of one that never came to be started. Where that is
     * so, or its start failed, it is returned. Asked at the instant at which it was to arrive, and again for as long as
     * it is in flight; nothing is booked before.
     */
    Whereabouts whereabouts(Transfer transfer, Instant at);

    /**
     * When to ask again after a transfer that has not arrived by the instant at which it was to: later than that instant.
     */
    default Instant lookAgain(Transfer transfer, Instant at) {
        return at.plusSeconds(60);
    }
}
