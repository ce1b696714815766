package org.evenkeel.state.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;

/** Compares two books. */
final class Comparison {
    private static final String NONE = "none";

    private final Optional<Portfolio> left;
    private final Optional<Portfolio> right;

    Comparison(Optional<Portfolio> left, Optional<Portfolio> right) {
        this.left = left;
        this.right = right;
    }

    private record Place(TradingPair pair, int occurrence) {}

    StateDiff.BookDiff of(String name) {
        List<StateDiff.Change> changes = new ArrayList<>();
        if (left.isPresent() && right.isPresent()) {
            compareBooks(left.get(), right.get(), new Fields(changes));
        }
        return new StateDiff.BookDiff(name, left.isPresent(), right.isPresent(), List.copyOf(changes), positions());
    }

    private static void compareBooks(Portfolio a, Portfolio b, Fields fields) {
        Set<Token> reserves = new LinkedHashSet<>(a.reserves().keySet());
        reserves.addAll(b.reserves().keySet());
        for (Token reserve : reserves) {
            fields.compare("reserve " + reserve + " on " + reserve.chain(), a.reserve(reserve), b.reserve(reserve));
        }
        fields.compare("net deposits", a.netDeposits(), b.netDeposits());
        fields.compare("equity", lastEquity(a.equityCurve()), lastEquity(b.equityCurve()));
        fields.compare("cycles", a.cycles().size(), b.cycles().size());
        fields.compare("trades", filled(a), filled(b));
        fields.compare("trades not executed", notExecuted(a), notExecuted(b));
        fields.compare("open positions", a.positions().size(), b.positions().size());
        fields.compare(
                "closed positions",
                a.closedPositions().size(),
                b.closedPositions().size());
        fields.compare("transfers in flight", a.inFlight().size(), b.inFlight().size());
        fields.compare("transfers arrived", a.transfers().size(), b.transfers().size());
        fields.compare(
                "transfers returned",
                a.returnedTransfers().size(),
                b.returnedTransfers().size());
    }

    private static long filled(Portfolio book) {
        return book.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .count();
    }

    private static long notExecuted(Portfolio book) {
        return book.trades().stream().filter(Trade::isFailed).count();
    }

    private static double lastEquity(EquityCurve curve) {
        return curve.size() == 0 ? Double.NaN : curve.equity()[curve.size() - 1];
    }

    private List<StateDiff.PositionDiff> positions() {
        Map<Place, Position> ours = places(left);
        Map<Place, Position> theirs = places(right);
        Map<Long, Integer> ourTrades = trades(left);
        Map<Long, Integer> theirTrades = trades(right);
        Set<Place> all = new LinkedHashSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        List<StateDiff.PositionDiff> diffs = new ArrayList<>();
        for (Place place : all) {
            Optional<Position> a = Optional.ofNullable(ours.get(place));
            Optional<Position> b = Optional.ofNullable(theirs.get(place));
            List<StateDiff.Change> changes = new ArrayList<>();
            if (a.isPresent() && b.isPresent()) {
                Fields fields = new Fields(changes);
                fields.compare(
                        "trades",
                        ourTrades.getOrDefault(a.get().id(), 0),
                        theirTrades.getOrDefault(b.get().id(), 0));
                comparePositions(a.get(), b.get(), fields);
            }
            if (a.isPresent() != b.isPresent() || !changes.isEmpty()) {
                diffs.add(new StateDiff.PositionDiff(place.pair(), place.occurrence(), a, b, List.copyOf(changes)));
            }
        }
        return List.copyOf(diffs);
    }

    private static void comparePositions(Position a, Position b, Fields fields) {
        fields.compare("quantity", a.holding().quantity(), b.holding().quantity());
        fields.compare("cost", a.holding().cost(), b.holding().cost());
        fields.compare("entry price", a.holding().entryPrice(), b.holding().entryPrice());
        fields.compare("bought", a.totals().bought(), b.totals().bought());
        fields.compare("sold", a.totals().sold(), b.totals().sold());
        fields.compare("realised", a.totals().realised(), b.totals().realised());
        fields.compare("fees", a.totals().costs().fee(), b.totals().costs().fee());
        fields.compare("impact", a.totals().costs().impact(), b.totals().costs().impact());
        fields.compare("gas", a.totals().costs().gas(), b.totals().costs().gas());
        compareTriggers(a.watch(), b.watch(), fields);
        fields.compare("opened", a.life().opened(), b.life().opened());
        fields.compare("closed", closed(a), closed(b));
    }

    private static void compareTriggers(Position.Watch a, Position.Watch b, Fields fields) {
        fields.compare(
                "stop loss", text(a.factors().stopLoss()), text(b.factors().stopLoss()));
        fields.compare(
                "take profit", text(a.factors().takeProfit()), text(b.factors().takeProfit()));
        fields.compare(
                "trailing stop",
                text(a.factors().trailingStop()),
                text(b.factors().trailingStop()));
        fields.compare("peak", a.peak(), b.peak());
        fields.compare("basket", basket(a, Basket::name), basket(b, Basket::name));
        fields.compare(
                "basket's stop loss",
                basket(a, basket -> text(basket.stopLoss())),
                basket(b, basket -> text(basket.stopLoss())));
        fields.compare(
                "basket's take profit",
                basket(a, basket -> text(basket.takeProfit())),
                basket(b, basket -> text(basket.takeProfit())));
    }

    private static String basket(Position.Watch watch, Function<Basket, String> part) {
        return watch.basket().map(part).orElse(NONE);
    }

    private static String text(OptionalDouble factor) {
        return factor.isPresent() ? Double.toString(factor.getAsDouble()) : NONE;
    }

    private static String closed(Position position) {
        return position.life().closed().map(Object::toString).orElse("still open");
    }

    private static Map<Place, Position> places(Optional<Portfolio> book) {
        List<Position> positions = book.stream()
                .flatMap(found -> Stream.concat(found.closedPositions().stream(), found.positions().stream()))
                .sorted(Comparator.comparingLong(Position::id))
                .toList();
        Map<TradingPair, Integer> counts = new HashMap<>();
        Map<Place, Position> places = new LinkedHashMap<>();
        for (Position position : positions) {
            places.put(new Place(position.pair(), counts.merge(position.pair(), 1, Integer::sum)), position);
        }
        return places;
    }

    private static Map<Long, Integer> trades(Optional<Portfolio> book) {
        Map<Long, Integer> counts = new HashMap<>();
        book.stream()
                .flatMap(found -> found.trades().stream())
                .flatMap(trade -> trade.filled().stream())
                .map(Trade.Filled::position)
                .forEach(position -> counts.merge(position, 1, Integer::sum));
        return counts;
    }

    /** Collects the fields that differ. */
    private record Fields(List<StateDiff.Change> changes) {
        void compare(String field, Object a, Object b) {
            if (!a.equals(b)) {
                changes.add(new StateDiff.Change(field, a.toString(), b.toString()));
            }
        }

        /** Decimals differ when their values do: 1.0 is 1.00. */
        void compare(String field, BigDecimal a, BigDecimal b) {
            if (a.compareTo(b) != 0) {
                changes.add(new StateDiff.Change(field, a.toPlainString(), b.toPlainString()));
            }
        }
    }
}
