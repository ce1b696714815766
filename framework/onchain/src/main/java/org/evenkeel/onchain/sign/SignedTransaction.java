package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.Hash;

/**
 * A transaction as it goes to a node.
 *
 * @param raw its bytes
 * @param hash what it is known by
 * @param fees what it pays
 */
public record SignedTransaction(Bytes raw, Bytes hash, Fees fees) {
    /** With the hash of its bytes. */
    public static SignedTransaction of(Bytes raw, Fees fees) {
        return new SignedTransaction(raw, Bytes.of(Hash.sha3(raw.toArray())), fees);
    }

    /**
     * Signs, and makes sure that what comes back is the transaction that was asked for and nothing else, signed by the
     * wallet: a signer elsewhere is not believed.
     *
     * @throws SigningRefused when the signer refuses, or answers with something else
     */
    public static SignedTransaction by(Signer signer, UnsignedTransaction transaction) {
        Bytes raw = signer.sign(transaction);
        SignatureCheck.require(signer.address(), transaction, raw);
        return of(raw, transaction.fees());
    }

    /** The fees that a replacement has to pay at least: both an eighth more, rounded up. */
    public Fees leastReplacement() {
        return new Fees(eighthMore(fees.max()), eighthMore(fees.tip()));
    }

    private static BigInteger eighthMore(BigInteger wei) {
        BigInteger eight = BigInteger.valueOf(8);
        return wei.multiply(BigInteger.valueOf(9)).add(BigInteger.valueOf(7)).divide(eight);
    }
}
