package org.evenkeel.state.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/** What one book owns and what it did, to read. It changes only when the ledger folds a further event. */
public interface Portfolio {
    /** The book's name. */
    String book();

    /** The reserve assets and how much of each is there to spend. */
    Map<Token, BigDecimal> reserves();

    /** How much of a reserve asset is there to spend. */
    BigDecimal reserve(Token token);

    /** The open positions, in the order they were opened in. */
    Collection<Position> positions();

    /** The open position in a pair. */
    Optional<Position> findPosition(TradingPair pair);

    /** The positions that were closed, in the order they were closed in. */
    List<Position> closedPositions();

    /** All trades, in the order they were planned in. */
    List<Trade> trades();

    /** The trades that have no end yet, planned or of unknown outcome, in the order they were planned in. */
    List<Trade> openTrades();

    /** Transfers between chains that have not arrived. */
    Collection<Transfer> inFlight();

    /** All transfers between chains that have arrived. */
    List<Transfer> transfers();

    /** All transfers between chains whose money is back where it came from. */
    List<Transfer> returnedTransfers();

    /** The cycles that are closed, in their order. */
    List<Cycle> cycles();

    /** The cycle that was begun and is not closed: one is at work, or was when the process ended. */
    Optional<Cycle.Begun> openCycle();

    /** What the book was worth over time. */
    EquityCurve equityCurve();

    /** What came in from outside less what went out, in money. */
    BigDecimal netDeposits();
}
