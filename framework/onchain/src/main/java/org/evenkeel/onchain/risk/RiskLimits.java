package org.evenkeel.onchain.risk;

/** All limits. What may be touched has no default: it is named, or nothing is traded. */
public record RiskLimits(AllowLists allowed, QuoteLimits quote, GasLimits gas, ValueLimits value, TokenLimits token) {
    /** The defaults, for what is allowed. */
    public static RiskLimits of(AllowLists allowed) {
        return new RiskLimits(
                allowed, QuoteLimits.DEFAULTS, GasLimits.DEFAULTS, ValueLimits.DEFAULTS, TokenLimits.DEFAULTS);
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
