package org.evenkeel.onchain.config;

import java.time.Duration;
import java.util.Set;
import org.evenkeel.onchain.risk.GasLimits;
import org.evenkeel.onchain.risk.QuoteLimits;
import org.evenkeel.onchain.risk.TokenLimits;
import org.evenkeel.onchain.risk.ValueLimits;
import org.evenkeel.onchain.rpc.Freshness;
import org.evenkeel.onchain.rpc.RpcLimits;
import org.evenkeel.onchain.tx.TxSettings;

/** Reads how a chain is dealt with; whatever is left out has its default. */
final class RulesReader {
    private static final Set<String> GAS = Set.of(
            "fee_cap_gwei",
            "tip_gwei",
            "margin_percent",
            "kept_for_exits",
            "raises",
            "looks_before_raise",
            "trade_usd",
            "trade_share_bps");
    private static final Set<String> LIMITS = Set.of(
            "slippage_bps",
            "price_impact_bps",
            "quote_age_seconds",
            "trade_usd",
            "day_usd",
            "daily_loss_usd",
            "token_tax_bps",
            "peg_tolerance_bps");

    private RulesReader() {}

    static ChainRules read(Keys chain) {
        Keys gas = chain.object("gas", GAS);
        Keys limits = chain.object("limits", LIMITS);
        return new ChainRules(
                ProfileReader.valid(gas, () -> transactions(chain, gas)),
                ProfileReader.valid(chain, () -> freshness(chain)),
                ProfileReader.valid(
                        chain,
                        () -> RpcLimits.DEFAULTS.withRequestsPerSecond(
                                chain.integer("requests_per_second", RpcLimits.DEFAULTS.requestsPerSecond()))),
                new ChainRules.Limits(
                        ProfileReader.valid(limits, () -> quote(limits)),
                        ProfileReader.valid(gas, () -> gas(gas)),
                        ProfileReader.valid(limits, () -> value(limits)),
                        ProfileReader.valid(limits, () -> token(limits))));
    }

    private static TxSettings transactions(Keys chain, Keys gas) {
        TxSettings usual = TxSettings.DEFAULTS;
        return new TxSettings(
                gas.gwei("tip_gwei", usual.tip()),
                gas.gwei("fee_cap_gwei", usual.feeCap()),
                gas.integer("margin_percent", usual.gasMarginPercent()),
                gas.wei("kept_for_exits", usual.keptForExits()),
                chain.integer("confirmations", usual.confirmations()),
                gas.integer("raises", usual.mostRaises()),
                gas.integer("looks_before_raise", usual.looksBeforeRaise()));
    }

    private static Freshness freshness(Keys chain) {
        Freshness usual = Freshness.DEFAULTS;
        int age = chain.integer(
                "head_age_seconds", Math.toIntExact(usual.headAge().toSeconds()));
        return new Freshness(Duration.ofSeconds(age), usual.clockSkew(), usual.blocksBehind());
    }

    private static QuoteLimits quote(Keys limits) {
        QuoteLimits usual = QuoteLimits.DEFAULTS;
        return new QuoteLimits(
                limits.integer("slippage_bps", usual.slippageBps()),
                limits.integer("price_impact_bps", usual.priceImpactBps()),
                Duration.ofSeconds(limits.integer(
                        "quote_age_seconds", Math.toIntExact(usual.mostAge().toSeconds()))));
    }

    private static GasLimits gas(Keys gas) {
        GasLimits usual = GasLimits.DEFAULTS;
        return new GasLimits(
                gas.decimal("trade_usd", usual.mostUsd()), gas.integer("trade_share_bps", usual.mostShareBps()));
    }

    private static ValueLimits value(Keys limits) {
        ValueLimits usual = ValueLimits.DEFAULTS;
        return new ValueLimits(
                limits.decimal("trade_usd", usual.tradeUsd()),
                limits.decimal("day_usd", usual.dayUsd()),
                limits.decimal("daily_loss_usd", usual.dailyLossUsd()));
    }

    private static TokenLimits token(Keys limits) {
        TokenLimits usual = TokenLimits.DEFAULTS;
        return new TokenLimits(
                limits.integer("token_tax_bps", usual.mostTaxBps()),
                limits.integer("peg_tolerance_bps", usual.pegToleranceBps()));
    }
}
