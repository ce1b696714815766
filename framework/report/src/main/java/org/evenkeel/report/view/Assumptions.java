package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.report.view.HeaderView.Fact;

/** How decisions became fills, and what they were valued at, in words. */
final class Assumptions {
    private Assumptions() {}

    static List<Fact> of(Run run) {
        return run.info().isLive() ? LiveAssumptions.of(run) : simulated(run);
    }

    private static List<Fact> simulated(Run run) {
        Settings settings = run.settings();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Decisions", decisions(settings, settings.capital().initialCash())));
        facts.add(new Fact("Fills", fills(settings.fills().price())));
        facts.add(new Fact("Triggers", triggers(settings.fills().triggerPrice())));
        facts.add(new Fact("Pool fees", CostAssumptions.fees(run.labels().pairs())));
        facts.add(new Fact("Price impact", CostAssumptions.impact(run)));
        facts.add(new Fact("Gas", CostAssumptions.gas(settings.expenses())));
        facts.add(new Fact("Bridging", CostAssumptions.bridging(run)));
        facts.add(new Fact(
                "Valuation",
                "Positions are worth what their sale would bring, fees off. The book is valued at each decision, before"
                        + " its trades, and at the end: falls in between are not seen in its figures."));
        return facts;
    }

    /**
     * @param begun with how much
     */
    static String decisions(Settings settings, double begun) {
        Settings.Capital capital = settings.capital();
        return "Every " + settings.schedule().cycle() + ", with " + Numbers.money(begun) + " USD at the start. "
                + allocation(capital.allocation()) + minimum(capital.minRebalanceTradeUsd());
    }

    private static String allocation(double share) {
        return share == 1
                ? "All of the equity may be invested"
                : "An alpha model is given " + CostAssumptions.percent(share * 1e4)
                        + " of the equity to invest; orders take what they say";
    }

    private static String minimum(double least) {
        return least == 0
                ? ", and no change is too small to be made."
                : ". Changes of less than " + Numbers.money(least)
                        + " USD toward a target are left out, but a close never is.";
    }

    private static String fills(FillPrice price) {
        return switch (price) {
            case OPEN -> "At the open of the candle that begins at the decision, the first price obtainable after it.";
            case CLOSE -> "At the close that the decision saw. That price has passed: nobody could have traded at it.";
        };
    }

    private static String triggers(TriggerPrice price) {
        return switch (price) {
            case LOW_HIGH ->
                "Lows fire stops and highs fire take profits, at the trigger's price, or at the open where that lies"
                        + " beyond it.";
            case OPEN -> "Only opens fire triggers: what candles did in between is not looked at.";
        };
    }
}
