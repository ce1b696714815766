package org.evenkeel.onchain.rpc;

import java.math.BigInteger;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Call;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthGetBalance;
import org.web3j.protocol.core.methods.response.EthGetCode;

/** {@link ChainClient} over JSON-RPC. */
final class RpcChainClient implements ChainClient {
    private final ChainSettings settings;
    private final InstantSource clock;
    private final HttpClient http;
    private final Nodes nodes;
    private final Heads heads;
    private final Sender sender;
    private final Multicall multicall;
    private final ChainTransactions transactions;
    private final ChainLogs logs;

    RpcChainClient(ChainSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.limits().timeout())
                .build();
        List<Node> reading = settings.reading().stream().map(this::node).toList();
        nodes = new Nodes(settings.chain(), reading, settings.limits());
        heads = new Heads(settings.freshness(), clock);
        sender = new Sender(settings.sending().map(this::node).orElse(reading.getFirst()));
        multicall = new Multicall(this);
        transactions = new RpcTransactions(nodes);
        logs = new RpcLogs(nodes);
    }

    private Node node(Endpoint endpoint) {
        return new Node(endpoint, settings.chain(), settings.limits(), http);
    }

    @Override
    public Chain chain() {
        return settings.chain();
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public BlockRef head() {
        return nodes.read("which block is the newest", heads::ask);
    }

    @Override
    public AbiReader call(BlockRef at, Call call) {
        return AbiReader.of(answer(at, call));
    }

    /** The answer as it came. */
    Bytes answer(BlockRef at, Call call) {
        Map<String, String> message =
                Map.of("to", call.to().hex(), "data", call.input().hex());
        try {
            return hex(call.toString(), at, "eth_call", message, EthCall.class);
        } catch (NodeRevert revert) {
            throw new RevertException(call, revert.reason());
        }
    }

    @Override
    public List<CallAnswer> callAll(BlockRef at, List<Call> calls) {
        return multicall.callAll(at, calls);
    }

    @Override
    public List<CallAnswer> simulate(BlockRef at, Address from, List<Call> calls) {
        Simulation simulation = new Simulation(from, calls);
        return nodes.read(
                "what " + calls.size() + " calls would do after block " + at, node -> simulation.ask(node, at.pin()));
    }

    @Override
    public boolean isContract(BlockRef at, Address address) {
        return hex("the code of " + address, at, "eth_getCode", address.hex(), EthGetCode.class)
                        .size()
                > 0;
    }

    @Override
    public BigInteger balance(BlockRef at, Address account) {
        return nodes.read("the balance of " + account + " at block " + at, node -> {
            String result = node.ask("eth_getBalance", List.of(account.hex(), at.pin()), EthGetBalance.class);
            return Quantities.number(result);
        });
    }

    private Bytes hex(String what, BlockRef at, String method, Object subject, Class<? extends Response<String>> type) {
        return nodes.read(
                what + " at block " + at, node -> Quantities.bytes(node.ask(method, List.of(subject, at.pin()), type)));
    }

    @Override
    public ChainTransactions transactions() {
        return transactions;
    }

    @Override
    public ChainLogs logs() {
        return logs;
    }

    @Override
    public SendOutcome send(Bytes signed) {
        return sender.send(signed);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
