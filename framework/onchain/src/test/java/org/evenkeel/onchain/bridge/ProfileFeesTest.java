package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.BridgeProfile;
import org.evenkeel.onchain.config.BridgeProfile.Fee;
import org.junit.jupiter.api.Test;

final class ProfileFeesTest {
    private static final Token HERE = new Token(new Chain("here", 1), "0x" + "1".repeat(40), "CASH", 6);
    private static final Token THERE = new Token(new Chain("there", 2), "0x" + "2".repeat(40), "CASH", 18);
    private static final BridgeProfile PROFILE = new BridgeProfile(
            new Address("0x" + "3".repeat(40)),
            new Fee(new BigDecimal("0.75"), 4),
            new Fee(new BigDecimal("5"), 50),
            Duration.ofHours(3));

    private static RelayFees fees(Expenses expenses) {
        return RelayFees.of(expenses, Map.of(HERE.chain(), PROFILE));
    }

    private static Expenses setting(BridgeTerms terms) {
        return Expenses.NONE.withBridge(HERE.chain(), THERE.chain(), terms);
    }

    @Test
    void what_a_run_sets_is_offered_and_else_what_the_profile_of_the_first_chain_says() {
        BridgeTerms own = new BridgeTerms(2, 7, Duration.ofMinutes(30));
        assertEquals(own, fees(setting(own)).offer(HERE, THERE));
        assertEquals(
                new BridgeTerms(0.75, 4, Duration.ofMinutes(5)),
                fees(Expenses.NONE).offer(HERE, THERE));
        assertEquals(List.of(), fees(Expenses.NONE).obstacles(HERE, THERE));
    }

    @Test
    void a_way_without_an_offer_is_an_obstacle() {
        RelayFees fees = fees(Expenses.NONE);
        assertTrue(fees.offer(THERE, HERE).isFree());
        assertTrue(fees.obstacles(THERE, HERE).getFirst().contains("offer relayers nothing"));
    }

    @Test
    void an_offer_that_the_wallet_would_not_sign_is_an_obstacle() {
        for (BridgeTerms dear : List.of(
                new BridgeTerms(5.01, 1, Duration.ofMinutes(1)), new BridgeTerms(1, 51, Duration.ofMinutes(1)))) {
            List<String> found = fees(setting(dear)).obstacles(HERE, THERE);
            assertTrue(found.getFirst().contains("most_fee_usd"), found::toString);
        }
        BridgeTerms most = new BridgeTerms(5, 50, Duration.ofMinutes(1));
        assertEquals(List.of(), fees(setting(most)).obstacles(HERE, THERE));
    }

    @Test
    void deposits_are_offered_for_as_long_as_the_profile_says() {
        AcrossSettings settings = AcrossSettings.of(PROFILE);
        assertEquals(PROFILE.spokePool(), settings.spokePool());
        assertEquals(Duration.ofHours(3), settings.fillWindow());
    }
}
