package org.evenkeel.api.testing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** A book in a real ledger, which comes to own things by trades at the last close, free of costs. */
public final class TestBook {
    private static final BigDecimal DEPOSIT = new BigDecimal("1000000000");

    private final MarketView view;
    private final Ledger ledger = new Ledger();

    /** With a billion in cash. */
    public TestBook(MarketView view) {
        this.view = view;
        RunInfo info = new RunInfo(
                "test",
                "test",
                new LinkedHashMap<>(),
                new RunInfo.Data("test", "memory", "none", true),
                new RunInfo.Market(view.universe().pairs(), view.universe().reserves()));
        ledger.apply(new Event.LedgerOpened(view.asOf(), info));
        ledger.apply(new Event.CashFlowed(view.asOf(), Ledger.MAIN_BOOK, TestMarket.USDC, DEPOSIT));
    }

    /** Buys so much of a pair. */
    public TestBook holding(TradingPair pair, String quantity) {
        long id = ledger.nextTrade();
        double mid = view.close(pair);
        BigDecimal amount = new BigDecimal(quantity);
        BigDecimal value = amount.multiply(BigDecimal.valueOf(mid));
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(value), TradeReason.ORDER);
        ledger.apply(new Event.TradePlanned(
                view.asOf(), new PlannedTrade(id, Ledger.MAIN_BOOK, 0, TestMarket.USDC, intent)));
        ledger.apply(new Event.TradeFilled(
                view.asOf(), id, new Fill(amount, value, mid, Costs.NONE, RoutePart.whole(List.of(pair)))));
        return this;
    }

    /** What the book owns. */
    public Portfolio portfolio() {
        return ledger.book(Ledger.MAIN_BOOK);
    }
}
