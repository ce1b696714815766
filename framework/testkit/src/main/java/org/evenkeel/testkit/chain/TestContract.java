package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A contract on a local chain. Functions are named with their types, as {@code transfer(address,uint256)}; arguments are
 * numbers, booleans, contracts, addresses, {@code byte[]}, lists for arrays and {@code Object[]} for tuples.
 *
 * @param chain where it is
 * @param address in lower case
 */
public record TestContract(LocalChain chain, String address) {
    /**
     * Asks without changing anything.
     *
     * @return the words of the answer, as unsigned numbers
     * @throws NodeFault when the call reverts
     */
    public List<BigInteger> ask(String function, Object... arguments) {
        String words = chain.call(address, chain.selector(function) + Calldata.encode(arguments));
        return IntStream.range(0, words.length() / 64)
                .mapToObj(word -> new BigInteger(words.substring(word * 64, word * 64 + 64), 16))
                .toList();
    }

    /** The first word of the answer. */
    public BigInteger number(String function, Object... arguments) {
        return ask(function, arguments).getFirst();
    }

    /** The first word of the answer, as the contract at that address. */
    public TestContract contract(String function, Object... arguments) {
        return new TestContract(chain, String.format(Locale.ROOT, "0x%040x", number(function, arguments)));
    }

    /**
     * Sends a transaction from the chain's first account, and waits for its block.
     *
     * @throws NodeFault when it would revert
     */
    public void send(String function, Object... arguments) {
        chain.transact(address, chain.selector(function) + Calldata.encode(arguments));
    }

    /** What the function and its arguments are as input of a transaction: {@code 0x…}. */
    public String input(String function, Object... arguments) {
        return "0x" + chain.selector(function) + Calldata.encode(arguments);
    }

    @Override
    public String toString() {
        return address;
    }
}
