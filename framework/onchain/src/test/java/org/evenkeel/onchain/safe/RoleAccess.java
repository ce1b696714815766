package org.evenkeel.onchain.safe;

import static org.evenkeel.onchain.swap.TestExchanges.at;

import org.evenkeel.testkit.chain.TestRoles;

/** How a key gets at a Safe whose owners gave it a role, as a configuration says it. */
public final class RoleAccess {
    private RoleAccess() {}

    public static SafeAccess.Member of(TestRoles roles) {
        return new SafeAccess.Member(
                at(roles.safe()), at(roles.modifier()), Role.of(roles.version().role()));
    }
}
