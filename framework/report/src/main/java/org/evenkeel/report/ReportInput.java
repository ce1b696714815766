package org.evenkeel.report;

import java.util.Optional;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.report.view.LiveJournal;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;

/**
 * What a report is made of. The state alone is enough for all but the candles.
 *
 * @param info what was run on what
 * @param book the book to report on; it has been valued at least once
 * @param settings how it was run
 * @param market the prices it was run on, for candles, the depth of pools, and what was held at the end; empty where
 *     only the state is at hand
 * @param journal what the state does not tell of a run that was made as time went by
 */
public record ReportInput(
        RunInfo info, Portfolio book, Settings settings, Optional<MarketHistory> market, LiveJournal journal) {
    /**
     * @throws IllegalArgumentException when the book has never been valued
     */
    public ReportInput {
        if (book.equityCurve().size() == 0) {
            throw new IllegalArgumentException("Book '" + book.book() + "' of " + info.strategy()
                    + " has never been valued, so there is nothing to report: run at least one cycle first.");
        }
    }

    /** A report on a book of whose journal no more is told than it tells itself. */
    public ReportInput(RunInfo info, Portfolio book, Settings settings, Optional<MarketHistory> market) {
        this(info, book, settings, market, LiveJournal.EMPTY);
    }

    /**
     * A report on the main book of a ledger, without prices. The settings are those that the run recorded among its
     * parameters.
     *
     * @throws IllegalStateException when the ledger has no main book
     * @throws IllegalArgumentException when it has never been valued
     * @throws org.evenkeel.api.ParameterException when a recorded setting cannot be read
     */
    public static ReportInput of(Ledger ledger) {
        RunInfo info = ledger.info();
        Settings settings = Settings.DEFAULTS.overriddenBy(Parameters.of(info.parameters()));
        return new ReportInput(info, ledger.book(Ledger.MAIN_BOOK), settings, Optional.empty(), LiveJournal.EMPTY);
    }

    /** The same, with the prices that it was run on. */
    public ReportInput withMarket(MarketHistory history) {
        return new ReportInput(info, book, settings, Optional.of(history), journal);
    }

    /** The same, with what only the journal tells. */
    public ReportInput withJournal(LiveJournal read) {
        return new ReportInput(info, book, settings, market, read);
    }
}
