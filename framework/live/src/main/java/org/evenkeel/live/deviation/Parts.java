package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.evenkeel.state.model.Decimals;

/**
 * A difference split by its causes, in USD: positive where the live run came to more than the backtest.
 *
 * @param amounts what each cause made; those that are missing made nothing
 */
public record Parts(Map<DeviationPart, BigDecimal> amounts) {
    /** No difference. */
    public static final Parts NONE = new Parts(Map.of());

    /** Keeps what is not nothing. */
    public Parts {
        Map<DeviationPart, BigDecimal> kept = new EnumMap<>(DeviationPart.class);
        amounts.forEach((part, amount) -> {
            if (amount.signum() != 0) {
                kept.put(part, amount);
            }
        });
        amounts = Collections.unmodifiableMap(kept);
    }

    /** A difference of one cause. */
    static Parts of(DeviationPart part, BigDecimal amount) {
        return new Parts(Map.of(part, amount));
    }

    /** What a cause made, in USD. */
    public BigDecimal get(DeviationPart part) {
        return amounts.getOrDefault(part, BigDecimal.ZERO);
    }

    /** Whether there is no difference. */
    public boolean isNone() {
        return amounts.isEmpty();
    }

    /** All causes together, in USD. */
    public BigDecimal total() {
        return Decimals.sum(amounts.values());
    }

    /** These and others. */
    public Parts plus(Parts others) {
        Map<DeviationPart, BigDecimal> sum = new EnumMap<>(DeviationPart.class);
        sum.putAll(amounts);
        others.amounts.forEach((part, amount) -> sum.merge(part, amount, BigDecimal::add));
        return new Parts(sum);
    }

    /** These and an amount more of one cause. */
    Parts plus(DeviationPart part, BigDecimal amount) {
        return plus(of(part, amount));
    }
}
