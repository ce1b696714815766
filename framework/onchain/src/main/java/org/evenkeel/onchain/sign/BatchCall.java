package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;

/**
 * One call of a batch that a Safe makes.
 *
 * @param to what is called
 * @param wei of the coin that goes with it
 * @param input the function and its arguments
 */
record BatchCall(Address to, BigInteger wei, Bytes input) {
    private static final int ADDRESS = 20;
    private static final int WORD = 32;
    private static final int HEAD = 1 + ADDRESS + 2 * WORD;
    private static final Bytes CALL = Bytes.ofHex("0x00");

    /**
     * The calls of a batch, packed as MultiSend has them: a kind, an address, a value, a size, the data.
     *
     * @throws SigningRefused when it has what is no call, or no end
     */
    static List<BatchCall> of(Bytes packed) {
        List<BatchCall> calls = new ArrayList<>();
        for (int from = 0; from < packed.size(); ) {
            BatchCall call = one(packed, from);
            calls.add(call);
            from += HEAD + call.input().size();
        }
        return calls;
    }

    private static BatchCall one(Bytes packed, int from) {
        if (packed.size() - from < HEAD) {
            throw PolicyCheck.refused("batch", "its last call has no end");
        }
        AbiReader head = AbiReader.of(packed.part(from + 1 + ADDRESS, 2 * WORD));
        BigInteger wei = head.uint();
        BigInteger size = head.uint();
        boolean isCall = packed.part(from, 1).equals(CALL);
        if (!isCall || size.compareTo(BigInteger.valueOf(packed.size() - from - HEAD)) > 0) {
            throw PolicyCheck.refused("batch", "it has what is no call, or ends before its last call does");
        }
        Address to = new Address(packed.part(from + 1, ADDRESS).hex());
        return new BatchCall(to, wei, packed.part(from + HEAD, size.intValueExact()));
    }
}
