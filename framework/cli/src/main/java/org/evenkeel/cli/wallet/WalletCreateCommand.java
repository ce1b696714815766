package org.evenkeel.cli.wallet;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.sign.Keystore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code evenkeel wallet create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a new key and keeps it in a keystore (version 3) that only its owner may read. Prints the"
                + " address, and nothing else of it. Whoever loses file or password loses what the wallet has.")
final class WalletCreateCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the new keystore; one that is there is never written over",
            required = true)
    private Path out = Path.of("");

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "its password, on the first line of a file that only its owner may read (chmod 600)")
    private @Nullable Path passwordFile;

    @Option(names = "--password-fd", paramLabel = "N", description = "its password instead, from this open descriptor")
    private @Nullable Integer passwordDescriptor;

    @Option(names = "--json", description = "prints a JSON object instead of the address alone")
    private boolean json;

    @Override
    public Integer call() {
        Address address = Keystore.create(out, WalletOptions.password(passwordFile, passwordDescriptor));
        Console.out().println(json ? json(address) : address.hex());
        return ExitCode.OK;
    }

    private String json(Address address) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            generator.writeStringProperty("address", address.hex());
            generator.writeStringProperty("keystore", out.toString());
            generator.writeEndObject();
        }
        return text.toString();
    }
}
