package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;

/** The books of a run on two chains; on the first, one token is traded on two exchanges. */
final class TwoChains {
    static final Instant START = LiveLab.START;
    static final Chain OTHER = new Chain("bsc", 56);
    static final Token USDC = LiveLab.USDC;
    static final Token BUSD = new Token(OTHER, "0xbusd", "BUSD", 18);
    static final TradingPair A = LiveLab.A;
    static final TradingPair A_ELSEWHERE =
            new TradingPair(7, new Exchange("other", FeeMode.FROM_INPUT), A.base(), USDC, 30, PriceUnit.USD);
    static final TradingPair C = new TradingPair(
            8, new Exchange("pool", FeeMode.FROM_INPUT), new Token(OTHER, "0xC", "C", 18), BUSD, 0, PriceUnit.USD);

    private final TradingUniverse universe;
    private final Ledger ledger = new Ledger();

    TwoChains() {
        MarketDataSet data = new MarketDataSet(
                new MarketCatalog("fake", true, Interval.HOURLY, List.of(A, A_ELSEWHERE, C)),
                wanted -> wanted.stream().map(pair -> candle()).toList());
        universe = data.history(data.catalog().selectAll().build()).universe();
        ledger.apply(new Event.LedgerOpened(
                START,
                new RunInfo(
                        "Two",
                        "test",
                        new LinkedHashMap<>(),
                        new RunInfo.Data("fake", "nowhere", "none", true),
                        new RunInfo.Market(universe.pairs(), universe.reserves()))));
    }

    private static Candles candle() {
        return new Candles(
                Interval.HOURLY, new long[] {START.toEpochMilli()}, Candles.Prices.ofCloses(new double[] {1}));
    }

    TradingUniverse universe() {
        return universe;
    }

    Portfolio book() {
        return ledger.book(Ledger.MAIN_BOOK);
    }

    TwoChains deposited(Token reserve, String amount) {
        ledger.apply(new Event.CashFlowed(START, Ledger.MAIN_BOOK, reserve, new BigDecimal(amount)));
        return this;
    }

    /** A buy that was sent; what came of it is not known. */
    TwoChains sent(TradingPair pair, String usd) {
        long id = ledger.nextTrade();
        Token reserve = universe.reserve(pair.chain());
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(new BigDecimal(usd)), TradeReason.ORDER);
        ledger.apply(new Event.TradePlanned(START, new PlannedTrade(id, Ledger.MAIN_BOOK, 0, reserve, intent)));
        ledger.apply(new Event.TradeUnknown(START, id));
        return this;
    }

    TwoChains bought(TradingPair pair, String quantity, String usd) {
        sent(pair, usd);
        Fill fill = new Fill(new BigDecimal(quantity), new BigDecimal(usd), 1, Costs.NONE, List.of());
        ledger.apply(new Event.TradeFilled(START, ledger.nextTrade() - 1, fill));
        return this;
    }

    /** Money leaves for the other chain, to arrive an hour later. */
    TwoChains moved(String amount) {
        Transfer.Amounts amounts = new Transfer.Amounts(new BigDecimal(amount), new BigDecimal(amount));
        Transfer.Times times = new Transfer.Times(START, START.plusSeconds(3600));
        ledger.apply(new Event.TransferStarted(
                START, new Transfer(ledger.nextTransfer(), Ledger.MAIN_BOOK, USDC, BUSD, amounts, times)));
        return this;
    }

    TwoChains arrived() {
        ledger.apply(new Event.TransferArrived(START.plusSeconds(9000), 1));
        return this;
    }
}
