package org.evenkeel.live.deviation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.evenkeel.api.Schedule;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;

/** Finds for each trade of a run the same trade of another: of the same tick, pair and side. */
final class Matching {
    private final Schedule schedule;
    private final Map<Match.Key, Candidates> byKey = new LinkedHashMap<>();

    /** The trades of one key that have no match yet. */
    private record Candidates(List<Trade> live, List<Trade> backtest) {}

    private Matching(Schedule schedule) {
        this.schedule = schedule;
    }

    /** All trades of both runs, each in one match, in the order they happened in. */
    static List<Match> of(Portfolio live, Portfolio backtest, Schedule schedule) {
        Matching matching = new Matching(schedule);
        matching.collect(live, Candidates::live);
        matching.collect(backtest, Candidates::backtest);
        List<Match> matches = new ArrayList<>();
        matching.byKey.forEach((key, candidates) -> match(key, candidates, matches));
        matches.sort(Comparator.comparing(Match::at));
        return matches;
    }

    private void collect(Portfolio run, Function<Candidates, List<Trade>> ours) {
        for (Trade trade : run.trades()) {
            Match.Key key = new Match.Key(
                    tick(run, trade),
                    trade.plan().intent().pair(),
                    trade.plan().intent().side());
            ours.apply(byKey.computeIfAbsent(key, unknown -> new Candidates(new ArrayList<>(), new ArrayList<>())))
                    .add(trade);
        }
    }

    /** The tick of a trade's cycle. A live decision may come a little after it. */
    private Instant tick(Portfolio run, Trade trade) {
        int cycle = trade.plan().cycle();
        Instant decided = cycle == 0
                ? trade.plannedAt()
                : cycle <= run.cycles().size()
                        ? run.cycles().get(cycle - 1).at()
                        : run.openCycle().map(Cycle.Begun::at).orElse(trade.plannedAt());
        return tickOf(schedule, decided);
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
