package org.evenkeel.onchain.sign;

import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;

/** Signs with the key of one wallet; where that key is, in this process or in a device, nobody else needs to know. */
public interface Signer {
    /** The wallet. */
    Address address();

    /**
     * The transaction with its signature, ready to be sent.
     *
     * @throws SignerAway when the signer is elsewhere and does not answer
     * @throws SigningRefused when it is not one that this signer signs
     */
    Bytes sign(UnsignedTransaction transaction);
}
