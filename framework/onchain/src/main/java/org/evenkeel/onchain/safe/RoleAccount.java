package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.RevertReason;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;

/**
 * A Safe whose owners let a key do this and that, by a role in a Roles modifier that is a module of the Safe. The key sends
 * every call to the modifier and pays the gas with coins of its own; where the call fails, its transaction fails as a whole.
 * What the modifier would refuse is not signed.
 *
 * <p>What the owners do meanwhile is theirs to do, and shows in the Safe's balances. Safe for use by several threads.
 */
public final class RoleAccount extends SafeSpeaker {
    private final ChainClient client;
    private final SafeAccess.Member access;
    private final RolesContract roles;
    private final RoleHolder holder;

    private RoleAccount(ChainClient client, TxManager key, SafeAccess.Member access) {
        super(key);
        this.client = client;
        this.access = access;
        this.roles = new RolesContract(client, access);
        this.holder = new RoleHolder(roles, key.wallet());
    }

    /**
     * Makes sure that the key has the role, and no way around its limits.
     *
     * @param key what sends for the key, and stays the caller's to close
     * @throws SafeException when it has not
     */
    public static RoleAccount open(ChainClient client, TxManager key, SafeAccess.Member access) {
        RoleAccount account = new RoleAccount(client, key, access);
        account.roles.requireMember(client.head(), key.wallet());
        return account;
    }

    @Override
    public Address address() {
        return access.safe();
    }

    @Override
    public List<String> notices() {
        return RoleSummary.read(client, client.head(), access, key.wallet()).notes(access, key.wallet()).stream()
                .map(note -> "The Safe " + address() + " on " + client.chain() + " " + note + ".")
                .toList();
    }

    /**
     * Makes a call in the Safe's name, once. Its value is of the Safe's coins; a limit of gas is that of the whole
     * transaction, and does not keep the modifier from being asked before anything is signed.
     */
    @Override
    public synchronized TxOutcome submit(TxRequest request) {
        Optional<TxOutcome> refused = request.gas().isEmpty() || isSigned(request.id())
                ? Optional.empty()
                : refusal(request).filter(RolesContract.Refused::isOfModule).map(refusal -> deferred(request, refusal));
        return refused.orElseGet(() -> send(request));
    }

    private TxOutcome send(TxRequest request) {
        Call call = roles.through(request.call(), request.value());
        TxOutcome outcome =
                key.submit(new TxRequest(request.id(), call, BigInteger.ZERO, request.gas(), request.purpose()));
        return outcome instanceof TxOutcome.Deferred deferred && deferred.reason() == TxOutcome.Reason.WOULD_REVERT
                ? refusal(request).map(refusal -> deferred(request, refusal)).orElse(outcome)
                : outcome;
    }

    private Optional<RolesContract.Refused> refusal(TxRequest request) {
        return roles.refusal(client.head(), key.wallet(), request.call(), request.value());
    }

    private TxOutcome deferred(TxRequest request, RolesContract.Refused refused) {
        return new TxOutcome.Deferred(
                request.id(),
                TxOutcome.Reason.WOULD_REVERT,
                request.call() + " in the name of the Safe " + address() + " would revert: " + refused.reason());
    }

    @Override
    public Optional<String> prohibition(BlockRef at, Call call, BigInteger wei) {
        return holder.prohibition(at, call, wei);
    }

    @Override
    public BigInteger estimateGas(BlockRef at, Call call, BigInteger wei) {
        try {
            return key.estimateGas(at, roles.through(call, wei), BigInteger.ZERO);
        } catch (RevertException told) {
            RevertReason reason = roles.refusal(at, key.wallet(), call, wei)
                    .map(RolesContract.Refused::reason)
                    .orElse(told.reason());
            throw new RevertException(call, reason);
        }
    }

    @Override
    public long gasAround() {
        return holder.gasAround();
    }

    @Override
    public void close() {
        // The key's journal has all that is to be kept, and is its opener's to close.
    }
}
