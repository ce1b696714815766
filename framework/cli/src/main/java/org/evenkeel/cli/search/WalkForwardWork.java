package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.store.TrialLedger;

/** The runs of a walk-forward or a cross-validation, in a folder that keeps what is done. */
sealed interface WalkForwardWork extends AutoCloseable permits WindowsWork, FoldsWork {
    /** Where the finished one is now that was here before. */
    Optional<Path> replaced();

    /** What is done already, in words; empty text where that is nothing. */
    String before();

    /** At most how many runs are left to make. */
    long most();

    /**
     * Makes what is not made yet.
     *
     * @param ledger counts the runs
     * @return empty where it was ended before it was through
     */
    Optional<WalkForwardSummary> run(RunPlace place, TrialLedger ledger, SweepWatch watch);

    /** Notes that it is through. */
    void finish();

    @Override
    void close();
}
