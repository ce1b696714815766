package org.evenkeel.onchain.rpc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.RevertReason;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthEstimateGas;
import org.web3j.protocol.core.methods.response.EthFeeHistory;
import org.web3j.protocol.core.methods.response.EthGetTransactionCount;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthTransaction;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** {@link ChainTransactions} over JSON-RPC. */
final class RpcTransactions implements ChainTransactions {
    private final Nodes nodes;
    private volatile Optional<BaseFee> lastFee = Optional.empty();

    /** What a block says of the one after it, which never changes. */
    private record BaseFee(BlockRef block, BigInteger next) {}

    RpcTransactions(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public long nonce(BlockRef at, Address account) {
        return count("the nonce of " + account + " at block " + at, account, at.pin());
    }

    @Override
    public long pendingNonce(Address account) {
        return count("the nonce of " + account + " with what waits", account, "pending");
    }

    private long count(String what, Address account, Object block) {
        return nodes.read(
                what,
                node -> Quantities.small(node.ask(
                        "eth_getTransactionCount", List.of(account.hex(), block), EthGetTransactionCount.class)));
    }

    @Override
    public boolean isKnown(Bytes hash) {
        return nodes.read(
                "transaction " + hash,
                node -> node.find("eth_getTransactionByHash", List.of(hash.hex()), EthTransaction.class)
                        .isPresent());
    }

    @Override
    public Optional<Receipt> receipt(Bytes hash) {
        return loggedReceipt(hash).map(LoggedReceipt::receipt);
    }

    @Override
    public Optional<LoggedReceipt> loggedReceipt(Bytes hash) {
        return nodes.read("the receipt of transaction " + hash, node -> {
            Optional<TransactionReceipt> found =
                    node.find("eth_getTransactionReceipt", List.of(hash.hex()), EthGetTransactionReceipt.class);
            return found.isEmpty() ? Optional.empty() : Optional.of(logged(hash, found.orElseThrow()));
        });
    }

    private static LoggedReceipt logged(Bytes hash, TransactionReceipt found) throws RpcFailure {
        Receipt receipt = receipt(hash, found);
        List<LogEntry> logs = new ArrayList<>();
        for (Log log : Optional.ofNullable(found.getLogs()).orElse(List.of())) {
            logs.add(RpcLogs.entry(log));
        }
        return new LoggedReceipt(receipt, logs);
    }

    private static Receipt receipt(Bytes hash, TransactionReceipt found) throws RpcFailure {
        if (!hash.hex().equalsIgnoreCase(found.getTransactionHash())) {
            throw new RpcFailure(ChainFault.GARBAGE, "it answered with the receipt of another transaction");
        }
        return new Receipt(
                hash,
                Quantities.small(String.valueOf(found.getBlockNumberRaw())),
                Quantities.bytes(String.valueOf(found.getBlockHash())),
                Quantities.small(String.valueOf(found.getStatus())) == 1,
                Quantities.number(String.valueOf(found.getGasUsedRaw())),
                Quantities.number(String.valueOf(found.getEffectiveGasPrice())));
    }

    @Override
    public Optional<BlockRef> block(long number) {
        return nodes.read("block " + number, node -> {
            Optional<EthBlock.Block> found =
                    node.find("eth_getBlockByNumber", List.of(Quantities.hex(number), false), EthBlock.class);
            return found.isEmpty() ? Optional.empty() : Optional.of(Heads.block(found.orElseThrow()));
        });
    }

    @Override
    public BigInteger nextBaseFee(BlockRef at) {
        Optional<BaseFee> known = lastFee.filter(fee -> fee.block.equals(at));
        if (known.isPresent()) {
            return known.orElseThrow().next;
        }
        BigInteger asked = askBaseFee(at);
        lastFee = Optional.of(new BaseFee(at, asked));
        return asked;
    }

    private BigInteger askBaseFee(BlockRef at) {
        return nodes.read("the base fee after block " + at, node -> {
            List<String> fees = node.ask(
                            "eth_feeHistory",
                            List.of(Quantities.hex(1), Quantities.hex(at.number()), List.of()),
                            EthFeeHistory.class)
                    .getBaseFeePerGasRaw();
            if (fees == null || fees.size() != 2) {
                throw new RpcFailure(ChainFault.GARBAGE, "its answer has not the base fees of two blocks");
            }
            return Quantities.number(String.valueOf(fees.getLast()));
        });
    }

    @Override
    public BigInteger estimateGas(BlockRef at, Address from, Call call, BigInteger value) {
        try {
            // Not all nodes take a hash here, and what is estimated gets a margin in any case.
            List<Object> params = List.of(message(from, call, value), Quantities.hex(at.number()));
            return nodes.read(
                    "the gas of " + call,
                    node -> Quantities.number(node.ask("eth_estimateGas", params, EthEstimateGas.class)));
        } catch (NodeRevert revert) {
            throw new RevertException(call, revert.reason());
        }
    }

    @Override
    public Optional<RevertReason> refusal(BlockRef at, Address from, Call call, BigInteger value) {
        try {
            List<Object> params = List.of(message(from, call, value), at.pin());
            nodes.read(call + " at block " + at, node -> node.ask("eth_call", params, EthCall.class));
            return Optional.empty();
        } catch (NodeRevert revert) {
            return Optional.of(revert.reason());
        }
    }

    private static Map<String, String> message(Address from, Call call, BigInteger value) {
        return Map.of(
                "from", from.hex(),
                "to", call.to().hex(),
                "data", call.input().hex(),
                "value", Quantities.hex(value));
    }
}
