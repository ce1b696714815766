package org.evenkeel.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;

/** Fills trades from candles: at the open that follows the decision, at the close it saw, or at a trigger's price. */
final class SimulatedExecution implements Execution {
    private final MarketHistory history;
    private final SimulatedPricing pricing;
    private final Settings settings;

    SimulatedExecution(MarketHistory history, SimulatedPricing pricing, Settings settings) {
        this.history = history;
        this.pricing = pricing;
        this.settings = settings;
    }

    /** A mid price and when it is to be had. */
    private record Price(Instant at, double mid) {}

    @Override
    public Ended execute(Order order) {
        PlannedTrade trade = order.trade();
        TradingPair pair = trade.intent().pair();
        Optional<Price> price = price(order, pair);
        if (price.isEmpty()) {
            return new Failed(order.at(), Outcome.NO_CANDLE, BigDecimal.ZERO);
        }
        List<SimulatedQuotes.Way> ways =
                pricing.quotes(history.asOf(order.at())).ways(pair);
        if (ways.isEmpty()) {
            return new Failed(order.at(), Outcome.NO_ROUTE, BigDecimal.ZERO);
        }
        Fill fill = switch (trade.intent().size()) {
            case Size.Spend spend -> buy(trade, spend.value(), price.get(), ways);
            case Size.Sell sell -> sell(trade, sell.quantity(), price.get(), ways);
            case Size.SellAll all ->
                throw new IllegalStateException("Trade " + trade.id() + " was planned without a quantity.");
        };
        return fill.quantity().signum() == 0
                ? new Failed(price.get().at(), Outcome.NO_LIQUIDITY, BigDecimal.ZERO)
                : new Filled(price.get().at(), fill);
    }

    private Optional<Price> price(Order order, TradingPair pair) {
        if (order.touched().isPresent()) {
            return Optional.of(new Price(order.at(), order.touched().getAsDouble()));
        }
        Candles candles = history.of(pair).candles();
        long at = order.at().toEpochMilli();
        if (settings.fills().price() == FillPrice.CLOSE) {
            int row = candles.lastClosedAt(at);
            return row < 0 ? Optional.empty() : Optional.of(new Price(order.at(), candles.close(row)));
        }
        int row = candles.firstAtOrAfter(at);
        long latest = at + settings.fills().toleranceFor(candles.interval()).toMillis();
        return row == candles.size() || candles.time(row) > latest
                ? Optional.empty()
                : Optional.of(new Price(Instant.ofEpochMilli(candles.time(row)), candles.open(row)));
    }

    private Fill buy(PlannedTrade trade, BigDecimal spend, Price price, List<SimulatedQuotes.Way> ways) {
        TradingPair pair = trade.intent().pair();
        SimulatedQuotes.Way way = SimulatedQuotes.best(ways, true, spend.doubleValue());
        Route.Flow flow = way.route().flow(true, spend.doubleValue(), way.depths());
        BigDecimal quantity =
                Decimals.truncated(flow.out() / price.mid(), pair.base().decimals());
        return new Fill(
                quantity,
                spend,
                price.mid(),
                costs(flow, pair),
                RoutePart.whole(way.route().buyPath()));
    }

    private Fill sell(PlannedTrade trade, BigDecimal quantity, Price price, List<SimulatedQuotes.Way> ways) {
        TradingPair pair = trade.intent().pair();
        double value = quantity.doubleValue() * price.mid();
        SimulatedQuotes.Way way = SimulatedQuotes.best(ways, false, value);
        Route.Flow flow = way.route().flow(false, value, way.depths());
        BigDecimal received = Decimals.truncated(flow.out(), trade.reserve().decimals());
        return new Fill(
                quantity,
                received,
                price.mid(),
                costs(flow, pair),
                RoutePart.whole(way.route().sellPath()));
    }

    private Costs costs(Route.Flow flow, TradingPair pair) {
        return new Costs(
                Decimals.money(flow.fee()),
                Decimals.money(flow.impact()),
                Decimals.money(settings.expenses().gasOn(pair.chain())));
    }

    /** In a simulation nothing is ever on its way: a trade that is still open at the next decision was never made. */
    @Override
    public List<Ended> settle(List<Trade> open, Instant at) {
        return open.stream()
                .map(trade -> (Ended) new Failed(at, Outcome.WAITING_FOR_TRANSFER, BigDecimal.ZERO))
                .toList();
    }
}
