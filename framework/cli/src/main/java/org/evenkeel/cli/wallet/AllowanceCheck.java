package org.evenkeel.cli.wallet;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.rpc.ChainException;

/** Looks for allowances that stand: after a trade none should. */
final class AllowanceCheck {
    /** More than any token has units: those who ask for it ask for all. */
    private static final int UNLIMITED_BITS = 128;

    private AllowanceCheck() {}

    /** Those who are ever allowed anything. */
    static List<Address> spenders(ChainProfile profile) {
        List<Address> spenders = new ArrayList<>(profile.routerAddresses());
        profile.bridge().ifPresent(bridge -> spenders.add(bridge.spokePool()));
        return spenders;
    }

    static String repair(ChainProfile profile, WalletReader.Allowance allowance) {
        return Repairs.REVOKE_ALLOWANCE + profile.chain() + ":"
                + allowance.token().address() + ":" + allowance.spender();
    }

    static List<Finding> of(ChainProfile profile, WalletReader reader, List<Token> tokens) {
        List<WalletReader.Allowance> standing = reader.allowances(tokens, spenders(profile));
        String where = profile.chain() + ", allowances";
        if (standing.isEmpty()) {
            return List.of(
                    Finding.fine(where, "none of " + tokens.size() + " tokens stands for a router or the bridge"));
        }
        return standing.stream()
                .map(one -> Finding.problem(
                                where,
                                words(one),
                                "nothing, if a trade is under way: it is used up or taken back by that")
                        .repairedBy(repair(profile, one)))
                .toList();
    }

    /** Who may take how much of what. */
    private static String words(WalletReader.Allowance one) {
        boolean unlimited = one.units().bitLength() >= UNLIMITED_BITS;
        return one.spender() + " may take "
                + (unlimited
                        ? "any amount of"
                        : Balance.amount(one.units(), one.token().decimals())) + " "
                + one.token() + " (" + one.token().address() + ")";
    }

    /**
     * Looks for allowances of spenders that no configuration names, among those to whom the wallet's tokens say that one was
     * given. A node may refuse logs: then that is all that is known.
     */
    static List<Finding> ofOthers(ChainProfile profile, GivenAllowances given, List<Token> tokens) {
        String where = profile.chain() + ", allowances of others";
        if (tokens.isEmpty()) {
            return List.of();
        }
        try {
            List<Address> others = new ArrayList<>(given.spenders(tokens));
            others.removeAll(spenders(profile));
            List<Finding> standing = given.reader().allowances(tokens, others).stream()
                    .map(one -> Finding.problem(
                                    where,
                                    words(one) + ", and no configuration names it",
                                    "find out what it is and who allowed it: if nobody knows, take it back, and think of"
                                            + " moving everything to a new wallet")
                            .repairedBy(repair(profile, one)))
                    .toList();
            return standing.isEmpty() ? List.of(Finding.fine(where, none(given, others))) : standing;
        } catch (ChainException refused) {
            return List.of(Finding.note(
                    where,
                    "cannot be looked for, as no node gives the logs from block " + given.from() + " on: "
                            + refused.getMessage()));
        }
    }

    private static String none(GivenAllowances given, List<Address> others) {
        return "none stands that was given since block " + given.from()
                + (others.isEmpty() ? "" : "; of " + others.size() + " spenders all is taken back or used up");
    }
}
