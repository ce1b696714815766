package org.evenkeel.cli.wallet;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.evenkeel.testkit.chain.TestSafe;

/** A chain with Safes on it, and two tokens that doctors look at. */
record SafeGround(LocalChain chain, TestDex dex, TestSafe safes, TestContract usdc, TestContract goods) {
    static SafeGround on(LocalChain chain) {
        TestDex dex = TestDex.deployOn(chain);
        return new SafeGround(chain, dex, TestSafe.deployOn(chain), dex.token("USDC", 6), dex.token("GOODS", 18));
    }

    /** A wallet with a coin for gas. */
    LocalWallet wallet(Path folder) {
        LocalWallet wallet = new LocalWallet(chain, dex, folder);
        wallet.fund("1000000000000000000");
        return wallet;
    }

    /** The Safe, with two dollars and a half. */
    TestContract enriched(TestContract safe) {
        usdc.send("mint(address,uint256)", safe, BigInteger.valueOf(2_500_000));
        return safe;
    }

    /** The words of a command about a Safe. */
    static Object[] about(TestContract safe, Object... command) {
        List<Object> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--safe", safe));
        return words.toArray();
    }

    /** A data set of one pair, so that its tokens are looked at. */
    Path data(LocalWallet wallet) {
        Path csv = wallet.write(
                "GOODS-USDC_1h.csv",
                "time,open,high,low,close,volume\n2021-01-01T00:00:00Z,1,1,1,1,1\n2021-01-01T01:00:00Z,1,1,1,1,1\n");
        Path data = wallet.path("data");
        Cli.assertSays(ExitCode.OK, "", Cli.run("data", "import", csv, "--out", data));
        wallet.write("data/pairs.json", """
                [{"pair_id": 1, "chain": "local", "chain_id": 31337, "exchange": "uniswap-v2", "fee_bps": 30,
                  "base": "GOODS", "base_address": "%s", "base_decimals": 18,
                  "quote": "USDC", "quote_address": "%s", "quote_decimals": 6}]""".formatted(goods, usdc));
        return data;
    }
}
