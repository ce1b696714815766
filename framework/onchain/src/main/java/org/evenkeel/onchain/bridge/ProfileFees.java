package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.config.BridgeProfile;

/** What a run sets, and where it sets nothing, what the profile of the chain says. */
record ProfileFees(Expenses expenses, Map<Chain, BridgeProfile> profiles) implements RelayFees {
    /** When to look first: relayers mostly pay within seconds, and wait on some chains until a deposit is safe from them. */
    private static final Duration USUAL_DELAY = Duration.ofMinutes(5);

    ProfileFees {
        profiles = Map.copyOf(profiles);
    }

    @Override
    public BridgeTerms offer(Token from, Token to) {
        BridgeTerms own = expenses.bridgeBetween(from.chain(), to.chain());
        return own.isFree() ? profile(from).map(ProfileFees::terms).orElse(own) : own;
    }

    private Optional<BridgeProfile> profile(Token from) {
        return Optional.ofNullable(profiles.get(from.chain()));
    }

    private static BridgeTerms terms(BridgeProfile profile) {
        BridgeProfile.Fee fee = profile.fee();
        return new BridgeTerms(fee.usd().doubleValue(), fee.bps(), USUAL_DELAY);
    }

    @Override
    public List<String> obstacles(Token from, Token to) {
        BridgeTerms terms = offer(from, to);
        Optional<BridgeProfile.Fee> most = profile(from)
                .map(BridgeProfile::most)
                .filter(cap -> !cap.covers(new BridgeProfile.Fee(BigDecimal.valueOf(terms.usd()), terms.bps())));
        return most.map(cap -> List.of("Transfers from " + from.chain() + " to " + to.chain() + " would cost "
                        + terms + " (USD, basis points, delay), and the wallet signs none above "
                        + cap.usd().toPlainString() + " USD and " + cap.bps()
                        + " basis points: offer less (bridges), or raise most_fee_usd and most_fee_bps of the bridge in"
                        + " the chain's profile."))
                .orElseGet(() -> RelayFees.super.obstacles(from, to));
    }
}
