package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
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
 * @param pictures where they were wanted
 * @param chosen what the runs set that were chosen in some fold, by their numbers
 */
record SweepSummary(
        SweepSetup setup,
        SweepResult result,
        Overfitting overfitting,
        TrialLedger.Count tried,
        Optional<Path> page,
        List<Path> pictures,
        Map<Long, SequencedMap<String, String>> chosen) {
    /** The same with a page and pictures, of which either may be without the other. */
    SweepSummary withPage(Optional<Path> written, List<Path> drawn) {
        return new SweepSummary(setup, result, overfitting, tried, written, drawn, chosen);
    }
}
