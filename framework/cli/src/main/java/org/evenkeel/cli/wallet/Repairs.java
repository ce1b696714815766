package org.evenkeel.cli.wallet;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.chain.ChainScope;
import org.evenkeel.cli.chain.OwnRecords;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.cli.terminal.RealTime;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.config.WalletPolicy;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.safe.SafeAccount;
import org.evenkeel.onchain.safe.SafeSpeaker;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.Waiting;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateStore;

/**
 * Mends what a person signed off, each by the name that was printed with it.
 *
 * @param doctor what was looked at
 * @param wallet says what signs, where something is to be signed
 * @param state the folder of the run
 * @param reason why a wallet is released, or something written off
 */
public record Repairs(Doctor doctor, WalletOptions wallet, Optional<Path> state, Optional<String> reason) {
    static final String REVOKE_ALLOWANCE = "revoke-allowance:";
    static final String RELEASE_NONCE = "release-nonce:";
    static final String BEGIN_JOURNAL = "begin-journal:";
    static final String ACCEPT_SAFE = "accept-safe-nonce:";
    static final String BOOK_DEPOSIT = "book-deposit:";
    static final String BOOK_WITHDRAWAL = "book-withdrawal:";
    static final String WRITE_OFF = "write-off:";

    private static final String APPROVE = "approve(address,uint256)";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final BigInteger MOST_GAS = BigInteger.valueOf(1_000_000);

    /** Mends one thing, and says what was done. */
    String repair(String name) {
        List<String> parts = List.of(name.split(":"));
        ChainScope scope = doctor.scope(parts.get(1));
        try (ChainClient client = ChainOptions.client(scope.profile(), doctor.endpoints())) {
            return switch (parts.getFirst() + ":") {
                case REVOKE_ALLOWANCE -> revoke(scope, client, new Address(parts.get(2)), new Address(parts.get(3)));
                case RELEASE_NONCE -> release(scope, client);
                case BEGIN_JOURNAL -> begin(scope, client);
                case ACCEPT_SAFE -> accept(scope, client);
                case BOOK_DEPOSIT, BOOK_WITHDRAWAL, WRITE_OFF -> book(scope, client, name);
                default -> throw new IllegalStateException(name + " was printed, and nobody makes it.");
            };
        }
    }

    /** Whether a person has to say who decided it and why. */
    public static boolean wantsReason(String name) {
        return name.startsWith(RELEASE_NONCE) || name.startsWith(ACCEPT_SAFE) || name.startsWith(WRITE_OFF);
    }

    private Path journal(ChainScope scope) {
        return doctor.check().files().journal(doctor.check().wallet(), scope.chain());
    }

    private String reason(String repair, ChainScope scope) {
        return reason(repair + scope.chain() + " goes on from the chain's nonce whatever was sent");
    }

    private String reason(String what) {
        return reason.filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> new UsageException("--repair " + what + ": say who decided that and why, by --reason."));
    }

    private Path record(ChainScope scope, Address safe) {
        return doctor.check().files().safe(doctor.check().wallet(), scope.chain(), safe);
    }

    private String accept(ChainScope scope, ChainClient client) {
        Address safe = doctor.holder();
        SafeAccount.accept(client, safe, record(scope, safe), reason(ACCEPT_SAFE, scope));
        return "what the Safe " + safe + " did on " + scope.chain() + " is accepted, and it goes on from its nonce";
    }

    private String release(ChainScope scope, ChainClient client) {
        String why = reason(RELEASE_NONCE, scope);
        try (TxManager manager = TxManager.open(
                client, lookingOnly(), journal(scope), scope.profile().rules().transactions())) {
            manager.release(why);
        }
        return "the wallet is released on " + scope.chain() + " and goes on from the chain's nonce";
    }

    private String begin(ChainScope scope, ChainClient client) {
        TxManager.begin(
                        client,
                        lookingOnly(),
                        journal(scope),
                        scope.profile().rules().transactions())
                .close();
        return "a journal is begun in " + journal(scope) + " from the chain's nonce on";
    }

    /** Nothing is to be signed: no key is needed. */
    private Signer lookingOnly() {
        Address address = doctor.check().wallet();
        return new Signer() {
            @Override
            public Address address() {
                return address;
            }

            @Override
            public Bytes sign(UnsignedTransaction transaction) {
                throw new SigningRefused("Nothing is signed in a repair that only looks.");
            }
        };
    }

    private String revoke(ChainScope scope, ChainClient client, Address token, Address spender) {
        Address wallet = doctor.check().wallet();
        WalletReader reader = new WalletReader(client, client.head(), doctor.holder());
        BigInteger standing = reader.allowances(scope.tokens(), List.of(spender)).stream()
                .filter(one -> WalletReader.at(one.token()).equals(token))
                .map(WalletReader.Allowance::units)
                .findFirst()
                .orElse(BigInteger.ZERO);
        PreparedCall call = Approvals.exactly(token, spender, standing, BigInteger.ZERO).stream()
                .findFirst()
                .orElseThrow(() -> new StateConflict("The allowance of " + spender + " is gone already."));
        String id = "doctor/revoke/" + token + "/" + spender + "/"
                + client.transactions().nonce(reader.at(), wallet);
        TxRequest request =
                TxRequest.of(id, new Call(call.target(), APPROVE, call.data())).asExit();
        Path signed = doctor.check().files().signed(wallet, scope.chain());
        Signer key = this.wallet.open(doctor.endpoints());
        try (PolicySigner signer = OwnRecords.of(
                        wallet,
                        scope.chain(),
                        () -> PolicySigner.of(key, takingBack(scope, token), signed, RealTime.clock()));
                TxManager manager = OwnRecords.of(
                        wallet,
                        scope.chain(),
                        () -> TxManager.open(
                                client,
                                signer,
                                journal(scope),
                                scope.profile().rules().transactions()))) {
            return said(
                    doctor.safe().isPresent() ? throughSafe(scope, client, manager, request) : made(manager, request),
                    spender);
        }
    }

    private TxOutcome throughSafe(ChainScope scope, ChainClient client, TxManager manager, TxRequest request) {
        SafeAccess access = access(scope).orElseThrow();
        try (SafeSpeaker account = access.open(client, manager, record(scope, access.safe()))) {
            return made(account, request);
        }
    }

    private static TxOutcome made(Account account, TxRequest request) {
        InstantSource clock = RealTime.clock();
        TxOutcome outcome = account.submit(request);
        return outcome.isOpen()
                ? account.await(
                        request.id(),
                        Waiting.until(clock.instant().plus(PATIENCE), BETWEEN_LOOKS, clock, RealTime.sleeper()))
                : outcome;
    }

    private static String said(TxOutcome outcome, Address spender) {
        return switch (outcome) {
            case TxOutcome.Mined mined
            when mined.receipt().succeeded() ->
                "the allowance of " + spender + " is taken back ("
                        + mined.receipt().hash() + ")";
            case TxOutcome.Mined mined ->
                throw new StateConflict("The allowance of " + spender
                        + " was not taken back: the transaction reverted (" + mined.reason() + ").");
            case TxOutcome.Deferred deferred ->
                throw new StateConflict("The allowance of " + spender + " was not taken back: " + deferred.why() + ".");
            default ->
                throw new StateConflict("The allowance of " + spender + " is being taken back, and it is not known yet"
                        + " what came of it (" + outcome + "): look again in a while.");
        };
    }

    /** Signs that nobody may take anything of one token, or has its Safe say so, and nothing else at all. */
    private SigningPolicy takingBack(ChainScope scope, Address token) {
        AllowedCall nothing = AllowedCall.of(token, APPROVE, AllowedCall.Argument.of(AllowedCall.Rule.ZERO, 1));
        BigInteger most = scope.profile().rules().transactions().feeCap().multiply(MOST_GAS);
        // What trading signed today counts for trading, and must not keep anybody from taking an allowance back.
        BigInteger noCap = BigInteger.ONE.shiftLeft(256);
        SigningPolicy own = new SigningPolicy(
                scope.chain().id(), List.of(nothing), Set.of(token), new SigningPolicy.Caps(most, noCap, Map.of()));
        return access(scope).map(way -> WalletPolicy.through(way, own)).orElse(own);
    }

    private Optional<SafeAccess> access(ChainScope scope) {
        return doctor.safe().map(safe -> safe.on(scope.chain()));
    }

    private String book(ChainScope scope, ChainClient client, String name) {
        String why = wantsReason(name) ? reason(name + " books what is missing as sold for nothing") : "";
        Path folder = state.orElseThrow();
        String strategy = RunFolder.existing(folder).load().info().strategy();
        WalletReader reader = new WalletReader(client, client.head(), doctor.holder());
        try (StateStore store = StateStore.open(folder, strategy, Durability.DURABLE)) {
            Booking booking = Optional.ofNullable(new BookCheck(store.ledger())
                            .bookings(scope.chain(), reader)
                            .get(name))
                    .orElseThrow(() -> new StateConflict("Nothing was booked: books and wallet do not differ by " + name
                            + " any more. Look again."));
            String done = booking.isWriteOff() ? writeOff(store.ledger(), booking, why) : flow(store.ledger(), booking);
            store.commit();
            store.writeSnapshot();
            return booking.more().abs().toPlainString() + " " + booking.token() + " on " + scope.chain() + " " + done;
        }
    }

    private static String writeOff(Ledger ledger, Booking booking, String why) {
        new WriteOff(ledger, RealTime.clock().instant(), why)
                .book(booking.token(), booking.more().negate());
        return "are written off, as sold for nothing";
    }

    private static String flow(Ledger ledger, Booking booking) {
        String book = ledger.books().stream().map(Portfolio::book).findFirst().orElse(Ledger.MAIN_BOOK);
        ledger.apply(new Event.CashFlowed(RealTime.clock().instant(), book, booking.token(), booking.more()));
        return "are booked as a " + (booking.more().signum() > 0 ? "deposit" : "withdrawal");
    }
}
