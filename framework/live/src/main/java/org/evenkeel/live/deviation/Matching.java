package org.evenkeel.live.deviation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.evenkeel.api.Schedule;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;

/** Finds for each trade of a run the same trade of another: of the same tick, pair and side. */
final class Matching {
    private final Map<Match.Key, Candidates> byKey = new LinkedHashMap<>();

    /** The trades of one key that have no match yet. */
    private record Candidates(List<Trade> live, List<Trade> backtest) {}

    private Matching() {}

    /** All trades of both runs, each in one match, in the order they happened in. */
    static List<Match> of(Portfolio live, Portfolio backtest, Schedule schedule) {
        Matching matching = new Matching();
        matching.collect(live, ticks(live, schedule), Candidates::live);
        matching.collect(backtest, ticks(backtest, schedule), Candidates::backtest);
        List<Match> matches = new ArrayList<>();
        matching.byKey.forEach((key, candidates) -> match(key, candidates, matches));
        matches.sort(Comparator.comparing(Match::at));
        return matches;
    }

    private void collect(Portfolio run, Map<Integer, Instant> ticks, Function<Candidates, List<Trade>> ours) {
        for (Trade trade : run.trades()) {
            Match.Key key = new Match.Key(
                    tick(trade, ticks),
                    trade.plan().intent().pair(),
                    trade.plan().intent().side());
            ours.apply(byKey.computeIfAbsent(key, unknown -> new Candidates(new ArrayList<>(), new ArrayList<>())))
                    .add(trade);
        }
    }

    /** What a person wrote off is of no tick, and no sale of the backtest is the same. */
    private static Instant tick(Trade trade, Map<Integer, Instant> ticks) {
        return trade.plan().intent().reason() == TradeReason.WRITE_OFF
                ? trade.plannedAt()
                : ticks.getOrDefault(trade.plan().cycle(), trade.plannedAt());
    }

    /**
     * The tick of each cycle of a run, by its number. A live decision may come a little after it. A further decision before the
     * next tick, as to close all that is held, is that of none: it stands by its own time.
     */
    static Map<Integer, Instant> ticks(Portfolio run, Schedule schedule) {
        Map<Integer, Instant> ticks = new HashMap<>();
        Set<Instant> taken = new HashSet<>();
        for (Cycle cycle : run.cycles()) {
            ticks.put(cycle.number(), own(cycle.at(), schedule, taken));
        }
        run.openCycle().ifPresent(cycle -> ticks.put(cycle.number(), own(cycle.at(), schedule, taken)));
        return ticks;
    }

    private static Instant own(Instant decided, Schedule schedule, Set<Instant> taken) {
        Instant tick = tickOf(schedule, decided);
        return taken.add(tick) ? tick : decided;
    }

    /** The last tick at or before an instant. */
    static Instant tickOf(Schedule schedule, Instant instant) {
        return Instant.ofEpochMilli(schedule.lastBefore(instant.toEpochMilli() + 1));
    }

    /** Those that both runs executed come together first, of one reason before all others. */
    private static void match(Match.Key key, Candidates candidates, List<Match> matches) {
        BiPredicate<Trade, Trade> executed =
                (ours, theirs) -> ours.filled().isPresent() && theirs.filled().isPresent();
        pair(key, candidates, matches, executed.and(Matching::sameReason));
        pair(key, candidates, matches, executed);
        pair(key, candidates, matches, Matching::sameReason);
        pair(key, candidates, matches, (ours, theirs) -> true);
        candidates.live().forEach(trade -> matches.add(new Match(key, Optional.of(trade), Optional.empty())));
        candidates.backtest().forEach(trade -> matches.add(new Match(key, Optional.empty(), Optional.of(trade))));
    }

    private static boolean sameReason(Trade ours, Trade theirs) {
        return ours.plan().intent().reason() == theirs.plan().intent().reason();
    }

    private static void pair(
            Match.Key key, Candidates candidates, List<Match> matches, BiPredicate<Trade, Trade> belong) {
        for (Iterator<Trade> left = candidates.live().iterator(); left.hasNext(); ) {
            Trade ours = left.next();
            Optional<Trade> theirs = candidates.backtest().stream()
                    .filter(trade -> belong.test(ours, trade))
                    .findFirst();
            if (theirs.isPresent()) {
                matches.add(new Match(key, Optional.of(ours), theirs));
                left.remove();
                candidates.backtest().remove(theirs.get());
            }
        }
    }
}
