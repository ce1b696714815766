package org.evenkeel.cli.wallet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.chain.Endpoints;
import org.evenkeel.cli.chain.SignerPlace;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.tx.JournalSummary;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.state.store.StateException;

/**
 * Looks at a wallet's files, and holds its journal of transactions against the chain.
 *
 * @param files the keystore and what is beside it
 * @param wallet its address
 * @param signer who has the key in the place of the keystore, where anybody does
 */
public record WalletCheck(WalletFiles files, Address wallet, Optional<SignerPlace> signer) {
    private static final String START_AGAIN =
            "start the run again, which looks what became of it and sends the same bytes once more";

    /**
     * The wallet's files, held against what signs: the address is what the key says where a password is given, else what
     * the keystore says of itself, or what was named.
     *
     * @throws org.evenkeel.onchain.sign.KeyException when the password is the wrong one, or the keystore says nothing
     */
    static WalletCheck of(WalletOptions wallet, Endpoints environment) {
        Optional<SignerPlace> place = wallet.signer(environment);
        Address address = wallet.hasPassword()
                ? wallet.open(environment).address()
                : wallet.files().address();
        return new WalletCheck(wallet.files(), address, place);
    }

    /** Where the key is. A keystore that others may read was refused when its address was read. */
    List<Finding> key() {
        List<Finding> findings = new ArrayList<>();
        findings.add(files.keystore()
                .map(file -> Finding.fine(file.toString(), "can be read by its owner alone; wallet " + wallet))
                .orElseGet(() -> Finding.fine(wallet.hex(), "is the wallet; its key is not here")));
        signer.ifPresent(place -> findings.add(look(place)));
        return findings;
    }

    private Finding look(SignerPlace place) {
        String where = "signer " + place.endpoint();
        try {
            place.of(wallet).requireKey();
            return Finding.fine(where, "answers, and has the wallet " + wallet + " as far as it tells");
        } catch (SigningRefused refused) {
            return Finding.problem(
                    where,
                    String.valueOf(refused.getMessage()),
                    "see to it, or correct " + place.source() + " or --wallet");
        }
    }

    /** What the journal of a chain says, held against the chain. */
    List<Finding> journal(ChainProfile profile, ChainClient client, BlockRef head) {
        Path folder = files.journal(wallet, profile.chain());
        String where = profile.chain() + ", journal " + folder;
        long used = client.transactions().nonce(head, wallet);
        try {
            Optional<JournalSummary> summary = JournalSummary.read(folder);
            return summary.isEmpty()
                    ? List.of(withoutJournal(profile, where, used))
                    : against(profile, where, summary.orElseThrow(), client, used);
        } catch (StateException | TxException damaged) {
            return List.of(Finding.problem(
                    where,
                    String.valueOf(damaged.getMessage()),
                    "restore it from a backup that is not older than its last use"));
        }
    }

    private static Finding withoutJournal(ChainProfile profile, String where, long used) {
        return used == 0
                ? Finding.fine(where, "there is none, and the wallet has sent nothing")
                : Finding.problem(
                                where,
                                "there is none, and the wallet has sent " + used + " transactions",
                                "put the journal back that knows them, if there was one")
                        .repairedBy(Repairs.BEGIN_JOURNAL + profile.chain());
    }

    /** The same, but without what a start of the run deals with by itself. */
    public List<Finding> refusals(ChainProfile profile, ChainClient client, BlockRef head) {
        return journal(profile, client, head).stream()
                .filter(finding -> !finding.advice().equals(START_AGAIN))
                .toList();
    }

    private List<Finding> against(
            ChainProfile profile, String where, JournalSummary journal, ChainClient client, long used) {
        if (!journal.wallet().equals(wallet)
                || journal.chainId() != profile.chain().id()) {
            return List.of(Finding.problem(
                    where,
                    "is that of the wallet " + journal.wallet() + " on the chain with the id " + journal.chainId(),
                    "put each journal back to where it was"));
        }
        List<Finding> findings = new ArrayList<>();
        journal.frozen()
                .ifPresent(why -> findings.add(Finding.problem(
                                where,
                                "the wallet is frozen: " + why,
                                "find out who sent what; if somebody else has the key, move everything to a new wallet")
                        .repairedBy(Repairs.RELEASE_NONCE + profile.chain())));
        journal.open()
                .forEach(open -> findings.add(Finding.problem(
                        where,
                        "transaction " + open.id() + " (" + open.call() + ", nonce " + open.nonce() + ", "
                                + open.hash() + ") is open: "
                                + (client.transactions().isKnown(open.hash()) ? "a node has it" : "no node knows it"),
                        START_AGAIN)));
        if (journal.torn()) {
            findings.add(Finding.note(
                    where,
                    "the last line breaks off: a process ended while it wrote it. It is set aside on the next"
                            + " start"));
        }
        if (journal.frozen().isEmpty()) {
            findings.addAll(nonces(where, journal, client, used));
        }
        return findings;
    }

    private List<Finding> nonces(String where, JournalSummary journal, ChainClient client, long used) {
        long pending = client.transactions().pendingNonce(wallet);
        long next = journal.nextNonce();
        if (Math.max(used, pending) > next) {
            return List.of(Finding.problem(
                            where,
                            "it has taken no nonce from " + next + " on, and the chain has seen those up to "
                                    + (Math.max(used, pending) - 1)
                                    + ": the wallet was used elsewhere, or this is an old copy of the journal",
                            "restore the newest journal, or find out who sent what: the next start freezes the wallet")
                    .repairedBy(Repairs.RELEASE_NONCE + client.chain()));
        }
        return List.of(Finding.fine(
                where, "the next nonce is " + next + ", and the chain has seen those up to " + (used - 1)));
    }
}
