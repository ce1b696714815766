package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.sign.SignerAway;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.Waiting;
import org.evenkeel.state.model.Transfer;

/** Makes the deposits of a run's transfers, each once, and knows what became of them. */
public final class Departures {
    private static final Function ALLOWANCE = Function.of("allowance(address,address)");

    private final String run;
    private final Patience patience;
    private final Deposits deposits;
    private final Map<Long, String> whyNot = new HashMap<>();

    /**
     * Of a run.
     *
     * @param run what its transactions are known by
     * @param patience how long each transaction is waited for
     */
    public Departures(String run, Supplier<Waiting> patience) {
        this(run, chain -> patience.get());
    }

    /**
     * Of a run.
     *
     * @param run what its transactions are known by
     * @param patience how long each transaction is waited for, by its chain
     */
    public Departures(String run, Patience patience) {
        this.run = run;
        this.patience = patience;
        deposits = new Deposits(run);
    }

    /** How long transactions are waited for. */
    @FunctionalInterface
    public interface Patience {
        /** With one more transaction on a chain. */
        Waiting on(Chain chain);
    }

    /** Approves exactly what is sent and pays it in, unless that was signed before. What comes of it is asked for after. */
    void depart(Transfer transfer, BridgeEnd from, BridgeEnd to) {
        if (from.account().find(id(transfer, Step.DEPOSIT)).isPresent()) {
            return;
        }
        try {
            boolean leaves = mayDeposit(transfer, from, to) && approve(transfer, from) && deposit(transfer, from, to);
            if (leaves) {
                return;
            }
        } catch (SignerAway away) {
            whyNot.put(transfer.id(), String.valueOf(away.getMessage()));
            return; // To ask it once more at once is in vain: the next look takes back what stands.
        } catch (SigningRefused refused) {
            whyNot.put(transfer.id(), String.valueOf(refused.getMessage()));
        }
        takeBack(transfer, from);
    }

    private boolean approve(Transfer transfer, BridgeEnd from) {
        List<PreparedCall> approvals = Approvals.exactly(
                Units.address(transfer.from()),
                from.spokePool(),
                allowance(transfer, from),
                Deposit.Tokens.of(transfer).inputAmount());
        for (int row = 0; row < approvals.size(); row++) {
            Step step = row == approvals.size() - 1 ? Step.APPROVE : Step.RESET;
            Call call = new Call(
                    approvals.get(row).target(), "approve", approvals.get(row).data());
            Optional<TxOutcome> landed = made(transfer, from, TxRequest.of(id(transfer, step), call));
            if (landed.filter(TxOutcome::succeeded).isEmpty()) {
                whyNot.putIfAbsent(transfer.id(), "Its approval has not landed in time.");
                return false;
            }
        }
        return true;
    }

    /** Asked before anything is approved for a deposit that may not be made. */
    private boolean mayDeposit(Transfer transfer, BridgeEnd from, BridgeEnd to) {
        Optional<String> prohibition =
                from.account().prohibition(from.client().head(), depositCall(transfer, from, to), BigInteger.ZERO);
        prohibition.ifPresent(why -> whyNot.put(transfer.id(), "Not signed: " + why + "."));
        return prohibition.isEmpty();
    }

    /** Whether it has left, or still may. */
    private boolean deposit(Transfer transfer, BridgeEnd from, BridgeEnd to) {
        return made(transfer, from, TxRequest.of(id(transfer, Step.DEPOSIT), depositCall(transfer, from, to)))
                .filter(outcome -> outcome.isOpen() || outcome.succeeded())
                .isPresent();
    }

    private Call depositCall(Transfer transfer, BridgeEnd from, BridgeEnd to) {
        BlockRef head = from.client().head();
        Instant quote = head.time().minus(from.settings().quoteAge());
        return from.pool()
                .deposit(
                        Deposit.Way.between(from, to),
                        Deposit.Parties.of(from, to),
                        Deposit.Tokens.of(transfer),
                        quote,
                        head.time().plus(from.settings().fillWindow()));
    }

    /** What became of a transaction when it was waited for; empty where none was signed, and then why is kept. */
    private Optional<TxOutcome> made(Transfer transfer, BridgeEnd from, TxRequest request) {
        if (from.account().submit(request) instanceof TxOutcome.Deferred deferred) {
            whyNot.put(transfer.id(), "Not signed (" + deferred.reason() + "): " + deferred.why() + ".");
            return Optional.empty();
        }
        return Optional.of(from.account().await(request.id(), patience.on(from.chain())));
    }

    /**
     * That the bridge may still take something.
     *
     * @param why it could not be taken back
     * @param forNow whether that is only because nobody answered who signs; else the next approval does it, for it gives
     *     exactly what it is for
     */
    record Standing(String why, boolean forNow) {
        /** A report that tells of it, too. */
        TransferReport on(TransferReport report, BridgeEnd from) {
            String found = report.found() + " What the pool " + from.spokePool() + " may take of "
                    + report.transfer().from() + " could not be taken back: " + why
                    + (forNow ? " The next look does it." : " The next approval does it.");
            return new TransferReport(report.transfer(), report.stage(), report.since(), found);
        }
    }

    /**
     * Leaves no allowance behind where nothing left, as after a process that ended between the two.
     *
     * @return what stands all the same
     */
    Optional<Standing> takeBack(Transfer transfer, BridgeEnd from) {
        try {
            return revoke(transfer, from).map(deferred -> new Standing(deferred.why() + ".", false));
        } catch (SigningRefused refused) {
            return Optional.of(new Standing(String.valueOf(refused.getMessage()), refused instanceof SignerAway));
        }
    }

    private Optional<TxOutcome.Deferred> revoke(Transfer transfer, BridgeEnd from) {
        BigInteger allowed = allowance(transfer, from);
        for (PreparedCall call :
                Approvals.exactly(Units.address(transfer.from()), from.spokePool(), allowed, BigInteger.ZERO)) {
            Call approve = new Call(call.target(), "approve", call.data());
            String id = id(transfer, Step.REVOKE);
            if (from.account().submit(TxRequest.of(id, approve)) instanceof TxOutcome.Deferred deferred) {
                return Optional.of(deferred);
            }
            from.account().await(id, patience.on(from.chain()));
        }
        return Optional.empty();
    }

    /** Whether something of it may still land, such as an approval that is then to be taken back. */
    boolean isOpen(Transfer transfer, BridgeEnd from) {
        return outcomes(transfer, from).anyMatch(TxOutcome::isOpen);
    }

    /** What its transactions that have landed cost, in money. */
    BigDecimal gas(Transfer transfer, BridgeEnd from) {
        List<Receipt> landed = outcomes(transfer, from)
                .flatMap(outcome -> outcome.landed().stream())
                .sorted(Comparator.comparingLong(Receipt::blockNumber))
                .toList();
        return landed.isEmpty()
                ? BigDecimal.ZERO
                : from.worth()
                        .usd(
                                landed.stream().map(Receipt::gasCost).reduce(BigInteger.ZERO, BigInteger::add),
                                landed.getLast().blockNumber());
    }

    private Stream<TxOutcome> outcomes(Transfer transfer, BridgeEnd from) {
        return Arrays.stream(Step.values()).flatMap(step -> from.account().find(id(transfer, step)).stream());
    }

    /** The deposits of the run's earlier transfers that are of as much of the same token as this one is. */
    List<Deposit> alikeBefore(Transfer transfer, BridgeEnd from) {
        return deposits.alikeBefore(transfer, from);
    }

    Departure find(Transfer transfer, BridgeEnd from) {
        return deposits.find(
                transfer, from, whyNot.getOrDefault(transfer.id(), "The run ended before, or was refused it."));
    }

    private BigInteger allowance(Transfer transfer, BridgeEnd from) {
        AbiWriter arguments = new AbiWriter().address(from.account().address()).address(from.spokePool());
        return from.client()
                .call(from.client().head(), ALLOWANCE.on(Units.address(transfer.from()), arguments))
                .uint();
    }

    private String id(Transfer transfer, Step step) {
        return step.id(run, transfer.id());
    }
}
