package org.evenkeel.cli.chain;

import java.util.Optional;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.rpc.RemoteSigner;
import org.jspecify.annotations.Nullable;

/**
 * Where the service is that keeps a wallet's key in the place of a keystore. Its URL may hold a secret, and is in no text.
 *
 * @param source the option or the variable that named it
 * @param endpoint where
 */
public record SignerPlace(String source, Endpoint endpoint) {
    static final String OPTION = "--signer";
    static final String VARIABLE = "EVENKEEL_SIGNER_URL";

    /**
     * What an option names, else what the environment does.
     *
     * @throws UsageException when that is no URL, or others could read along
     */
    public static Optional<SignerPlace> of(@Nullable String option, Endpoints environment) {
        return option != null
                ? Optional.of(named(OPTION, option))
                : environment.find(VARIABLE).map(url -> named(VARIABLE, url));
    }

    private static SignerPlace named(String source, String url) {
        try {
            SignerPlace place = new SignerPlace(source, Endpoint.of(url));
            place.of(Address.ZERO); // Says what is wrong with it before anything begins.
            return place;
        } catch (IllegalArgumentException none) {
            throw new UsageException(source + ": " + none.getMessage(), none);
        }
    }

    /** Signs for a wallet; asks nothing yet. */
    public RemoteSigner of(Address wallet) {
        return RemoteSigner.at(endpoint, wallet);
    }
}
