package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/**
 * Signs with a key that this process holds. It has no text of its own but the wallet's address, and nothing writes it
 * anywhere.
 */
final class KeySigner implements Signer {
    private final Credentials key;
    private final Address address;

    KeySigner(Credentials key) {
        this.key = key;
        this.address = new Address(key.getAddress());
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Bytes sign(UnsignedTransaction transaction) {
        return Bytes.of(TransactionEncoder.signMessage(raw(transaction), key));
    }

    /** A transaction as it is encoded. */
    static RawTransaction raw(UnsignedTransaction transaction) {
        return RawTransaction.createTransaction(
                transaction.chainId(),
                BigInteger.valueOf(transaction.nonce()),
                transaction.gas(),
                transaction.call().to().hex(),
                transaction.value(),
                transaction.call().input().hex(),
                transaction.fees().tip(),
                transaction.fees().max());
    }
}
