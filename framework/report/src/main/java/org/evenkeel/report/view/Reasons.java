package org.evenkeel.report.view;

import java.util.Locale;
import org.evenkeel.state.model.TradeReason;

/** Why something was traded, in words. */
final class Reasons {
    private Reasons() {}

    static String words(TradeReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
