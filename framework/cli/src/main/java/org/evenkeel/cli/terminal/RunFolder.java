package org.evenkeel.cli.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;

/** The folder that a backtest writes to. */
public final class RunFolder {
    /** The page. */
    public static final String REPORT = "report.html";
    /** The equity curve as a picture. */
    public static final String PICTURE = "equity.png";

    /** The folder of its other plots as pictures. */
    public static final String PICTURES = "pictures";

    private RunFolder() {}

    /**
     * Begins a run. An earlier backtest of the same strategy is moved to a folder {@code replaced} inside, with its
     * report. A state of another strategy is left alone.
     *
     * @throws UsageException when there is no such folder to be had, or it is a data set's
     * @throws StateConflict when the folder holds the state of another strategy
     * @throws StateException when it cannot be written, or is in use
     */
    public static StateStore begin(Path folder, String strategy) {
        requireFolder(folder);
        StateFolder there = StateFolder.at(folder);
        if (!there.holdsState()) {
            return StateStore.create(folder, Durability.FAST);
        }
        String found = strategyIn(there);
        if (!found.equals(strategy)) {
            throw new StateConflict(folder + " holds the state of the strategy " + found + ", not of " + strategy
                    + ". Give " + strategy + " a folder of its own with --out, or remove that one.");
        }
        return StateStore.replace(folder, Durability.FAST, REPORT, PICTURE, PICTURES);
    }

    /**
     * Makes sure that a path can be a folder for runs.
     *
     * @throws UsageException when it is a file or lies below one, or is a data set
     */
    public static void requireFolder(Path folder) {
        for (Path path = folder.toAbsolutePath().normalize(); path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new UsageException(
                        "--out " + folder + " cannot be written to: " + path + " is a file. Give a folder.");
            }
        }
        if (Files.exists(folder.resolve(PairsFile.NAME))) {
            throw new UsageException("--out " + folder + " is a data set, for it has a " + PairsFile.NAME
                    + ": give a run a folder of its own.");
        }
    }

    private static String strategyIn(StateFolder there) {
        String[] name = new String[1];
        there.forEachEvent(event -> {
            Ledger ledger = new Ledger();
            ledger.apply(event);
            name[0] = ledger.info().strategy();
            return false;
        });
        return name[0];
    }

    /**
     * The ledger of a run of whose main book there are figures.
     *
     * @throws StateConflict when there is no run, or it was never valued
     */
    public static Ledger valued(Path folder) {
        Ledger ledger = existing(folder).load();
        boolean valued = ledger.books().stream()
                .anyMatch(book -> book.book().equals(Ledger.MAIN_BOOK)
                        && book.equityCurve().size() > 0);
        if (!valued) {
            throw new StateConflict(folder + " holds a run that was never valued: wait for its first decision.");
        }
        return ledger;
    }

    /**
     * The folder of a finished run.
     *
     * @throws StateConflict when there is none
     */
    public static StateFolder existing(Path folder) {
        StateFolder there = StateFolder.at(folder);
        if (!there.holdsState()) {
            throw new StateConflict(
                    folder + " holds no run: give the folder that a backtest or a live run wrote, the one"
                            + " with state.json in it.");
        }
        return there;
    }
}
