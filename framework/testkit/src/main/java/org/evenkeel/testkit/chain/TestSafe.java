package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

/** Safes on a local chain, as their authors compiled them: what a test creates, and what an owner who sends tells one. */
public final class TestSafe {
    private static final String ARTIFACTS = "@safe-global/safe-contracts/build/artifacts/contracts/";
    private static final String NOBODY = "0x" + "0".repeat(40);
    private static final byte[] NOTHING = {};

    private final LocalChain chain;
    private final TestContract code;
    private final TestContract factory;
    private final TestContract multiSend;
    private int created;

    private TestSafe(LocalChain chain) {
        this.chain = chain;
        code = chain.deploy(ARTIFACTS + "Safe.sol/Safe.json");
        factory = chain.deploy(ARTIFACTS + "proxies/SafeProxyFactory.sol/SafeProxyFactory.json");
        multiSend = chain.deploy(ARTIFACTS + "libraries/MultiSendCallOnly.sol/MultiSendCallOnly.json");
    }

    /** Deploys what Safes are created from. */
    public static TestSafe deployOn(LocalChain chain) {
        return new TestSafe(chain);
    }

    /** Makes several calls in the name of a Safe that runs it. */
    public TestContract multiSend() {
        return multiSend;
    }

    /** Creates a Safe of these owners, of whom so many have to agree. */
    public TestContract create(int threshold, List<String> owners) {
        String setup = code.input(
                "setup(address[],uint256,address,bytes,address,address,uint256,address)",
                owners,
                threshold,
                NOBODY,
                NOTHING,
                NOBODY,
                NOBODY,
                0,
                NOBODY);
        Object[] arguments = {code, HexFormat.of().parseHex(setup, 2, setup.length()), created++};
        String function = "createProxyWithNonce(address,bytes,uint256)";
        TestContract safe = factory.contract(function, arguments);
        factory.send(function, arguments);
        return safe;
    }

    /** What the chain's first account, as an owner, tells a Safe. */
    public void tell(TestContract safe, TestContract target, String function, Object... arguments) {
        String input = target.input(function, arguments);
        String sender = chain.account().substring(2);
        safe.send(
                "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
                target,
                0,
                HexFormat.of().parseHex(input, 2, input.length()),
                0,
                0,
                0,
                0,
                NOBODY,
                NOBODY,
                HexFormat.of().parseHex("0".repeat(24) + sender + "0".repeat(64) + "01"));
    }

    /** How much a Safe has done. */
    public BigInteger nonce(TestContract safe) {
        return safe.number("nonce()");
    }
}
