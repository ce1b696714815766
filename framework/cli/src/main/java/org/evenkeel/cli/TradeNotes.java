package org.evenkeel.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.onchain.exec.SwapPlan;
import org.evenkeel.onchain.exec.TradeListener;
import org.evenkeel.state.model.PlannedTrade;

/** What was planned for trades and why they were refused, by their numbers; each is also said in a line. */
final class TradeNotes implements TradeListener {
    private final Map<Long, SwapPlan.Ready> plans = new LinkedHashMap<>();
    private final Map<Long, List<String>> reasons = new LinkedHashMap<>();
    private final Consumer<String> lines;

    /**
     * @param lines hears a line for each
     */
    TradeNotes(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void planned(PlannedTrade trade, SwapPlan.Ready plan) {
        plans.put(trade.id(), plan);
        lines.accept(name(trade) + " over " + RouteWords.of(plan) + ", at least " + RouteWords.minOut(trade, plan)
                + ", gas about " + Money.usd(plan.gas().usd()) + " USD");
    }

    @Override
    public void refused(PlannedTrade trade, List<String> why) {
        reasons.computeIfAbsent(trade.id(), missing -> new ArrayList<>()).addAll(why);
        lines.accept(name(trade) + " is not sent: " + String.join(" ", why));
    }

    @Override
    public void noted(PlannedTrade trade, String what) {
        lines.accept(name(trade) + ": " + what);
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
        return "Trade " + trade.id() + ", " + trade.intent().side().name().toLowerCase(java.util.Locale.ROOT) + " "
                + trade.intent().pair() + " ("
                + trade.intent().reason().words() + ")";
    }
}
