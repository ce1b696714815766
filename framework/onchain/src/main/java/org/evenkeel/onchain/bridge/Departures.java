package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.LoggedReceipt;
import org.evenkeel.onchain.rpc.Receipt;
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

    /** Takes back what is allowed, before something else is. */
    private static final String RESET = "approve-0";

    private static final String APPROVE = "approve";
    private static final String DEPOSIT = "deposit";
    private static final String REVOKE = "revoke";

    private final String run;
    private final Patience patience;
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
    }

    /** How long transactions are waited for. */
    @FunctionalInterface
    public interface Patience {
        /** With one more transaction on a chain. */
        Waiting on(Chain chain);
    }

    /** What became of a departure. */
    sealed interface Departure {}

    /** The money is not with the bridge, or that is not final. */
    record Staying(TransferReport report) implements Departure {}

    /** The money is with the bridge, and that is final. */
    record Left(Deposit deposit) implements Departure {}

    /** Why this chain's pool cannot be used as it is set. */
    List<String> obstacles(BridgeEnd end, Token reserve) {
        BlockRef head = end.client().head();
        if (!end.client().isContract(head, end.spokePool())) {
            return List.of("There is no contract at " + end.spokePool() + " on " + end.chain()
                    + ", where the bridge's pool should be: correct the chain's profile.");
        }
        List<String> found = new ArrayList<>();
        SpokePool pool = pool(end);
        if (pool.wrappedNative(head).equals(address(reserve))) {
            found.add(
                    "The reserve " + reserve + " on " + end.chain() + " is the wrapped native coin, and the bridge pays"
                            + " that out unwrapped, as coins that no book holds: take another reserve.");
        }
        AcrossSettings settings = end.settings();
        if (settings.fillWindow().compareTo(pool.deadlineBuffer(head)) > 0) {
            found.add("Relayers are given " + settings.fillWindow() + " to pay, and the pool on " + end.chain()
                    + " allows " + pool.deadlineBuffer(head) + ": give less.");
        }
        if (settings.quoteAge().compareTo(pool.quoteBuffer(head)) > 0) {
            found.add("Offers are dated back by " + settings.quoteAge() + ", and the pool on " + end.chain()
                    + " allows " + pool.quoteBuffer(head) + ": date them back by less.");
        }
        return found;
    }

    /** Approves exactly what is sent and pays it in, unless that was signed before. What comes of it is asked for after. */
    void depart(Transfer transfer, BridgeEnd from, BridgeEnd to) {
        if (from.account().find(id(transfer, DEPOSIT)).isPresent()) {
            return;
        }
        try {
            boolean leaves = mayDeposit(transfer, from, to) && approve(transfer, from) && deposit(transfer, from, to);
            if (leaves) {
                return;
            }
        } catch (SigningRefused refused) {
            whyNot.put(transfer.id(), String.valueOf(refused.getMessage()));
        }
        takeBack(transfer, from);
    }

    private boolean approve(Transfer transfer, BridgeEnd from) {
        List<PreparedCall> approvals = Approvals.exactly(
                address(transfer.from()),
                from.spokePool(),
                allowance(transfer, from),
                tokens(transfer).inputAmount());
        for (int row = 0; row < approvals.size(); row++) {
            String step = row == approvals.size() - 1 ? APPROVE : RESET;
            Call call = new Call(
                    approvals.get(row).target(), "approve", approvals.get(row).data());
            Optional<TxOutcome> landed = made(transfer, from, TxRequest.of(id(transfer, step), call));
            if (landed.filter(Departures::succeeded).isEmpty()) {
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
        return made(transfer, from, TxRequest.of(id(transfer, DEPOSIT), depositCall(transfer, from, to)))
                .filter(outcome -> outcome.isOpen() || succeeded(outcome))
                .isPresent();
    }

    private Call depositCall(Transfer transfer, BridgeEnd from, BridgeEnd to) {
        BlockRef head = from.client().head();
        Instant quote = head.time().minus(from.settings().quoteAge());
        return pool(from)
                .deposit(
                        way(from, to),
                        parties(from, to),
                        tokens(transfer),
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

    private static boolean succeeded(TxOutcome outcome) {
        return outcome instanceof TxOutcome.Mined mined && mined.receipt().succeeded();
    }

    /** Leaves no allowance behind where nothing left, as after a process that ended between the two. */
    void takeBack(Transfer transfer, BridgeEnd from) {
        BigInteger allowed = allowance(transfer, from);
        for (PreparedCall call :
                Approvals.exactly(address(transfer.from()), from.spokePool(), allowed, BigInteger.ZERO)) {
            Call approve = new Call(call.target(), "approve", call.data());
            String id = id(transfer, REVOKE);
            if (!(from.account().submit(TxRequest.of(id, approve)) instanceof TxOutcome.Deferred)) {
                from.account().await(id, patience.on(from.chain()));
            }
        }
    }

    /** Whether something of it may still land, such as an approval that is then to be taken back. */
    boolean isOpen(Transfer transfer, BridgeEnd from) {
        return outcomes(transfer, from).anyMatch(TxOutcome::isOpen);
    }

    /** What its transactions that have landed cost, in money. */
    BigDecimal gas(Transfer transfer, BridgeEnd from) {
        List<Receipt> landed = outcomes(transfer, from)
                .flatMap(outcome -> receipt(outcome).stream())
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
        return Stream.of(RESET, APPROVE, DEPOSIT, REVOKE)
                .flatMap(step -> from.account().find(id(transfer, step)).stream());
    }

    private static Optional<Receipt> receipt(TxOutcome outcome) {
        return switch (outcome) {
            case TxOutcome.Mined mined -> Optional.of(mined.receipt());
            case TxOutcome.Cancelled cancelled -> Optional.of(cancelled.receipt());
            default -> Optional.empty();
        };
    }

    /** The deposits of the run's earlier transfers that are of as much of the same token as this one is. */
    List<Deposit> alikeBefore(Transfer transfer, BridgeEnd from) {
        List<Deposit> alike = new ArrayList<>();
        for (long earlier = 1; earlier < transfer.id(); earlier++) {
            from.account()
                    .find(id(earlier, DEPOSIT))
                    .flatMap(Departures::receipt)
                    .filter(Receipt::succeeded)
                    .flatMap(receipt -> logged(receipt, from))
                    .flatMap(logged -> pool(from).depositIn(logged))
                    .filter(deposit -> isOfAsMuch(deposit, tokens(transfer)))
                    .ifPresent(alike::add);
        }
        return alike;
    }

    private static boolean isOfAsMuch(Deposit deposit, Deposit.Tokens own) {
        return deposit.tokens().input().equals(own.input())
                && deposit.tokens().inputAmount().equals(own.inputAmount());
    }

    private static SpokePool pool(BridgeEnd end) {
        return new SpokePool(end.client(), end.spokePool());
    }

    /** A receipt with its logs, as the chain has it now; empty where the chain has it in no block. */
    private static Optional<LoggedReceipt> logged(Receipt receipt, BridgeEnd end) {
        return end.client()
                .transactions()
                .loggedReceipt(receipt.hash())
                .filter(found -> end.client()
                        .transactions()
                        .block(found.receipt().blockNumber())
                        .filter(block -> block.hash().equals(found.receipt().blockHash()))
                        .isPresent());
    }

    Departure find(Transfer transfer, BridgeEnd from) {
        Optional<TxOutcome> sent = from.account().find(id(transfer, DEPOSIT));
        if (sent.isEmpty()) {
            return staying(
                    transfer,
                    Stage.NOT_SENT,
                    "Its deposit was never signed. "
                            + whyNot.getOrDefault(transfer.id(), "The run ended before, or was refused it."));
        }
        return switch (sent.orElseThrow()) {
            case TxOutcome.Mined mined -> mined(transfer, mined, from);
            case TxOutcome.Cancelled cancelled ->
                staying(
                        transfer,
                        cancelled.certainty() == TxOutcome.Certainty.FINAL ? Stage.NOT_SENT : Stage.LEAVING,
                        "Its deposit was cancelled.");
            case TxOutcome.Replaced replaced -> staying(transfer, Stage.NOT_SENT, replaced.why() + ".");
            case TxOutcome.StillOpen open -> staying(transfer, Stage.LEAVING, "Its deposit: " + open.why() + ".");
            case TxOutcome.Unknown unknown -> staying(transfer, Stage.LEAVING, "Its deposit: " + unknown.why() + ".");
            case TxOutcome.Reorganised gone -> staying(transfer, Stage.TAKEN_BACK, "Its deposit: " + gone.why() + ".");
            case TxOutcome.Deferred deferred ->
                staying(transfer, Stage.LEAVING, "Its deposit: " + deferred.why() + ".");
        };
    }

    private Departure mined(Transfer transfer, TxOutcome.Mined mined, BridgeEnd from) {
        long block = mined.receipt().blockNumber();
        if (mined.certainty() == TxOutcome.Certainty.PROVISIONAL) {
            return notFinal(transfer, block);
        }
        if (!mined.receipt().succeeded()) {
            return staying(
                    transfer, Stage.REFUSED, "Its deposit reverted in block " + block + ": " + mined.reason() + ".");
        }
        return logged(mined.receipt(), from)
                .map(logged -> left(transfer, logged, from))
                .orElseGet(() -> staying(
                        transfer,
                        Stage.UNDONE,
                        "Its deposit counted as final in block " + block + ", and the chain has that block no more and"
                                + " the transaction " + mined.receipt().hash() + " in no other: look whether it comes"
                                + " back, and ask for more confirmations of " + from.chain() + "."));
    }

    private static Departure notFinal(Transfer transfer, long block) {
        return staying(transfer, Stage.LEAVING, "Its deposit is in block " + block + ", which is not final yet.");
    }

    /** It may be in another block by now than when it became final. */
    private static Departure left(Transfer transfer, LoggedReceipt logged, BridgeEnd from) {
        long block = logged.receipt().blockNumber();
        if (from.client().head().number() - block + 1 < from.confirmations()) {
            return notFinal(transfer, block);
        }
        return pool(from)
                .depositIn(logged)
                .<Departure>map(Left::new)
                .orElseGet(() -> staying(
                        transfer,
                        Stage.UNDONE,
                        "Its deposit is in block " + block + ", and the pool " + from.spokePool()
                                + " has recorded none in it: look at the transaction "
                                + logged.receipt().hash() + "."));
    }

    private static Departure staying(Transfer transfer, Stage stage, String found) {
        return new Staying(new TransferReport(transfer, stage, transfer.times().started(), found));
    }

    private BigInteger allowance(Transfer transfer, BridgeEnd from) {
        AbiWriter arguments = new AbiWriter().address(from.account().address()).address(from.spokePool());
        return from.client()
                .call(from.client().head(), ALLOWANCE.on(address(transfer.from()), arguments))
                .uint();
    }

    private String id(Transfer transfer, String step) {
        return id(transfer.id(), step);
    }

    private String id(long transfer, String step) {
        return run + "/transfer-" + transfer + "/" + step;
    }

    private static Deposit.Way way(BridgeEnd from, BridgeEnd to) {
        return new Deposit.Way(
                BigInteger.valueOf(from.chain().id()),
                BigInteger.valueOf(to.chain().id()));
    }

    private static Deposit.Parties parties(BridgeEnd from, BridgeEnd to) {
        return new Deposit.Parties(from.account().address(), to.account().address(), Address.ZERO);
    }

    private static Deposit.Tokens tokens(Transfer transfer) {
        return new Deposit.Tokens(
                address(transfer.from()),
                address(transfer.to()),
                units(transfer.amounts().sent(), transfer.from()),
                units(transfer.amounts().received(), transfer.to()));
    }

    private static BigInteger units(BigDecimal amount, Token token) {
        return amount.movePointRight(token.decimals()).toBigIntegerExact();
    }

    private static Address address(Token token) {
        return new Address(token.address());
    }
}
