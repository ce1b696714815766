package org.evenkeel.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.onchain.abi.Topic;

/**
 * A node that answers with what was made before anything is measured: blocks of twelve seconds with five swaps each, in turn in a
 * v2 pair, which writes two logs a swap, and in a v3 pool.
 */
final class RecordedNode implements AutoCloseable {
    static final String PAIR = "0x" + "a1".repeat(20);
    static final String RANGES = "0x" + "b2".repeat(20);
    static final int BLOCKS = 20_100;
    static final int SWAPS = 5 * BLOCKS;

    private static final String SYNC = Topic.of("Sync(uint112,uint112)").hash().hex();
    private static final String SWAP_V2 = Topic.of("Swap(address,uint256,uint256,uint256,uint256,address)")
            .hash()
            .hex();
    private static final String SWAP_V3 = Topic.of("Swap(address,address,int256,int256,uint160,uint128,int24)")
            .hash()
            .hex();
    private static final String TRADER = "\"0x" + "0".repeat(24) + "c3".repeat(20) + '"';
    private static final Pattern REQUEST = Pattern.compile("\"method\":\"(\\w+)\".*?\"id\":(\\d+)");
    private static final Pattern HEIGHT = Pattern.compile("\\[\"(0x[0-9a-f]+|latest)\",false]");
    private static final Pattern FROM = Pattern.compile("\"fromBlock\":\"0x([0-9a-f]+)\"");
    private static final Pattern TO = Pattern.compile("\"toBlock\":\"0x([0-9a-f]+)\"");
    private static final long BEGIN = 1_700_000_000L / 3600 * 3600;
    private static final int BLOCK_SECONDS = 12;

    private final String[] logs = new String[BLOCKS + 1];
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    RecordedNode() {
        SplittableRandom random = new SplittableRandom(1);
        for (int block = 0; block <= BLOCKS; block++) {
            logs[block] = block == 0 ? "" : logsOf(block, random);
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** When the newest block is, in epoch seconds. */
    static long end() {
        return BEGIN + (long) BLOCKS * BLOCK_SECONDS;
    }

    private static String logsOf(int block, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int index = 0;
        for (int swap = 0; swap < SWAPS / BLOCKS; swap++) {
            long amount = random.nextLong(1, 1L << 60);
            long reserve = (1L << 61) + amount;
            if ((block + swap) % 2 == 0) {
                append(text, block, index++, PAIR, '"' + SYNC + '"', word(reserve) + word(reserve / 2));
                append(
                        text,
                        block,
                        index++,
                        PAIR,
                        '"' + SWAP_V2 + "\"," + TRADER + ',' + TRADER,
                        word(amount) + word(0) + word(0) + word(amount / 2));
            } else {
                BigInteger root = BigInteger.valueOf(reserve).shiftLeft(35);
                append(
                        text,
                        block,
                        index++,
                        RANGES,
                        '"' + SWAP_V3 + "\"," + TRADER + ',' + TRADER,
                        word(amount) + word(amount / 2) + word(root) + word(1L << 62) + word(7));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int block, int index, String pool, String topics, String data) {
        text.append(text.isEmpty() ? "" : ",")
                .append("{\"address\":\"" + pool + "\",\"topics\":[" + topics + "],\"data\":\"0x" + data)
                .append("\",\"blockHash\":\"" + hash(block) + "\",\"blockNumber\":\"" + hex(block))
                .append("\",\"transactionHash\":\"" + hash(1_000_000 + index) + "\",\"transactionIndex\":\"0x0\"")
                .append(",\"logIndex\":\"" + hex(index) + "\",\"removed\":false}");
    }

    private static String word(long value) {
        return word(BigInteger.valueOf(value));
    }

    private static String word(BigInteger value) {
        String digits = value.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static String hash(long of) {
        return "0x" + word(of);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String reply = REQUEST.matcher(body)
                    .results()
                    .map(request -> "{\"jsonrpc\":\"2.0\",\"id\":" + request.group(2) + ",\"result\":"
                            + answer(request.group(1), request.group()) + '}')
                    .collect(Collectors.joining(","));
            byte[] bytes = (body.startsWith("[") ? '[' + reply + ']' : reply).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String answer(String method, String request) {
        return switch (method) {
            case "eth_chainId" -> "\"0x1\"";
            case "eth_getBlockByNumber" -> header(found(HEIGHT, request));
            case "eth_getLogs" -> range(number(found(FROM, request)), number(found(TO, request)));
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static String found(Pattern pattern, String request) {
        Matcher matcher = pattern.matcher(request);
        if (!matcher.find()) {
            throw new IllegalArgumentException(request);
        }
        return matcher.group(1);
    }

    private static int number(String hex) {
        return Integer.parseInt(hex, 16);
    }

    private static String header(String height) {
        int block = height.equals("latest") ? BLOCKS : number(height.substring(2));
        return "{\"number\":\"" + hex(block) + "\",\"hash\":\"" + hash(block) + "\",\"timestamp\":\""
                + hex(BEGIN + (long) block * BLOCK_SECONDS) + "\"}";
    }

    private String range(int from, int to) {
        StringBuilder text = new StringBuilder("[");
        for (int block = from; block <= to; block++) {
            if (!logs[block].isEmpty()) {
                text.append(text.length() == 1 ? "" : ",").append(logs[block]);
            }
        }
        return text.append(']').toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
