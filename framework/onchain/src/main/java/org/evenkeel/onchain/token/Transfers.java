package org.evenkeel.onchain.token;

import java.math.BigInteger;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.rpc.LogEntry;

/** What a token logged of its moves (ERC-20). */
public final class Transfers {
    /** The event. */
    public static final Topic TRANSFER = Topic.of("Transfer(address,address,uint256)");

    private static final int TOPICS = 3;
    private static final int WORD = 32;

    private Transfers() {}

    /**
     * By how much an owner's balance grew by what the token itself logged; negative where it fell. A token may log anything
     * under the event's name: what is no transfer's says nothing.
     *
     * @param logs of one transaction
     */
    public static BigInteger net(List<LogEntry> logs, Address token, Address owner) {
        BigInteger net = BigInteger.ZERO;
        for (LogEntry log : logs) {
            if (log.contract().equals(token)
                    && log.is(TRANSFER, TOPICS)
                    && log.data().size() == WORD) {
                BigInteger amount = AbiReader.of(log.data()).uint();
                net = isOf(log.topics().get(1), owner) ? net.subtract(amount) : net;
                net = isOf(log.topics().get(2), owner) ? net.add(amount) : net;
            }
        }
        return net;
    }

    private static boolean isOf(Bytes topic, Address owner) {
        return topic.equals(new AbiWriter().address(owner).bytes());
    }
}
