package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.evenkeel.onchain.Address;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import tools.jackson.databind.JsonNode;

/** The second account of a local chain: it owns no contract, and starts without tokens and approvals. */
public final class TestWallet {
    private static final String GAS = "0x4c4b40";

    private final LocalChain chain;
    private final String account;

    public TestWallet(LocalChain chain) {
        this.chain = chain;
        this.account = chain.ask("eth_accounts").get(1).stringValue();
    }

    public Address address() {
        return new Address(account);
    }

    /** The receipt, be it of success or not. */
    public JsonNode send(PreparedCall call) {
        Map<String, String> transaction = new HashMap<>();
        transaction.put("from", account);
        transaction.put("to", call.target().hex());
        transaction.put("data", call.data().hex());
        transaction.put("value", "0x" + call.value().toString(16));
        transaction.put("gas", GAS);
        String hash = chain.ask("eth_sendTransaction", transaction).stringValue();
        JsonNode receipt = chain.ask("eth_getTransactionReceipt", hash);
        while (receipt.isNull()) {
            receipt = chain.ask("eth_getTransactionReceipt", hash);
        }
        return receipt;
    }

    public boolean succeeds(PreparedCall call) {
        return send(call).get("status").stringValue().equals("0x1");
    }

    public BigInteger balance(TestContract token) {
        return token.number("balanceOf(address)", account);
    }

    public BigInteger allowance(TestContract token, Address spender) {
        return token.number("allowance(address,address)", account, spender.hex());
    }

    public BigInteger coins() {
        return number(chain.ask("eth_getBalance", account, "latest").stringValue());
    }

    public static BigInteger number(String hex) {
        return new BigInteger(hex.substring(2), 16);
    }
}
