package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.state.store.ChainedLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was signed on which day, by nonce: what is signed again for a nonce takes the place of what was, for only one of
 * them can land.
 */
final class Spending implements AutoCloseable {
    private static final String FILE = "signed.jsonl";
    private static final JsonMapper JSON = new JsonMapper();

    private final ChainedLog log;
    private final Map<Long, Entry> byNonce = new HashMap<>();

    /** What may leave the wallet with one nonce. */
    record Entry(LocalDate day, long nonce, BigInteger wei, Map<Address, BigInteger> amounts) {}

    private Spending(ChainedLog log) {
        this.log = log;
        log.records().stream().map(Spending::read).forEach(this::put);
    }

    static Spending open(Path folder) {
        ChainedLog log = ChainedLog.open(folder, FILE);
        boolean opened = false;
        try {
            Spending spending = new Spending(log);
            opened = true;
            return spending;
        } finally {
            if (!opened) {
                log.close();
            }
        }
    }

    private void put(Entry entry) {
        byNonce.put(entry.nonce(), entry);
    }

    /** What a nonce comes to with what is to be signed for it now: of each the most, for either may land. */
    Entry merged(LocalDate day, long nonce, BigInteger wei, Map<Address, BigInteger> amounts) {
        Entry before = byNonce.get(nonce);
        if (before == null) {
            return new Entry(day, nonce, wei, amounts);
        }
        Map<Address, BigInteger> most = new HashMap<>(before.amounts());
        amounts.forEach((token, amount) -> most.merge(token, amount, BigInteger::max));
        return new Entry(day, nonce, before.wei().max(wei), most);
    }

    /** Native coin of the day with this entry in it. */
    BigInteger wei(Entry entry) {
        return others(entry).map(Entry::wei).reduce(entry.wei(), BigInteger::add);
    }

    /** Units of a token of the day with this entry in it. */
    BigInteger amount(Entry entry, Address token) {
        return Stream.concat(others(entry), Stream.of(entry))
                .map(one -> one.amounts().getOrDefault(token, BigInteger.ZERO))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Stream<Entry> others(Entry entry) {
        return byNonce.values().stream()
                .filter(other -> other.day().equals(entry.day()) && other.nonce() != entry.nonce());
    }

    /** Keeps it on the disk. */
    void record(Entry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("day", entry.day().toString())
                .put("nonce", entry.nonce())
                .put("wei", entry.wei().toString());
        ObjectNode amounts = line.putObject("amounts");
        entry.amounts().forEach((token, amount) -> amounts.put(token.hex(), amount.toString()));
        log.append(JSON.writeValueAsString(line));
        put(entry);
    }

    private static Entry read(String text) {
        JsonNode line = JSON.readTree(text);
        Map<Address, BigInteger> amounts = new HashMap<>();
        line.required("amounts")
                .properties()
                .forEach(amount -> amounts.put(
                        new Address(amount.getKey()),
                        new BigInteger(amount.getValue().stringValue())));
        return new Entry(
                LocalDate.parse(line.required("day").stringValue()),
                line.required("nonce").longValue(),
                new BigInteger(line.required("wei").stringValue()),
                amounts);
    }

    @Override
    public void close() {
        log.close();
    }
}
