package org.evenkeel.report.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.evenkeel.state.model.RunInfo;

/** The words for what is on record of a run that is made as time goes by, on the page and in a terminal alike. */
public final class LiveWords {
    private static final int BEGIN = 6;
    private static final int END = 4;
    private static final MathContext COIN_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    private LiveWords() {}

    /** Whether trades were sent, where, and for whom: a sentence or two. */
    public static String trading(RunInfo info) {
        String chains = info.market().reserves().keySet().stream()
                .map(chain -> Texts.label(chain.name()))
                .collect(Collectors.joining(", "));
        if (info.live().isEmpty()) {
            return "Live, on " + chains
                    + ". Whether its trades were sent or filled on paper is not on record: an earlier"
                    + " release began it.";
        }
        RunInfo.Live live = info.live().get();
        return live.executed()
                ? "Executed on " + chains
                        + live.holder()
                                .map(holder -> ", for " + shortened(holder))
                                .orElse("") + "."
                : "On paper, at the prices of " + chains + ": nothing was sent.";
    }

    /** An address, or a hash, as people tell them apart: its first and last digits. */
    public static String shortened(String hex) {
        return hex.length() <= BEGIN + END ? hex : hex.substring(0, BEGIN) + "…" + hex.substring(hex.length() - END);
    }

    /**
     * An amount of the coin that pays for gas, to four digits.
     *
     * @param chain the name of its chain
     */
    public static String coins(RunInfo info, String chain, BigDecimal amount) {
        String symbol = info.live()
                .map(live -> live.coins().get(chain))
                .map(Texts::label)
                .orElse("coins");
        return amount.round(COIN_DIGITS).stripTrailingZeros().toPlainString() + " " + symbol;
    }
}
