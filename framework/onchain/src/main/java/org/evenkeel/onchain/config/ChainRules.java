package org.evenkeel.onchain.config;

import org.evenkeel.onchain.risk.AllowLists;
import org.evenkeel.onchain.risk.GasLimits;
import org.evenkeel.onchain.risk.QuoteLimits;
import org.evenkeel.onchain.risk.RiskLimits;
import org.evenkeel.onchain.risk.TokenLimits;
import org.evenkeel.onchain.risk.ValueLimits;
import org.evenkeel.onchain.rpc.Freshness;
import org.evenkeel.onchain.rpc.RpcLimits;
import org.evenkeel.onchain.tx.TxSettings;

/**
 * How a chain is dealt with.
 *
 * @param transactions how they are paid for and waited for
 * @param freshness when a head is believed
 * @param requests how its nodes are dealt with
 * @param limits what a trade may be
 */
public record ChainRules(TxSettings transactions, Freshness freshness, RpcLimits requests, Limits limits) {
    /** The defaults of each. */
    public static final ChainRules DEFAULTS =
            new ChainRules(TxSettings.DEFAULTS, Freshness.DEFAULTS, RpcLimits.DEFAULTS, Limits.DEFAULTS);

    /**
     * Limits of a trade, apart from what it may touch: that is known only with a universe.
     *
     * @param quote how far from its quote and from the market
     * @param gas what gas may cost
     * @param value how much may be at stake
     * @param token what tokens are dealt in
     */
    public record Limits(QuoteLimits quote, GasLimits gas, ValueLimits value, TokenLimits token) {
        /** The defaults of each. */
        public static final Limits DEFAULTS =
                new Limits(QuoteLimits.DEFAULTS, GasLimits.DEFAULTS, ValueLimits.DEFAULTS, TokenLimits.DEFAULTS);

        /** With what a trade may touch. */
        public RiskLimits with(AllowLists allowed) {
            return new RiskLimits(allowed, quote, gas, value, token);
        }
    }
}
