package org.evenkeel.onchain.risk;

/** All limits. What may be touched has no default: it is named, or nothing is traded. */
public record RiskLimits(AllowLists allowed, QuoteLimits quote, GasLimits gas, ValueLimits value, TokenLimits token) {
    /** The defaults, for what is allowed. */
    public static RiskLimits of(AllowLists allowed) {
        return new RiskLimits(
                allowed, QuoteLimits.DEFAULTS, GasLimits.DEFAULTS, ValueLimits.DEFAULTS, TokenLimits.DEFAULTS);
    }

    /**
     * Those for leaving a position: what cannot be sold cannot be rescued. Gas may be any share of what the sale brings, and
     * each time longer that a sale has failed doubles what gas, slippage and impact may be, the last two up to a limit
     * beyond which waiting costs less than selling.
     *
     * @param doublings how often, 0 or more
     */
    public RiskLimits forExit(int doublings) {
        return new RiskLimits(allowed, quote.widened(doublings), gas.forExit(doublings), value, token);
    }

    /** With other limits of quotes. */
    public RiskLimits with(QuoteLimits changed) {
        return new RiskLimits(allowed, changed, gas, value, token);
    }

    /** With other limits of gas. */
    public RiskLimits with(GasLimits changed) {
        return new RiskLimits(allowed, quote, changed, value, token);
    }

    /** With other limits of value. */
    public RiskLimits with(ValueLimits changed) {
        return new RiskLimits(allowed, quote, gas, changed, token);
    }

    /** With other limits of tokens. */
    public RiskLimits with(TokenLimits changed) {
        return new RiskLimits(allowed, quote, gas, value, changed);
    }

    /** With other lists. */
    public RiskLimits with(AllowLists changed) {
        return new RiskLimits(changed, quote, gas, value, token);
    }
}
