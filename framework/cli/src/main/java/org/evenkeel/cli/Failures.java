package org.evenkeel.cli;

import java.io.PrintWriter;
import java.util.List;
import org.evenkeel.api.ParameterException;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.live.WalletException;
import org.evenkeel.market.DataException;
import org.evenkeel.market.NearestName;
import org.evenkeel.market.UnwritableException;
import org.evenkeel.onchain.config.ConfigException;
import org.evenkeel.onchain.market.MarketException;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.safe.SafeException;
import org.evenkeel.onchain.sign.KeyException;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.optimizer.InfeasibleLimitsException;
import org.evenkeel.optimizer.OptimizerException;
import org.evenkeel.state.store.StateException;
import org.evenkeel.sweep.SweepException;
import org.evenkeel.sweep.remote.ClusterException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person what went wrong, and a script by the exit code. */
final class Failures implements IExecutionExceptionHandler {
    private static final List<String> CALLERS = List.of(
            "org.evenkeel.engine.",
            "org.evenkeel.backtest.",
            "org.evenkeel.sweep.",
            "org.evenkeel.cli.",
            "java.lang.reflect.",
            "jdk.internal.reflect.");
    private static final List<String> NOT_THE_USERS =
            List.of("java.", "jdk.", "org.evenkeel.api.", "org.evenkeel.market.", "org.evenkeel.state.");

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        int code = codeOf(failure);
        PrintWriter err = command.getErr();
        boolean unforeseen = code == ExitCode.FAULT && !isOfTheMachine(failure);
        err.println("evenkeel: " + (unforeseen ? failure.toString() : failure.getMessage()));
        if (unforeseen) {
            err.println("This is a fault of the program or of the machine. Where it came from:");
            for (StackTraceElement frame : failure.getStackTrace()) {
                err.println("    at " + frame);
            }
        } else if (code == ExitCode.STRATEGY && failure.getCause() != null) {
            ownFrames(failure.getCause(), err);
        }
        err.flush();
        return code;
    }

    /** Whether it says by itself what is wrong with the machine, and what to do. */
    private static boolean isOfTheMachine(Exception failure) {
        return failure instanceof ClusterException
                || failure instanceof Unavailable
                || failure instanceof StateException.Io
                || failure instanceof SweepException.Io
                || failure instanceof UnwritableException;
    }

    /** Where in the user's own code it happened: the frames down to the framework's that called it. */
    private static void ownFrames(Throwable cause, PrintWriter err) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            String name = frame.getClassName();
            if (CALLERS.stream().anyMatch(name::startsWith)) {
                return;
            }
            if (NOT_THE_USERS.stream().noneMatch(name::startsWith)) {
                err.println("    at " + frame);
            }
        }
    }

    private static int codeOf(Exception failure) {
        return switch (failure) {
            case UsageException usage -> ExitCode.USAGE;
            case ParameterException parameter -> ExitCode.USAGE;
            case UnwritableException file -> ExitCode.FAULT;
            case DataException data -> ExitCode.DATA;
            case ConfigException config -> ExitCode.USAGE;
            case KeyException key -> ExitCode.USAGE;
            case SafeException safe -> ExitCode.USAGE;
            case InfeasibleLimitsException limits -> ExitCode.USAGE;
            case OptimizerException optimizer -> ExitCode.DATA;
            case StrategyException strategy -> ExitCode.STRATEGY;
            case StateException.Io disk -> ExitCode.FAULT;
            case StateException state -> ExitCode.STATE;
            case StateConflict conflict -> ExitCode.STATE;
            case SweepException.Io disk -> ExitCode.FAULT;
            case SweepException sweep -> ExitCode.STATE;
            case ClusterException cluster -> ExitCode.FAULT;
            case TxException wallet -> ExitCode.STATE;
            case WalletException wallet -> ExitCode.STATE;
            case MarketException market -> ExitCode.DATA;
            case SigningRefused refused -> ExitCode.STATE;
            case ChainException chain when chain.fault() == ChainFault.WRONG_CHAIN -> ExitCode.USAGE;
            case Unavailable away -> ExitCode.FAULT;
            default -> ExitCode.FAULT;
        };
    }

    /** Not the program's fault, and no exception to picocli. */
    static int outOfMemory(OutOfMemoryError failure, PrintWriter err) {
        err.println("evenkeel: There is too little memory (" + failure.getMessage() + "). Give more, as by"
                + " EVENKEEL_JAVA_OPTS=-Xmx4g, or let a sweep make fewer runs at once (--threads 1); its runs are kept,"
                + " and --resume goes on.");
        err.flush();
        return ExitCode.FAULT;
    }

    static int usage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        // Picocli says "option" twice where a value of a map is no good.
        String message = String.valueOf(failure.getMessage()).replace("option option", "option");
        err.println("evenkeel: " + message + suggestion(failure));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String suggestion(CommandLine.ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            CommandLine command = failure.getCommandLine();
            String typed = unmatched.getUnmatched().getFirst();
            String hint = NearestName.hint(
                    typed,
                    typed.startsWith("-")
                            ? command.getCommandSpec().optionsMap().keySet()
                            : command.getSubcommands().keySet());
            return hint.isEmpty() ? "" : "." + hint;
        }
        return "";
    }
}
