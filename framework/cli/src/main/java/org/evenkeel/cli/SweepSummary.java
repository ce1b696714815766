package org.evenkeel.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.sweep.validation.Overfitting;

/**
 * What came of a sweep, in short.
 *
 * @param setup what was swept
 * @param result what was found
 * @param overfitting how far it can be trusted
 * @param tried how much was ever tried
 * @param page where one was wanted
 */
record SweepSummary(
        SweepSetup setup, SweepResult result, Overfitting overfitting, TrialLedger.Count tried, Optional<Path> page) {}
