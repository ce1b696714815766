package org.evenkeel.cli.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.onchain.exec.SwapPlan;
import org.evenkeel.onchain.exec.TradeListener;
import org.evenkeel.state.model.PlannedTrade;

/** What was planned for trades and why they were refused, by their numbers; each is also said to whoever listens. */
final class TradeNotes implements TradeListener {
    private final Map<Long, SwapPlan.Ready> plans = new LinkedHashMap<>();
    private final Map<Long, List<String>> reasons = new LinkedHashMap<>();
    private final Consumer<Said> ear;

    /**
     * Something about a trade that has not ended.
     *
     * @param kind tradePlanned, tradeRefused or tradeNoted
     * @param trade which
     * @param text for people
     * @param plan what was planned, of the first kind
     */
    record Said(String kind, PlannedTrade trade, String text, Optional<SwapPlan.Ready> plan) {}

    /**
     * @param ear hears of each
     */
    TradeNotes(Consumer<Said> ear) {
        this.ear = ear;
    }

    @Override
    public void planned(PlannedTrade trade, SwapPlan.Ready plan) {
        plans.put(trade.id(), plan);
        String amount = RouteWords.amountIn(trade, plan).stripTrailingZeros().toPlainString();
        String text = name(trade) + " of " + amount + " " + RouteWords.in(trade) + " over " + RouteWords.of(plan)
                + ", at least " + RouteWords.minOut(trade, plan) + ", gas about "
                + Money.usd(plan.gas().usd())
                + " USD";
        ear.accept(new Said("tradePlanned", trade, text, Optional.of(plan)));
    }

    @Override
    public void refused(PlannedTrade trade, List<String> why) {
        reasons.computeIfAbsent(trade.id(), missing -> new ArrayList<>()).addAll(why);
        String text = name(trade) + " is not sent: " + String.join(" ", why);
        ear.accept(new Said("tradeRefused", trade, text, Optional.empty()));
    }

    @Override
    public void noted(PlannedTrade trade, String what) {
        ear.accept(new Said("tradeNoted", trade, name(trade) + ": " + what, Optional.empty()));
    }

    /** What was planned for a trade. */
    Optional<SwapPlan.Ready> plan(long trade) {
        return Optional.ofNullable(plans.get(trade));
    }

    /** Why a trade was refused. */
    List<String> reasons(long trade) {
        return reasons.getOrDefault(trade, List.of());
    }

    static String name(PlannedTrade trade) {
        return "Trade " + trade.id() + ", " + TradeJson.words(trade.intent().side()) + " "
                + trade.intent().pair() + " (" + trade.intent().reason().words() + ")";
    }
}
