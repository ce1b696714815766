package org.evenkeel.onchain.exec;

import java.util.List;
import org.evenkeel.state.model.PlannedTrade;

/** Hears what becomes of trades and why, in sentences for people. */
public interface TradeListener {
    /** Hears nothing. */
    TradeListener NONE = new TradeListener() {
        @Override
        public void planned(PlannedTrade trade, SwapPlan.Ready plan) {}

        @Override
        public void refused(PlannedTrade trade, List<String> reasons) {}

        @Override
        public void noted(PlannedTrade trade, String what) {}
    };

    /** A trade is going to be sent as planned. */
    void planned(PlannedTrade trade, SwapPlan.Ready plan);

    /** Nothing was sent for a trade, for these reasons. */
    void refused(PlannedTrade trade, List<String> reasons);

    /** Something that a person should know happened with a trade. */
    void noted(PlannedTrade trade, String what);
}
