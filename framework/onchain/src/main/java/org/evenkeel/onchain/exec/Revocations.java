package org.evenkeel.onchain.exec;

import java.util.List;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.state.model.PlannedTrade;

/**
 * Takes back what routers may take, where a trade failed after it was allowed: it would be there for whatever the router
 * does next. Where that cannot be, the next approval does it, for it gives exactly what it is for.
 */
final class Revocations {
    private final List<RouterContract> routers;
    private final Account account;
    private final Dispatch dispatch;
    private final Allowances allowances;
    private final TradeListener listener;

    Revocations(SwapExecution.Desk desk, Dispatch dispatch, Allowances allowances, TradeListener listener) {
        this.routers = desk.market().place().routers();
        this.account = desk.account();
        this.dispatch = dispatch;
        this.allowances = allowances;
        this.listener = listener;
    }

    /** Takes back all of a trade. */
    void of(PlannedTrade trade, TradeSteps steps, boolean exit) {
        for (int row = 0; row < routers.size(); row++) {
            String id = steps.revocation(row);
            if (account.isSigned(id)) {
                dispatch.await(id);
            } else {
                of(trade, id, routers.get(row), exit);
            }
        }
    }

    private void of(PlannedTrade trade, String id, RouterContract router, boolean exit) {
        try {
            for (PreparedCall revocation : allowances.revocation(trade, router)) {
                TxOutcome outcome = dispatch.send(Dispatch.request(id, revocation, exit));
                if (outcome instanceof TxOutcome.Deferred deferred) {
                    leftAllowed(trade, router, deferred.why());
                }
            }
        } catch (SigningRefused policy) {
            leftAllowed(trade, router, String.valueOf(policy.getMessage()));
        }
    }

    private void leftAllowed(PlannedTrade trade, RouterContract router, String why) {
        listener.noted(
                trade,
                "what the router " + router.address() + " may take of " + TradePlanner.tokenIn(trade)
                        + " could not be taken back, and the next approval will do it: " + why);
    }
}
