package org.evenkeel.onchain.bridge;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;
import org.evenkeel.onchain.rpc.LoggedReceipt;

/** What the bridge's contract on a chain is told and asked. The functions are those of Across' SpokePool since its version 3. */
final class SpokePool {
    private static final Function DEPOSIT = Function.of(
            "depositV3(address,address,address,address,uint256,uint256,uint256,address,uint32,uint32,uint32,bytes)");
    private static final Function FILL_STATUSES = Function.of("fillStatuses(bytes32)");
    private static final Function QUOTE_BUFFER = Function.of("depositQuoteTimeBuffer()");
    private static final Function DEADLINE_BUFFER = Function.of("fillDeadlineBuffer()");
    private static final Function WRAPPED_NATIVE = Function.of("wrappedNativeToken()");
    private static final Function REFUND_KEPT = Function.of("getRelayerRefund(address,address)");
    private static final Topic DEPOSITED =
            Topic.of("FundsDeposited(bytes32,bytes32,uint256,uint256,uint256,uint256,uint32,"
                    + "uint32,uint32,bytes32,bytes32,bytes32,bytes)");
    private static final Topic FILLED =
            Topic.of("FilledRelay(bytes32,bytes32,uint256,uint256,uint256,uint256,uint256,uint32,"
                    + "uint32,bytes32,bytes32,bytes32,bytes32,bytes32,(bytes32,bytes32,uint256,uint8))");
    private static final Topic REFUNDED = Topic.of(
            "ExecutedRelayerRefundRoot(uint256,uint256,uint256[],uint32,uint32,address,address[],bool,address)");

    /** The event, and to where, which number, and of whom. */
    private static final int DEPOSITED_TOPICS = 4;

    /** Clocks of two chains differ by less. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final ChainClient client;
    private final Address pool;

    SpokePool(ChainClient client, Address pool) {
        this.client = client;
        this.pool = pool;
    }

    /** Whether a deposit was paid out. */
    enum Status {
        UNFILLED,
        /** Nobody has, and the bridge itself was asked to. */
        SLOW_FILL_REQUESTED,
        FILLED
    }

    /** A payment to the deposit's recipient. */
    record Fill(Address recipient, BigInteger amount, long block) {}

    /**
     * Payments of a refund run to one address, in the order of the run.
     *
     * @param kept whether some address of the run could not be paid
     */
    record Refund(long block, List<BigInteger> amounts, boolean kept) {}

    Call deposit(Deposit.Way way, Deposit.Parties parties, Deposit.Tokens tokens, Instant quote, Instant deadline) {
        return DEPOSIT.on(
                pool,
                new AbiWriter()
                        .address(parties.depositor())
                        .address(parties.recipient())
                        .address(tokens.input())
                        .address(tokens.output())
                        .uint(tokens.inputAmount())
                        .uint(tokens.outputAmount())
                        .uint(way.to())
                        .address(parties.exclusiveRelayer())
                        .uint(quote.getEpochSecond())
                        .uint(deadline.getEpochSecond())
                        .uint(0) // Nobody has it for himself, not even for a while.
                        .bytes(Bytes.EMPTY));
    }

    /** What a transaction deposited here. */
    Optional<Deposit> depositIn(LoggedReceipt transaction) {
        return transaction.logs().stream()
                .filter(log -> log.contract().equals(pool) && log.is(DEPOSITED, DEPOSITED_TOPICS))
                .map(log -> Deposit.of(client.chain().id(), log))
                .findFirst();
    }

    Status status(BlockRef at, Deposit deposit) {
        AbiWriter hash =
                new AbiWriter().uint(new BigInteger(1, deposit.relayHash().toArray()));
        int status = client.call(at, FILL_STATUSES.on(pool, hash)).smallInteger();
        return Status.values()[status];
    }

    /** The payment of a deposit that is filled at a block. Looks back until before the deposit was made. */
    Optional<Fill> fill(BlockRef at, Deposit deposit) {
        LogFilter filter = filter(FILLED, List.of(word(deposit.way().from()), word(deposit.id())));
        Instant earliest =
                Instant.ofEpochSecond(deposit.times().quote().longValueExact()).minus(CLOCKS);
        for (BlockRef to = at; ; ) {
            long from = Math.max(0, to.number() - LogWalk.BLOCKS + 1);
            Optional<Fill> found = LogWalk.read(client.logs(), filter, from, to.number()).stream()
                    .flatMap(log -> fillOf(log, deposit).stream())
                    .findFirst();
            if (found.isPresent() || from == 0 || to.time().isBefore(earliest)) {
                return found;
            }
            to = client.logs().block(from - 1);
        }
    }

    /** Anybody can pay something under the number of a deposit: only what was paid for all of this one counts. */
    private static Optional<Fill> fillOf(LogEntry log, Deposit deposit) {
        try {
            return sameFill(log, deposit);
        } catch (AbiException noAddress) {
            return Optional.empty(); // Then it is of parties that this deposit has not.
        }
    }

    private static Optional<Fill> sameFill(LogEntry log, Deposit deposit) {
        AbiReader data = AbiReader.of(log.data());
        Deposit.Tokens tokens = new Deposit.Tokens(data.address(), data.address(), data.uint(), data.uint());
        data.uint(); // Where the relayer is repaid.
        BigInteger deadline = data.uint();
        BigInteger exclusivity = data.uint();
        Address exclusive = data.address();
        Deposit.Parties parties = new Deposit.Parties(data.address(), data.address(), exclusive);
        boolean noMessage = data.uint().signum() == 0;
        Address paid = data.address();
        data.uint(); // A message that took the place of none.
        Fill fill = new Fill(paid, data.uint(), log.blockNumber());
        boolean same = noMessage
                && tokens.equals(deposit.tokens())
                && parties.equals(deposit.parties())
                && deadline.equals(deposit.times().fillDeadline())
                && exclusivity.equals(deposit.times().exclusivityDeadline());
        return same ? Optional.of(fill) : Optional.empty();
    }

    /** What was refunded to an account in some blocks, of a token. */
    List<Refund> refunds(Address account, Address token, long from, long to) {
        return LogWalk.read(client.logs(), filter(REFUNDED, List.of()), from, to).stream()
                .map(log -> refund(log, account, token))
                .filter(refund -> !refund.amounts.isEmpty())
                .toList();
    }

    private static Refund refund(LogEntry log, Address account, Address token) {
        AbiReader data = AbiReader.of(log.data());
        data.uint(); // What goes back to the bridge's hub.
        List<BigInteger> amounts = data.uints();
        boolean ofToken = data.address().equals(token);
        List<Address> accounts = data.addresses();
        List<BigInteger> ours = IntStream.range(0, Math.min(amounts.size(), accounts.size()))
                .filter(row -> ofToken && accounts.get(row).equals(account))
                .mapToObj(amounts::get)
                .toList();
        return new Refund(log.blockNumber(), ours, data.bool());
    }

    /** What the pool keeps for an account, because it could not be paid. */
    BigInteger keptRefund(BlockRef at, Address account, Address token) {
        return client.call(
                        at, REFUND_KEPT.on(pool, new AbiWriter().address(token).address(account)))
                .uint();
    }

    Duration quoteBuffer(BlockRef at) {
        return Duration.ofSeconds(client.call(at, QUOTE_BUFFER.on(pool)).smallInteger());
    }

    Duration deadlineBuffer(BlockRef at) {
        return Duration.ofSeconds(client.call(at, DEADLINE_BUFFER.on(pool)).smallInteger());
    }

    Address wrappedNative(BlockRef at) {
        return client.call(at, WRAPPED_NATIVE.on(pool)).address();
    }

    private LogFilter filter(Topic event, List<Bytes> indexed) {
        return new LogFilter(Set.of(pool), Set.of(event), indexed);
    }

    private static Bytes word(BigInteger number) {
        return new AbiWriter().uint(number).bytes();
    }
}
