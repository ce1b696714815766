package org.evenkeel.sweep.subject;

import org.evenkeel.sweep.Subject;

/** A strategy that is run with one set of parameters after another. */
public sealed interface StrategySubject extends Subject permits EngineSubject, VectorSubject {
    /** What all its runs share. */
    Experiment experiment();
}
