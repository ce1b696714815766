package org.evenkeel.cli.wallet;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code evenkeel wallet}. */
@Command(
        name = "wallet",
        mixinStandardHelpOptions = true,
        description = "Makes a wallet's key, and looks at what the wallet has and at its files.",
        subcommands = {
            WalletCreateCommand.class,
            WalletBalancesCommand.class,
            WalletCheckCommand.class,
            HelpCommand.class
        })
public final class WalletCommand {}
