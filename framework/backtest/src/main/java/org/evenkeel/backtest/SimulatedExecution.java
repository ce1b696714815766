package org.evenkeel.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;

/** Fills trades from candles: at the open that follows the decision, at the close it saw, or at a trigger's price. */
final class SimulatedExecution implements Execution {
    /** The least that money can tell apart. */
    private static final double LEAST = 1e-6;

    private final Function<Instant, SimulatedQuotes> quotes;
    private final FillPrices prices;
    private final Settings settings;
    private final Ledger wallet;

    /**
     * @param quotes what trades come to as of an instant
     * @param prices the mid prices that trades get, and when
     * @param settings what a trade costs beyond fees and impact
     * @param wallet what there is to pay with
     */
    SimulatedExecution(Function<Instant, SimulatedQuotes> quotes, FillPrices prices, Settings settings, Ledger wallet) {
        this.quotes = quotes;
        this.prices = prices;
        this.settings = settings;
        this.wallet = wallet;
    }

    @Override
    public Ended execute(Order order) {
        PlannedTrade trade = order.trade();
        TradingPair pair = trade.intent().pair();
        Optional<FillPrices.Price> price = prices.find(order);
        if (price.isEmpty()) {
            return new Failed(order.at(), prices.whyNone(), BigDecimal.ZERO);
        }
        Ways ways = quotes.apply(order.at()).ways(pair);
        if (ways.isEmpty()) {
            return new Failed(order.at(), Outcome.NO_ROUTE, BigDecimal.ZERO);
        }
        // Gas is what it costs when the trade is sent: that is what was set aside, however late the price comes.
        BigDecimal gas = Decimals.money(settings.expenses().gasOn(pair.chain(), order.at()));
        Fill fill = switch (trade.intent().size()) {
            case Size.Spend spend ->
                buy(trade, spend.value(), new Terms(price.get().mid(), gas, ways));
            case Size.Sell sell ->
                sell(trade, sell.quantity(), new Terms(price.get().mid(), gas, ways));
            case Size.SellAll all ->
                throw new IllegalStateException("Trade " + trade.id() + " was planned without a quantity.");
        };
        if (fill.quantity().signum() == 0 || fill.value().signum() == 0) {
            return new Failed(price.get().at(), Outcome.NO_LIQUIDITY, BigDecimal.ZERO);
        }
        return canPay(trade, fill)
                ? new Filled(price.get().at(), fill)
                : new Failed(price.get().at(), Outcome.NO_CASH, BigDecimal.ZERO);
    }

    /** Money may have gone since the trade was planned, and the gas of a sale may be more than it brings. */
    private boolean canPay(PlannedTrade trade, Fill fill) {
        BigDecimal paid =
                trade.intent().side() == Side.BUY ? fill.value() : fill.value().negate();
        BigDecimal reserve = wallet.book(trade.book()).reserve(trade.reserve());
        return reserve.compareTo(paid.add(fill.costs().gas())) >= 0;
    }

    /** What a trade is filled at. */
    private record Terms(double mid, BigDecimal gas, Ways ways) {
        Costs costs(Route.Flow flow) {
            return new Costs(Decimals.money(flow.fee()), Decimals.money(flow.impact()), gas);
        }
    }

    private static Fill buy(PlannedTrade trade, BigDecimal most, Terms terms) {
        TradingPair pair = trade.intent().pair();
        Ways ways = terms.ways();
        double out = ways.plan(true, most.doubleValue()).flow().out();
        BigDecimal quantity = Decimals.truncated(out / terms.mid(), pair.base().decimals());
        double bought = quantity.doubleValue() * terms.mid();
        BigDecimal spent = out - bought < LEAST ? most : cost(ways, bought).min(most);
        Plan plan = ways.plan(true, spent.doubleValue());
        return new Fill(quantity, spent, terms.mid(), terms.costs(plan.flow()), plan.route());
    }

    /** What a value costs: less than there is to spend where only whole contracts are to be had. */
    private static BigDecimal cost(Ways ways, double bought) {
        return BigDecimal.valueOf(ways.in(true, bought)).setScale(Decimals.MONEY, RoundingMode.UP);
    }

    private static Fill sell(PlannedTrade trade, BigDecimal quantity, Terms terms) {
        Plan plan = terms.ways().plan(false, quantity.doubleValue() * terms.mid());
        Route.Flow flow = plan.flow();
        BigDecimal received = Decimals.truncated(flow.out(), trade.reserve().decimals());
        return new Fill(quantity, received, terms.mid(), terms.costs(flow), plan.route());
    }

    /** In a simulation nothing is ever on its way: a trade that is still open at the next decision was never made. */
    @Override
    public List<Ended> settle(List<Trade> open, Instant at) {
        return open.stream()
                .map(trade -> (Ended) new Failed(at, Outcome.WAITING_FOR_TRANSFER, BigDecimal.ZERO))
                .toList();
    }
}
