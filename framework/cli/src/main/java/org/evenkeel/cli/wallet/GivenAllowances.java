package org.evenkeel.cli.wallet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.logs.LogPage;
import org.evenkeel.onchain.logs.LogReader;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;

/**
 * Whom a wallet ever allowed anything, as the logs of its tokens tell: by this program, another one, or whoever else has
 * its key.
 *
 * @param reader of the wallet
 * @param blocks how far back is looked; a token that logs no approval tells of none
 */
record GivenAllowances(WalletReader reader, long blocks) {
    private static final Topic APPROVAL = Topic.of("Approval(address,address,uint256)");
    private static final int TOPICS = 3;
    private static final int SPENDER = 2;
    private static final int PADDING = 12;
    private static final int ADDRESS = 20;

    /** Two months of a chain with a block in twelve seconds, and eleven days of one with a block in two. */
    private static final long BLOCKS = 500_000;

    /** As far back as nodes give in seconds. */
    static GivenAllowances lately(WalletReader reader) {
        return new GivenAllowances(reader, BLOCKS);
    }

    /** The first block that is looked at. */
    long from() {
        return Math.max(0, reader.at().number() - blocks + 1);
    }

    /**
     * Those who were allowed something of one of some tokens, the earliest first.
     *
     * @throws org.evenkeel.onchain.rpc.ChainException when the nodes do not give the logs
     */
    Set<Address> spenders(List<Token> tokens) {
        Set<Address> contracts = tokens.stream().map(WalletReader::at).collect(Collectors.toSet());
        Bytes owner = new AbiWriter().address(reader.wallet()).bytes();
        LogFilter filter = new LogFilter(contracts, Set.of(APPROVAL), List.of(owner));
        LogReader logs = new LogReader(reader.client());
        Set<Address> spenders = new LinkedHashSet<>();
        long last = reader.at().number();
        for (long next = from(); next <= last; ) {
            LogPage page = logs.next(filter, next, last);
            page.logs().stream()
                    .filter(log -> log.is(APPROVAL, TOPICS))
                    .map(GivenAllowances::spender)
                    .forEach(spenders::add);
            next = page.end().number() + 1;
        }
        return spenders;
    }

    private static Address spender(LogEntry approval) {
        return new Address(approval.topics().get(SPENDER).part(PADDING, ADDRESS).hex());
    }
}
