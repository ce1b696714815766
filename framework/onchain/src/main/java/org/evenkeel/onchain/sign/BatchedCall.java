package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;

/** One of the calls that MultiSendCallOnly makes: a kind, an address, a value, a size and the data, without gaps. */
record BatchedCall(Address to, BigInteger wei, Bytes input) {
    private static final int ADDRESS = 20;
    private static final int WORD = 32;
    private static final int HEAD = 1 + ADDRESS + 2 * WORD;

    /** The kind of a call; the other would run code. */
    private static final Bytes CALL = Bytes.ofHex("0x00");

    /**
     * All of them.
     *
     * @throws SigningRefused when they cannot be read to their end, or one is no call
     */
    static List<BatchedCall> all(Bytes packed) {
        List<BatchedCall> calls = new ArrayList<>();
        for (int from = 0;
                from < packed.size();
                from += HEAD + calls.getLast().input.size()) {
            calls.add(read(packed, from));
        }
        return calls;
    }

    private static BatchedCall read(Bytes packed, int from) {
        if (packed.size() - from < HEAD) {
            throw PolicyCheck.refused("batch", "its last call has no end");
        }
        AbiReader numbers = AbiReader.of(packed.part(from + 1 + ADDRESS, 2 * WORD));
        BigInteger wei = numbers.uint();
        BigInteger size = numbers.uint();
        boolean isCall = packed.part(from, 1).equals(CALL);
        if (!isCall || size.compareTo(BigInteger.valueOf(packed.size() - from - HEAD)) > 0) {
            throw PolicyCheck.refused("batch", "it has what is no call, or ends before its last call does");
        }
        Address to = new Address(packed.part(from + 1, ADDRESS).hex());
        return new BatchedCall(to, wei, packed.part(from + HEAD, size.intValueExact()));
    }
}
