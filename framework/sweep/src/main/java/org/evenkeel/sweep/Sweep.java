package org.evenkeel.sweep;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.api.ParameterException;
import org.evenkeel.sweep.search.Search;

/**
 * Runs a strategy with many sets of parameters, and finds the best.
 *
 * <pre>{@code
 * Grid grid = new Grid(List.of(Axis.parse("fast=10:48:2"), Axis.parse("slow=10:48:2")));
 * Sweep sweep = new Sweep(subject, new FullSearch(grid), Objective.most("sharpe"));
 * SweepResult result = sweep.run(new LocalRunner(subject, 2), new RunLog.InMemory(), SweepWatch.NONE);
 * }</pre>
 *
 * <p>The same sweep gives the same runs in the same order, however many threads or machines make them.
 */
public final class Sweep {
    private final Subject subject;
    private final Search search;
    private final long gridSize;
    private final Objective objective;

    /**
     * @param subject what is run
     * @param search which points are tried
     * @param gridSize how many points the grid has
     * @param objective what makes a run the best
     */
    public Sweep(Subject subject, Search search, long gridSize, Objective objective) {
        this.subject = subject;
        this.search = search;
        this.gridSize = gridSize;
        this.objective = objective;
    }

    /**
     * Runs it to the end, or until the watch ends it. Runs that the log has from before are not made again.
     *
     * @param runner where the runs are made
     * @param log where they are written down
     * @param watch who follows
     * @throws ParameterException when the log is that of another sweep
     */
    public SweepResult run(Runner runner, RunLog log, SweepWatch watch) {
        return new Pass(runner, log, watch).run();
    }

    /** One pass over the points. */
    private final class Pass {
        private final Runner runner;
        private final RunLog log;
        private final SweepWatch watch;
        private final Iterator<Trial> earlier;
        private final Tally tally = new Tally(objective);
        private final ReturnsSample sample = new ReturnsSample(search.most());
        private long next;

        Pass(Runner runner, RunLog log, SweepWatch watch) {
            this.runner = runner;
            this.log = log;
            this.watch = watch;
            earlier = log.earlier();
            log.restore(sample);
        }

        SweepResult run() {
            search.run(this::tryOut);
            boolean ended = watch.ended();
            Optional<Trial.Done> best = tally.best().map(this::withCurve);
            best.ifPresent(trial -> trial.curve().ifPresent(curve -> sample.add(trial.number(), curve)));
            return new SweepResult(tally.counts(gridSize, ended), best, sample);
        }

        private boolean tryOut(Iterator<SequencedMap<String, String>> points, Search.Scores scores) {
            Points valid = new Points(points);
            while (earlier.hasNext() && valid.hasNext()) {
                again(valid.next(), earlier.next(), scores);
            }
            runner.run(valid, trial -> {
                take(trial, scores);
                log.add(trial, sample);
                watch.runDone(trial);
            });
            return !watch.ended();
        }

        /** Takes over what a log says of a run. */
        private void again(Runner.Task task, Trial before, Search.Scores scores) {
            if (!before.set().equals(task.set())) {
                throw new ParameterException("The runs found are those of another sweep: run " + task.number() + " set "
                        + before.set() + " there, and sets " + task.set()
                        + " here. Give the same grid again, or another folder.");
            }
            take(before, scores);
        }

        private void take(Trial trial, Search.Scores scores) {
            tally.add(trial);
            if (trial instanceof Trial.Done done) {
                done.curve().ifPresent(curve -> sample.offer(done.number(), curve));
            }
            scores.score(trial.set(), objective.score(trial));
        }

        /** What was read from a log has no curve: the run is made once more. */
        private Trial.Done withCurve(Trial.Done trial) {
            boolean known = trial.curve().isPresent();
            return !known && Trial.of(subject, trial.number(), trial.set()) instanceof Trial.Done again ? again : trial;
        }

        /** The points that make sense, numbered, until the watch ends the sweep. */
        private final class Points implements Iterator<Runner.Task> {
            private final Iterator<SequencedMap<String, String>> points;
            private Optional<SequencedMap<String, String>> ahead = Optional.empty();

            Points(Iterator<SequencedMap<String, String>> points) {
                this.points = points;
            }

            @Override
            public boolean hasNext() {
                while (ahead.isEmpty() && points.hasNext() && !watch.ended()) {
                    SequencedMap<String, String> point = points.next();
                    Optional<String> refusal = subject.findRefusal(point);
                    refusal.ifPresent(rule -> {
                        tally.invalid(rule);
                        watch.pointLeftOut();
                    });
                    ahead = refusal.isPresent() ? Optional.empty() : Optional.of(point);
                }
                return ahead.isPresent() && !watch.ended();
            }

            @Override
            public Runner.Task next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                SequencedMap<String, String> point = ahead.orElseThrow();
                ahead = Optional.empty();
                return new Runner.Task(next++, point);
            }
        }
    }
}
