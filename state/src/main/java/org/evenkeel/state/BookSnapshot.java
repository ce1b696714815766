package org.evenkeel.state;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/**
 * Everything that one book is, at one moment, as a value.
 *
 * @param name the book's name
 * @param cash its reserves
 * @param holdings its positions
 * @param deeds its trades and transfers
 * @param history its cycles and what it was worth
 */
public record BookSnapshot(String name, Cash cash, Holdings holdings, Deeds deeds, History history) {
    /**
     * The reserves.
     *
     * @param reserves how much of each reserve asset there is to spend
     * @param netDeposits what came in from outside less what went out, in money
     * @param pendingFlow the part of it that came after the last point of the equity curve, in USD
     */
    public record Cash(SequencedMap<Token, BigDecimal> reserves, BigDecimal netDeposits, double pendingFlow) {
        /** Keeps a copy of the map. */
        public Cash {
            reserves = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(reserves));
        }
    }

    /**
     * The positions.
     *
     * @param open in the order they were opened in
     * @param closed in the order they were closed in
     */
    public record Holdings(List<Position> open, List<Position> closed) {}

    /**
     * Trades and transfers.
     *
     * @param trades in the order they were planned in
     * @param inFlight transfers that have not arrived, in the order they left in
     * @param arrived transfers that have, in the order they arrived in
     * @param returned transfers whose money is back where it came from, in the order it came back in
     * @param fillOrder of each position whose trades were not filled in the order they were planned in, the numbers of
     *     its trades in the order they were filled in
     */
    public record Deeds(
            List<Trade> trades,
            List<Transfer> inFlight,
            List<Transfer> arrived,
            List<Transfer> returned,
            SequencedMap<Long, List<Long>> fillOrder) {}

    /**
     * Cycles and values.
     *
     * @param cycles the cycles that are closed
     * @param openCycle the cycle that was begun and is not closed
     * @param curve what the book was worth over time
     */
    public record History(List<Cycle> cycles, Optional<Cycle.Begun> openCycle, EquityCurve curve) {}
}
