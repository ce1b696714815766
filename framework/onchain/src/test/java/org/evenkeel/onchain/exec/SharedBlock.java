package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.Map;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.Whim;

/**
 * A block that a dealer's swap has to share with a transaction of somebody else.
 *
 * @param chain where
 * @param token that the other transaction calls
 * @param data what it says
 * @param isFirst whether it comes before the swap
 * @param before what is done before the block
 * @param after what is done after it
 */
record SharedBlock(
        LocalChain chain, TestContract token, String data, boolean isFirst, Runnable before, Runnable after) {
    private static final String GAS = "0x30d40";
    /** In wei; the chain puts what offers most first. */
    private static final String DEAR = "0x174876e800";

    private static final String CHEAP = "0x4a817c80";

    static SharedBlock withGift(LocalChain chain, TestContract token, BigInteger gift) {
        String data = token.input("transfer(address,uint256)", Dealer.WALLET.hex(), gift);
        return new SharedBlock(chain, token, data, true, () -> {}, () -> {});
    }

    /** The token is one thing until the block in which it is traded begins, and plain in it. */
    static SharedBlock turnedBack(LocalChain chain, TestContract token, Whim whim) {
        return new SharedBlock(chain, token, Whim.PLAIN.input(token), true, () -> whim.on(token), () -> {});
    }

    /** The token is another thing when the block in which it is traded ends, and at no other time. */
    static SharedBlock turnedAtItsEnd(LocalChain chain, TestContract token, Whim whim) {
        return new SharedBlock(chain, token, whim.input(token), false, () -> {}, () -> Whim.PLAIN.on(token));
    }

    /** A client whose swap comes into this block. */
    ChainClient client() {
        return Sendings.around(chain, Sendings.SWAP, this::open, this::close);
    }

    private void open() {
        before.run();
        chain.ask("evm_setAutomine", false);
        if (isFirst) {
            send();
        }
    }

    private void send() {
        Map<String, String> call = Map.of(
                "from",
                chain.account(),
                "to",
                token.address(),
                "data",
                data,
                "gas",
                GAS,
                "maxFeePerGas",
                isFirst ? DEAR : CHEAP,
                "maxPriorityFeePerGas",
                "0x1");
        chain.ask("eth_sendTransaction", call);
    }

    private void close() {
        if (!isFirst) {
            send();
        }
        chain.ask("evm_mine");
        chain.ask("evm_setAutomine", true);
        after.run();
    }
}
