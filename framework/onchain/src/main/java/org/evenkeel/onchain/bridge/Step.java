package org.evenkeel.onchain.bridge;

/** A transaction that a transfer is made of on the chain that it leaves. */
enum Step {
    /** Takes back what is allowed, before something else is. */
    RESET("approve-0"),
    APPROVE("approve"),
    DEPOSIT("deposit"),
    /** Takes back what is allowed, where nothing left. */
    REVOKE("revoke");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** What it is known by in the journal of its wallet, for ever. */
    String id(String run, long transfer) {
        return run + "/transfer-" + transfer + "/" + word;
    }
}
