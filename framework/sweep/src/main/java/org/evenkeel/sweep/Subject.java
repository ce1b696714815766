package org.evenkeel.sweep;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a sweep tries with one set of parameters after another. A run is a function of its parameters: the same ones
 * give the same outcome, on any thread and any machine.
 */
public interface Subject {
    /** The names of the figures that every run has, in the order in which they are shown. */
    List<String> figures();

    /**
     * The rule that a set of parameters breaks, by which it makes no sense; empty where it can be run. Much cheaper
     * than a run.
     *
     * @param set what is set, by name
     */
    Optional<String> findRefusal(SequencedMap<String, String> set);

    /**
     * One run. Called by several threads at once.
     *
     * @param set what is set, by name
     * @throws RuntimeException whatever goes wrong; a sweep notes it and goes on
     */
    Outcome run(SequencedMap<String, String> set);
}
