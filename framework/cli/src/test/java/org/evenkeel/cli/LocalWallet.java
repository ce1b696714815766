package org.evenkeel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.sign.Keystore;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;

/** A wallet on a local chain, with the files that commands are told of. */
public final class LocalWallet {
    public static final String PASSWORD = "correct horse battery staple";
    public static final String CHAIN_NAME = "local";
    private static final String KEYSTORE = "wallet.json";

    private final LocalChain chain;
    private final Path folder;
    private final String keystore;

    /** Files in this folder. */
    public LocalWallet(LocalChain chain, TestDex dex, Path folder) {
        this(chain, folder, KEYSTORE);
        write("chains.json", chains(chain.id(), dex));
        endpoint(chain.url().toString());
        secret("password", PASSWORD);
        secret(KEYSTORE, Made.keystore(this));
    }

    private LocalWallet(LocalChain chain, Path folder, String keystore) {
        this.chain = chain;
        this.folder = folder;
        this.keystore = keystore;
    }

    /** A wallet of no chain in particular: keystore and password, in a folder that has chains and endpoints of its own. */
    public static LocalWallet ofFolder(LocalChain any, Path folder) {
        LocalWallet wallet = new LocalWallet(any, folder, KEYSTORE);
        wallet.secret("password", PASSWORD);
        wallet.secret(KEYSTORE, Made.keystore(wallet));
        return wallet;
    }

    /** A wallet whose key is elsewhere: it is named by its address, in the place of a keystore. */
    public static LocalWallet ofAddress(LocalChain any, Path folder, String address) {
        return new LocalWallet(any, folder, address);
    }

    public WalletFiles files() {
        return new WalletFiles(keystore());
    }

    /** What signs for it; nothing here, where its key is elsewhere. */
    public Signer key() {
        return keystore.equals(KEYSTORE) ? Keystore.open(keystore(), password()) : new Elsewhere(address());
    }

    private record Elsewhere(Address address) implements Signer {
        @Override
        public Bytes sign(UnsignedTransaction transaction) {
            throw new AssertionError("Nothing was to be signed yet, and this was: " + transaction);
        }
    }

    /** Made once for all tests: to make one is slow by design. */
    private static final class Made {
        private static String text = "";

        static synchronized String keystore(LocalWallet first) {
            if (text.isEmpty()) {
                Cli.Ran made =
                        Cli.run("wallet", "create", "--out", first.keystore(), "--password-file", first.password());
                if (made.code() != 0) {
                    throw new AssertionError(made.err());
                }
                text = first.read(KEYSTORE);
            }
            return text;
        }
    }

    private String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String chains(long id, TestDex dex) {
        return """
                {"chains": [{"name": "%s", "id": %d, "confirmations": 1, "head_age_seconds": 86400,
                  "wrapped_native": "%s", "native_symbol": "ETH",
                  "exchanges": [{"name": "uniswap-v2", "kind": "constant-product", "factory": "%s", "router": "%s",
                                 "fee_bps": 30, "init_code_hash":
                                 "0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f"}],
                  "routers": [{"address": "%5$s", "kind": "v2-router", "exchanges": ["uniswap-v2"]}]}]}""".formatted(CHAIN_NAME, id, dex.weth(), dex.factoryV2(), dex.routerV2());
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public Path write(String name, String text) {
        try {
            return Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path secret(String name, String text) {
        try {
            Path file = write(name, text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node, or several with commas between. */
    public void endpoint(String urls) {
        write(".env", "LOCAL_RPC_URL=" + urls + "\n");
    }

    public Path keystore() {
        return path(keystore);
    }

    public Path password() {
        return path("password");
    }

    public Address address() {
        return new WalletFiles(keystore()).address();
    }

    /** A command of this wallet, with its chains and endpoints. */
    public Cli.Ran run(Object... command) {
        List<Object> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--wallet", keystore(), "--chains", path("chains.json"), "--env", path(".env")));
        return Cli.run(all.toArray());
    }

    public void fund(String wei) {
        chain.ask("anvil_setBalance", address().hex(), "0x" + new BigInteger(wei).toString(16));
    }

    public void mint(TestContract token, long units) {
        token.send("mint(address,uint256)", address().hex(), BigInteger.valueOf(units));
    }

    /** What somebody sends who has the key elsewhere. */
    public void sendElsewhere(String to, String input) {
        chain.ask("anvil_impersonateAccount", address().hex());
        chain.ask("eth_sendTransaction", Map.of("from", address().hex(), "to", to, "data", input, "gas", "0x186a0"));
        chain.ask("anvil_stopImpersonatingAccount", address().hex());
        chain.ask("evm_mine");
    }
}
