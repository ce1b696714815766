package org.evenkeel.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Token;

/**
 * What sales of the latest decision brought only after it, because nobody had traded at its moment: no buy of that
 * moment can be paid with it.
 */
final class LateMoney {
    private final Map<Token, BigDecimal> amounts = new HashMap<>();
    private Instant decided = Instant.MIN;
    private Instant until = Instant.MIN;

    /** Takes note of a decision's sale. */
    void sold(Token reserve, Execution.Filled filled, Instant at) {
        if (!at.equals(decided)) {
            amounts.clear();
            decided = at;
            until = at;
        }
        if (filled.at().isAfter(at)) {
            // A sale whose gas was more than it brought was paid for with what was there before.
            BigDecimal net =
                    filled.fill().value().subtract(filled.fill().costs().gas());
            amounts.merge(reserve, net.max(BigDecimal.ZERO), BigDecimal::add);
            until = filled.at().isAfter(until) ? filled.at() : until;
        }
    }

    /** What came after a decision, by reserve; nothing for any but the latest that sold. */
    Map<Token, BigDecimal> amounts(Instant at) {
        return at.equals(decided) ? amounts : Map.of();
    }

    /** When the last of it came; the decision's own time where all came at once. */
    Instant until(Instant at) {
        return at.equals(decided) ? until : at;
    }
}
