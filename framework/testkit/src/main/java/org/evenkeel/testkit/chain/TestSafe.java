package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Safes on a local chain, as their authors compiled them: what a test creates, and what an owner who sends tells one. */
public final class TestSafe {
    private static final String ARTIFACTS = "@safe-global/safe-contracts/build/artifacts/contracts/";
    private static final String NOBODY = "0x" + "0".repeat(40);
    private static final byte[] NOTHING = {};
    private static final String EXEC =
            "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)";

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
        safe.send(
                EXEC,
                target,
                0,
                HexFormat.of().parseHex(input, 2, input.length()),
                0,
                0,
                0,
                0,
                NOBODY,
                NOBODY,
                HexFormat.of().parseHex(bySenderOrApproved(chain.account())));
    }

    /** Creates a Safe of the chain's first two accounts, who have to agree on everything. */
    public TestContract createOfTwo() {
        return create(2, List.of(chain.account(), second()));
    }

    private String second() {
        return chain.ask("eth_accounts").get(1).stringValue();
    }

    /** What both owners of such a Safe agree on: the second approves it, and the first sends it. */
    public void agree(TestContract safe, TestContract target, String function, Object... arguments) {
        String input = target.input(function, arguments);
        List<Object> told = new ArrayList<>(
                List.of(target, 0, HexFormat.of().parseHex(input, 2, input.length()), 0, 0, 0, 0, NOBODY, NOBODY));
        told.add(nonce(safe));
        BigInteger hash = safe.number(
                "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,uint256)",
                told.toArray());
        chain.transact(
                second(),
                safe.address(),
                safe.input("approveHash(bytes32)", hash).substring(2));
        String signatures = Stream.of(chain.account(), second())
                .sorted()
                .map(TestSafe::bySenderOrApproved)
                .collect(Collectors.joining());
        told.set(told.size() - 1, HexFormat.of().parseHex(signatures));
        safe.send(EXEC, told.toArray());
    }

    private static String bySenderOrApproved(String owner) {
        return "0".repeat(24) + owner.substring(2) + "0".repeat(64) + "01";
    }

    /** How much a Safe has done. */
    public BigInteger nonce(TestContract safe) {
        return safe.number("nonce()");
    }
}
