package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.security.SignatureException;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

/** Reads back what a signer made. */
final class SignatureCheck {
    private SignatureCheck() {}

    static void require(Address wallet, UnsignedTransaction asked, Bytes raw) {
        try {
            boolean same = TransactionDecoder.decode(raw.hex()) instanceof SignedRawTransaction signed
                    && signed.getTransaction() instanceof Transaction1559 found
                    && isSame(asked, found)
                    && new Address(signed.getFrom()).equals(wallet);
            if (same) {
                return;
            }
        } catch (SignatureException | RuntimeException unreadable) {
            throw refused(wallet, asked, " (" + unreadable.getClass().getSimpleName() + ")");
        }
        throw refused(wallet, asked, "");
    }

    private static boolean isSame(UnsignedTransaction asked, Transaction1559 found) {
        return found.getChainId() == asked.chainId()
                && BigInteger.valueOf(asked.nonce()).equals(found.getNonce())
                && asked.call().to().equals(new Address(found.getTo()))
                && asked.value().equals(found.getValue())
                && asked.gas().equals(found.getGasLimit())
                && asked.fees().max().equals(found.getMaxFeePerGas())
                && asked.fees().tip().equals(found.getMaxPriorityFeePerGas())
                && asked.call().input().hex().substring(2).equals(digits(found.getData()));
    }

    private static String digits(String hex) {
        return hex.startsWith("0x") ? hex.substring(2) : hex;
    }

    private static SigningRefused refused(Address wallet, UnsignedTransaction asked, String why) {
        return new SigningRefused("The signer of " + wallet + " answered with something other than transaction "
                + asked.nonce() + " (" + asked.call() + ") signed by it" + why
                + ". Nothing was sent. Do not use this signer until it is known why.");
    }
}
