package org.evenkeel.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code evenkeel data}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        subcommands = {DataImportCommand.class, DataCheckCommand.class, DataShowCommand.class, HelpCommand.class},
        description = "Makes, checks and shows data sets: folders of Parquet files with a pairs.json.")
public final class DataCommand {}
