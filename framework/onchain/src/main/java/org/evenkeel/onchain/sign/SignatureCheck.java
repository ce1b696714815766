package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.crypto.transaction.type.Transaction1559;

/** Reads back what a signer made, field by field and then byte by byte. */
final class SignatureCheck {
    private SignatureCheck() {}

    static void require(Address wallet, UnsignedTransaction asked, Bytes raw) {
        difference(wallet, asked, raw).ifPresent(why -> {
            throw new SigningRefused("The signer of " + wallet + " answered with something other than transaction "
                    + asked.nonce() + " (" + asked.call() + ") signed by it: " + why
                    + ". Nothing was sent. Do not use this signer until it is known why.");
        });
    }

    private static Optional<String> difference(Address wallet, UnsignedTransaction asked, Bytes raw) {
        try {
            return TransactionDecoder.decode(raw.hex()) instanceof SignedRawTransaction signed
                            && signed.getTransaction() instanceof Transaction1559 found
                    ? Stream.concat(fields(asked, found), form(wallet, asked, raw, signed))
                            .findFirst()
                    : Optional.of("it is no signed transaction with fees of EIP-1559");
        } catch (SignatureException | RuntimeException unreadable) {
            return Optional.of("it cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static Stream<String> fields(UnsignedTransaction asked, Transaction1559 found) {
        return Stream.of(
                        other("chain's id", asked.chainId(), found.getChainId()),
                        other("nonce", BigInteger.valueOf(asked.nonce()), found.getNonce()),
                        other("recipient", asked.call().to().hex(), found.getTo()),
                        other("value in wei", asked.value(), found.getValue()),
                        other("gas limit", asked.gas(), found.getGasLimit()),
                        other("highest fee in wei", asked.fees().max(), found.getMaxFeePerGas()),
                        other("tip in wei", asked.fees().tip(), found.getMaxPriorityFeePerGas()),
                        digits(asked.call().input().hex()).equals(digits(found.getData()))
                                ? Optional.<String>empty()
                                : Optional.of("its input is another one"))
                .flatMap(Optional::stream);
    }

    private static Optional<String> other(String field, Object asked, Object found) {
        return Objects.equals(asked, found)
                ? Optional.empty()
                : Optional.of("its " + field + " is " + found + " in the place of " + asked);
    }

    /** What a decoder takes and does not tell of, a list of addresses to be read among others, is in the bytes. */
    private static Stream<String> form(
            Address wallet, UnsignedTransaction asked, Bytes raw, SignedRawTransaction signed)
            throws SignatureException {
        Sign.SignatureData signature = signed.getSignatureData();
        if (!Bytes.of(TransactionEncoder.encode(KeySigner.raw(asked), signature))
                .equals(raw)) {
            return Stream.of("its bytes have something besides, a list of what it reads perhaps");
        }
        ECDSASignature numbers =
                new ECDSASignature(new BigInteger(1, signature.getR()), new BigInteger(1, signature.getS()));
        if (!numbers.isCanonical()) {
            return Stream.of("its signature is in the form that nodes refuse (EIP-2)");
        }
        Address by = new Address(signed.getFrom());
        return by.equals(wallet) ? Stream.empty() : Stream.of("its signature is that of " + by);
    }

    private static String digits(String hex) {
        return hex.startsWith("0x") ? hex.substring(2) : hex;
    }
}
