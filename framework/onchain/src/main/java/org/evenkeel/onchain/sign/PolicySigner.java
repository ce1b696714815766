package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;

/**
 * Signs what a policy allows, and nothing else. What was signed today is kept on the disk before it is signed, so that a
 * restart does not renew the daily caps. Safe for use by several threads.
 */
public final class PolicySigner implements Signer, AutoCloseable {
    private final Signer signer;
    private final SigningPolicy policy;
    private final Spending spending;
    private final InstantSource clock;

    private PolicySigner(Signer signer, SigningPolicy policy, Spending spending, InstantSource clock) {
        this.signer = signer;
        this.policy = policy;
        this.spending = spending;
        this.clock = clock;
    }

    /**
     * Puts a policy before a signer.
     *
     * @param folder where is kept what was signed, for this wallet alone
     * @throws org.evenkeel.state.store.StateException when the folder is locked or damaged
     */
    public static PolicySigner of(Signer signer, SigningPolicy policy, Path folder, InstantSource clock) {
        return new PolicySigner(signer, policy, Spending.open(folder), clock);
    }

    @Override
    public Address address() {
        return signer.address();
    }

    @Override
    public synchronized Bytes sign(UnsignedTransaction transaction) {
        require(
                transaction.chainId() == policy.chainId(),
                "chain",
                "it is for the chain with the id " + transaction.chainId() + ", and only " + policy.chainId()
                        + " is allowed");
        Map<Address, BigInteger> amounts = PolicyCheck.amounts(policy, address(), transaction);
        requireCap(
                "value",
                "wei with one transaction",
                transaction.mostWei(),
                policy.caps().transactionWei());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Spending.Entry entry = spending.merged(today, transaction.nonce(), transaction.mostWei(), amounts);
        requireCap(
                "daily value",
                "wei on " + today,
                spending.wei(entry),
                policy.caps().dailyWei());
        amounts.keySet()
                .forEach(token -> requireCap(
                        "daily amount",
                        "of " + token + " on " + today,
                        spending.amount(entry, token),
                        policy.caps().dailyTokens().getOrDefault(token, BigInteger.ZERO)));
        spending.record(entry);
        return signer.sign(transaction);
    }

    private static void requireCap(String rule, String what, BigInteger wanted, BigInteger cap) {
        require(
                wanted.compareTo(cap) <= 0,
                rule,
                "it comes to " + wanted + " " + what + ", and " + cap + " are allowed");
    }

    private static void require(boolean holds, String rule, String why) {
        if (!holds) {
            throw PolicyCheck.refused(rule, why);
        }
    }

    @Override
    public void close() {
        spending.close();
    }
}
