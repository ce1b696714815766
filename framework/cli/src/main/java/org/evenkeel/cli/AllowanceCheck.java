package org.evenkeel.cli;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;

/** Looks for allowances that stand: after a trade none should. */
final class AllowanceCheck {
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
                                one.spender() + " may take "
                                        + Balance.amount(
                                                one.units(), one.token().decimals()) + " " + one.token()
                                        + " (" + one.token().address() + ")",
                                "nothing, if a trade is under way: it is used up or taken back by that")
                        .repairedBy(repair(profile, one)))
                .toList();
    }
}
