package org.evenkeel.sweep.search;

import io.jenetics.EliteSelector;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.evenkeel.api.ParameterException;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Grid;

/**
 * Points that an evolution comes upon: it begins with some at random, and goes on with crossings and small changes of
 * the good ones. Each generation is tried at once, on all cores. For grids too large to be tried whole.
 *
 * @param grid the grid
 * @param count at most how many points are tried, 1 or more
 * @param seed of all chance in it: the same one takes the same way
 */
public record EvolutionSearch(Grid grid, long count, long seed) implements Search {
    private static final int LARGEST_GENERATION = 64;
    private static final int GENERATIONS = 8;
    /** So many generations without a run end the search: there is nothing new nearby, or nothing that makes sense. */
    private static final int MOST_STALE_GENERATIONS = 25;

    private static final double MUTATION = 0.1;
    private static final double SMALL_CHANGE = 0.3;
    private static final double CROSSING = 0.6;
    private static final int TOURNAMENT = 3;

    /**
     * @throws ParameterException when none are to be tried
     */
    public EvolutionSearch {
        if (count < 1) {
            throw new ParameterException("A search of " + count + " points tries nothing: ask for 1 or more.");
        }
    }

    @Override
    public long most() {
        return Math.min(count, grid.size());
    }

    @Override
    public String description() {
        return "at most " + most() + " points that an evolution comes upon (seed " + seed + ")";
    }

    @Override
    public void run(Trials trials) {
        new Evolution(trials).run();
    }

    /** One search under way. */
    private final class Evolution {
        private final Trials trials;
        private final Map<List<Integer>, Double> tried = new HashMap<>();
        private boolean goesOn = true;
        /** How many points were run: those that make no sense cost nothing and do not count. */
        private long runs;

        private int staleGenerations;

        Evolution(Trials trials) {
            this.trials = trials;
        }

        void run() {
            int generation = Math.clamp(most() / GENERATIONS, 2, LARGEST_GENERATION);
            RandomRegistry.with(new SplittableRandom(seed))
                    .run(() -> new Engine.Builder<>(this::score, genotypes())
                                    .populationSize(generation)
                                    .survivorsSelector(new EliteSelector<>(Math.max(1, generation / GENERATIONS)))
                                    .offspringSelector(new TournamentSelector<>(TOURNAMENT))
                                    .alterers(
                                            new UniformCrossover<>(CROSSING),
                                            new GaussianMutator<>(SMALL_CHANGE),
                                            new Mutator<>(MUTATION))
                                    // On this thread alone, or chance would depend on the threads.
                                    .executor(Runnable::run)
                                    .build()
                                    .stream()
                                    .takeWhile(result -> goesOn
                                            && runs < most()
                                            && tried.size() < grid.size()
                                            && staleGenerations < MOST_STALE_GENERATIONS)
                                    .forEach(result -> {}));
        }

        private Genotype<IntegerGene> genotypes() {
            List<IntegerChromosome> axes = grid.axes().stream()
                    .map((Axis axis) -> IntegerChromosome.of(0, Math.toIntExact(axis.size())))
                    .toList();
            return Genotype.of(axes);
        }

        /** Tries what is new in a generation, and gives each member its score. */
        private ISeq<Phenotype<IntegerGene, Double>> score(Seq<Phenotype<IntegerGene, Double>> members) {
            SequencedMap<SequencedMap<String, String>, List<Integer>> fresh = new LinkedHashMap<>();
            for (Phenotype<IntegerGene, Double> member : members) {
                List<Integer> place = place(member);
                if (!tried.containsKey(place) && runs + fresh.size() < most()) {
                    fresh.put(point(place), place);
                }
            }
            fresh.values().forEach(place -> tried.put(place, Double.NEGATIVE_INFINITY));
            long before = runs;
            if (!fresh.isEmpty() && goesOn) {
                goesOn = trials.run(List.copyOf(fresh.keySet()).iterator(), (point, score) -> {
                    runs++;
                    tried.put(
                            fresh.getOrDefault(point, List.of()),
                            Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score);
                });
            }
            staleGenerations = runs == before ? staleGenerations + 1 : 0;
            return members.map(
                            member -> member.withFitness(tried.getOrDefault(place(member), Double.NEGATIVE_INFINITY)))
                    .asISeq();
        }

        private List<Integer> place(Phenotype<IntegerGene, Double> member) {
            return member.genotype().stream()
                    .map(chromosome -> chromosome.gene().allele())
                    .toList();
        }

        private SequencedMap<String, String> point(List<Integer> place) {
            return grid.point(place.stream().mapToLong(Integer::longValue).toArray());
        }
    }
}
