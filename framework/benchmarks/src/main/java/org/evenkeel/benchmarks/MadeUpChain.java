package org.evenkeel.benchmarks;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.RevertReason;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainLogs;
import org.evenkeel.onchain.rpc.ChainTransactions;
import org.evenkeel.onchain.rpc.LoggedReceipt;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.rpc.SendOutcome;

/** A chain of one block, in memory: what is measured on it asks nobody else. Contracts answer what was said before. */
final class MadeUpChain implements ChainClient {
    static final Chain CHAIN = new Chain("made-up", 31337);
    static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");

    private static final BlockRef BLOCK = new BlockRef(1, Bytes.ofHex("0x" + "b".repeat(64)), NOW);
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    private final Map<Question, Bytes> answers = new HashMap<>();

    private record Question(Address contract, Bytes input) {}

    /** From here on a contract answers so to this call. */
    void say(Address contract, String function, AbiWriter arguments, AbiWriter answer) {
        Call call = Function.of(function).on(contract, arguments);
        answers.put(new Question(contract, call.input()), answer.bytes());
    }

    /** The same, without arguments. */
    void say(Address contract, String function, AbiWriter answer) {
        say(contract, function, new AbiWriter(), answer);
    }

    private Optional<Bytes> answer(Call call) {
        return Optional.ofNullable(answers.get(new Question(call.to(), call.input())));
    }

    @Override
    public Chain chain() {
        return CHAIN;
    }

    @Override
    public InstantSource clock() {
        return () -> NOW;
    }

    @Override
    public BlockRef head() {
        return BLOCK;
    }

    @Override
    public AbiReader call(BlockRef at, Call call) {
        return AbiReader.of(answer(call).orElseThrow(() -> new RevertException(call, new RevertReason.Silent())));
    }

    /** A bitmap of which nothing was said is empty, and so is anything else: no word of it is set. */
    @Override
    public List<CallAnswer> callAll(BlockRef at, List<Call> calls) {
        Bytes nothing = new AbiWriter().uint(0).bytes();
        return calls.stream()
                .map(call ->
                        (CallAnswer) new CallAnswer.Returned(call, answer(call).orElse(nothing)))
                .toList();
    }

    @Override
    public List<CallAnswer> simulate(BlockRef at, Address from, List<Call> calls) {
        throw new UnsupportedOperationException("Nothing is tried on a chain that is made up.");
    }

    @Override
    public boolean isContract(BlockRef at, Address address) {
        return true;
    }

    @Override
    public BigInteger balance(BlockRef at, Address account) {
        return BigInteger.ZERO;
    }

    @Override
    public ChainTransactions transactions() {
        return new NoTransactions();
    }

    @Override
    public ChainLogs logs() {
        throw new UnsupportedOperationException("Nothing is logged on a chain of one block.");
    }

    @Override
    public SendOutcome send(Bytes signed) {
        throw new UnsupportedOperationException("Nothing is sent to a chain that is made up.");
    }

    @Override
    public void close() {}

    /** Only gas has a price. */
    private static final class NoTransactions implements ChainTransactions {
        @Override
        public BigInteger nextBaseFee(BlockRef at) {
            return GWEI;
        }

        @Override
        public long nonce(BlockRef at, Address account) {
            return 0;
        }

        @Override
        public long pendingNonce(Address account) {
            return 0;
        }

        @Override
        public boolean isKnown(Bytes hash) {
            return false;
        }

        @Override
        public Optional<Receipt> receipt(Bytes hash) {
            return Optional.empty();
        }

        @Override
        public Optional<LoggedReceipt> loggedReceipt(Bytes hash) {
            return Optional.empty();
        }

        @Override
        public Optional<BlockRef> block(long number) {
            return Optional.of(BLOCK).filter(block -> block.number() == number);
        }

        @Override
        public BigInteger estimateGas(BlockRef at, Address from, Call call, BigInteger value) {
            return BigInteger.ZERO;
        }

        @Override
        public Optional<RevertReason> refusal(BlockRef at, Address from, Call call, BigInteger value) {
            return Optional.empty();
        }
    }
}
