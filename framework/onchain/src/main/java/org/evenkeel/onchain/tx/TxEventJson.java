package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.sign.Fees;
import org.evenkeel.onchain.sign.SignedTransaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events with their times as lines of a journal. Amounts are decimal texts, for a reader of JSON may make doubles of numbers. */
final class TxEventJson {
    private static final JsonMapper JSON = new JsonMapper();

    private TxEventJson() {}

    static String write(TxEntry entry) {
        TxEvent event = entry.event();
        ObjectNode line = JSON.createObjectNode();
        line.put("type", event.getClass().getSimpleName()).put("at", entry.at().toString());
        switch (event) {
            case TxEvent.Began began ->
                line.put("chain", began.chainId())
                        .put("wallet", began.wallet().hex())
                        .put("nonce", began.nonce());
            case TxEvent.Intended intended -> write(line, intended);
            case TxEvent.Abandoned abandoned -> line.put("id", abandoned.id()).put("why", abandoned.why());
            case TxEvent.Signed signed -> write(line.put("id", signed.id()), signed.transaction());
            case TxEvent.Cancelling cancelling -> write(line.put("id", cancelling.id()), cancelling.transaction());
            case TxEvent.Mined mined ->
                write(line.put("id", mined.id()), mined.receipt()).put("reason", mined.reason());
            case TxEvent.Reorganised gone ->
                line.put("id", gone.id()).put("blockHash", gone.blockHash().hex());
            case TxEvent.Settled settled -> line.put("id", settled.id());
            case TxEvent.Replaced replaced -> line.put("id", replaced.id()).put("why", replaced.why());
            case TxEvent.Frozen frozen -> line.put("why", frozen.why());
            case TxEvent.Released released ->
                line.put("nonce", released.nonce()).put("signedOff", released.signedOff());
        }
        return JSON.writeValueAsString(line);
    }

    private static void write(ObjectNode line, TxEvent.Intended intended) {
        TxRequest request = intended.request();
        line.put("id", request.id())
                .put("nonce", intended.nonce())
                .put("to", request.call().to().hex())
                .put("function", request.call().function())
                .put("input", request.call().input().hex())
                .put("value", request.value().toString())
                .put("purpose", request.purpose().name())
                .put("gas", intended.gas().toString());
        request.gas().ifPresent(gas -> line.put("gasAsked", gas.toString()));
    }

    private static void write(ObjectNode line, SignedTransaction signed) {
        line.put("hash", signed.hash().hex())
                .put("maxFee", signed.fees().max().toString())
                .put("tip", signed.fees().tip().toString())
                .put("raw", signed.raw().hex());
    }

    private static ObjectNode write(ObjectNode line, Receipt receipt) {
        return line.put("hash", receipt.hash().hex())
                .put("block", receipt.blockNumber())
                .put("blockHash", receipt.blockHash().hex())
                .put("succeeded", receipt.succeeded())
                .put("gasUsed", receipt.gasUsed().toString())
                .put("gasPrice", receipt.gasPrice().toString());
    }

    /**
     * What a line says.
     *
     * @throws RuntimeException when that is no event
     */
    static TxEntry read(String text) {
        JsonNode line = JSON.readTree(text);
        return new TxEntry(Instant.parse(text(line, "at")), event(line));
    }

    private static TxEvent event(JsonNode line) {
        return switch (text(line, "type")) {
            case "Began" ->
                new TxEvent.Began(number(line, "chain"), new Address(text(line, "wallet")), number(line, "nonce"));
            case "Intended" -> intended(line);
            case "Abandoned" -> new TxEvent.Abandoned(text(line, "id"), text(line, "why"));
            case "Signed" -> new TxEvent.Signed(text(line, "id"), signed(line));
            case "Cancelling" -> new TxEvent.Cancelling(text(line, "id"), signed(line));
            case "Mined" -> new TxEvent.Mined(text(line, "id"), receipt(line), text(line, "reason"));
            case "Reorganised" -> new TxEvent.Reorganised(text(line, "id"), bytes(line, "blockHash"));
            case "Settled" -> new TxEvent.Settled(text(line, "id"));
            case "Replaced" -> new TxEvent.Replaced(text(line, "id"), text(line, "why"));
            case "Frozen" -> new TxEvent.Frozen(text(line, "why"));
            case "Released" -> new TxEvent.Released(number(line, "nonce"), text(line, "signedOff"));
            case String other -> throw new IllegalArgumentException("there is no event \"" + other + '"');
        };
    }

    private static TxEvent.Intended intended(JsonNode line) {
        Call call = new Call(new Address(text(line, "to")), text(line, "function"), bytes(line, "input"));
        Optional<BigInteger> asked = line.has("gasAsked") ? Optional.of(amount(line, "gasAsked")) : Optional.empty();
        TxRequest request = new TxRequest(
                text(line, "id"), call, amount(line, "value"), asked, TxRequest.Purpose.valueOf(text(line, "purpose")));
        return new TxEvent.Intended(request, number(line, "nonce"), amount(line, "gas"));
    }

    private static SignedTransaction signed(JsonNode line) {
        SignedTransaction signed =
                SignedTransaction.of(bytes(line, "raw"), new Fees(amount(line, "maxFee"), amount(line, "tip")));
        if (!signed.hash().equals(bytes(line, "hash"))) {
            throw new IllegalArgumentException("the bytes of " + text(line, "id") + " have the hash " + signed.hash());
        }
        return signed;
    }

    private static Receipt receipt(JsonNode line) {
        return new Receipt(
                bytes(line, "hash"),
                number(line, "block"),
                bytes(line, "blockHash"),
                line.required("succeeded").booleanValue(),
                amount(line, "gasUsed"),
                amount(line, "gasPrice"));
    }

    private static String text(JsonNode line, String name) {
        return line.required(name).stringValue();
    }

    private static long number(JsonNode line, String name) {
        return line.required(name).longValue();
    }

    private static BigInteger amount(JsonNode line, String name) {
        return new BigInteger(text(line, name));
    }

    private static Bytes bytes(JsonNode line, String name) {
        return Bytes.ofHex(text(line, name));
    }
}
