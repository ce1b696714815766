package org.evenkeel.state.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Trail;
import org.evenkeel.state.model.Transfer;

/** Something that happened. What is owned is the fold of all events in their order. */
public sealed interface Event {
    /** When it happened, in the time of the market. */
    Instant at();

    /**
     * A ledger began. Always the first event, and only the first.
     *
     * @param at when
     * @param info what it is the ledger of
     */
    record LedgerOpened(Instant at, RunInfo info) implements Event {}

    /**
     * A run that is made as time goes by was begun, or went on after it had ended. What was recorded before rests on what
     * it was begun with, what follows on this. It is for making decisions again, and no part of the fold.
     *
     * @param at when
     * @param decides the name of what decides from now on, which may be another than the ledger's own strategy, as to close
     *     all that it holds
     * @param parameters those of the ledger's parameters and settings that have another value from now on, with that
     */
    record RunStarted(Instant at, String decides, SequencedMap<String, String> parameters) implements Event {
        /** Keeps a copy of the parameters, in their order. */
        public RunStarted {
            parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * Money came in from outside, or went out.
     *
     * @param at when
     * @param book the book it came into
     * @param token the reserve asset
     * @param amount positive for a deposit, negative for a withdrawal
     */
    record CashFlowed(Instant at, String book, Token token, BigDecimal amount) implements Event {
        /**
         * @throws IllegalArgumentException when the book has no name, or the amount has too many digits to be booked
         */
        public CashFlowed {
            if (book.isBlank()) {
                throw new IllegalArgumentException("Money flowed into a book without a name: give it one.");
            }
            Decimals.requireBookable(amount, "A flow of cash");
        }
    }

    /**
     * A strategy decided.
     *
     * @param at when
     * @param book the book it decides for
     * @param cycle the number of the cycle, from 1
     * @param inputs what was known
     * @param decision what was wanted
     * @param knowledge what else is known of it, where the data of the run does not tell it again
     */
    record Decided(
            Instant at, String book, int cycle, Cycle.Inputs inputs, Cycle.Decision decision, Knowledge knowledge)
            implements Event {
        /** Of what the data of the run tells again. */
        public Decided(Instant at, String book, int cycle, Cycle.Inputs inputs, Cycle.Decision decision) {
            this(at, book, cycle, inputs, decision, Knowledge.NONE);
        }

        /** What it was told of the prices of its moment; empty where the data of the run tells them again. */
        public Optional<Quoted> quoted() {
            return knowledge.quoted();
        }

        /** What the alpha model made of each signal, before any trade; empty where that is not on record by itself. */
        public List<SignalOutcome> signals() {
            return knowledge.signals();
        }
    }

    /**
     * What only the moment of a decision knows.
     *
     * @param quoted what it was told of the prices of its moment. It is for making the decision again, and no part of the
     *     fold
     * @param signals what the alpha model made of each signal, before any trade: a run that is stopped in the middle of
     *     the cycle says later by them why it wanted what it did
     */
    record Knowledge(Optional<Quoted> quoted, List<SignalOutcome> signals) {
        /** Nothing that is not told again. */
        public static final Knowledge NONE = new Knowledge(Optional.empty(), List.of());

        /** Keeps a copy of the list. */
        public Knowledge {
            signals = List.copyOf(signals);
        }
    }

    /**
     * A trade was planned. It is on record before anything is sent.
     *
     * @param at when
     * @param trade the plan
     */
    record TradePlanned(Instant at, PlannedTrade trade) implements Event {}

    /**
     * A trade was executed.
     *
     * @param at when
     * @param trade the number of the trade
     * @param fill what it came to
     * @param trail what it left behind
     */
    record TradeFilled(Instant at, long trade, Fill fill, Trail trail) implements Event {
        /** Of a trade that left nothing behind. */
        public TradeFilled(Instant at, long trade, Fill fill) {
            this(at, trade, fill, Trail.NONE);
        }
    }

    /**
     * A trade was not executed, and never will be.
     *
     * @param at when that was known
     * @param trade the number of the trade
     * @param outcome why
     * @param gas what the attempt cost, in money
     * @param trail what it left behind, and why it was not executed
     */
    record TradeFailed(Instant at, long trade, Outcome outcome, BigDecimal gas, Trail trail) implements Event {
        /**
         * @throws IllegalArgumentException when the outcome is that of a trade, or the gas is negative
         */
        public TradeFailed {
            // What it ends in has the same bounds.
            new Trade.Failed(at, outcome, gas);
        }

        /** Of a trade that left nothing behind. */
        public TradeFailed(Instant at, long trade, Outcome outcome, BigDecimal gas) {
            this(at, trade, outcome, gas, Trail.NONE);
        }
    }

    /**
     * A trade was sent, and its outcome could not be learned.
     *
     * @param at when
     * @param trade the number of the trade
     */
    record TradeUnknown(Instant at, long trade) implements Event {}

    /**
     * A reorganisation of the chain took back what had ended a trade, a fill or a revert: cash and position are as before
     * it, gas included, and the trade is open again, of unknown outcome. What has become of it instead follows as an end
     * of its own. Undone newest first: an end that a later one of the same position rests on is not undone before it.
     *
     * @param at when that was known
     * @param trade the number of the trade
     */
    record TradeUndone(Instant at, long trade) implements Event {}

    /**
     * A price touched a trigger. The trade that it causes follows.
     *
     * @param at when
     * @param position the number of the position
     * @param reason which trigger
     * @param price the price of the trigger, in USD
     */
    record TriggerFired(Instant at, long position, TradeReason reason, double price) implements Event {}

    /**
     * What is watched for on a position changed.
     *
     * @param at when
     * @param position the number of the position
     * @param watch what is watched for from now on
     */
    record WatchChanged(Instant at, long position, Position.Watch watch) implements Event {}

    /**
     * Reserve left for another chain.
     *
     * @param at when
     * @param transfer how much, from where and to where
     */
    record TransferStarted(Instant at, Transfer transfer) implements Event {}

    /**
     * Reserve arrived from another chain. As much money flows in with it as the gas of its transactions cost, which was
     * paid with a coin that no book holds.
     *
     * @param at when
     * @param transfer the number of the transfer
     * @param instead how much arrived, where that is not what was to arrive
     * @param gas what its transactions cost, in money; 0 or more
     */
    record TransferArrived(Instant at, long transfer, Optional<BigDecimal> instead, BigDecimal gas) implements Event {
        /**
         * @throws IllegalArgumentException when the amount or the gas is negative or has too many digits to be booked
         */
        public TransferArrived {
            gas = Transfer.Amounts.requireGas(gas);
            instead.ifPresent(amount -> {
                Decimals.requireBookable(amount, "An arrival");
                if (amount.signum() < 0) {
                    throw new IllegalArgumentException("Transfer " + transfer + " cannot have brought "
                            + amount.toPlainString() + ": nothing or more arrives.");
                }
            });
        }

        /** With as much as was to arrive, and without gas. */
        public TransferArrived(Instant at, long transfer) {
            this(at, transfer, Optional.empty(), BigDecimal.ZERO);
        }
    }

    /**
     * Reserve that was to go to another chain is where it came from, all of it: it never left, or was paid back. As much
     * money flows in with it as the gas of its transactions cost, which was paid with a coin that no book holds.
     *
     * @param at when that was known
     * @param transfer the number of the transfer
     * @param gas what its transactions cost, in money; 0 or more
     */
    record TransferReturned(Instant at, long transfer, BigDecimal gas) implements Event {
        /**
         * @throws IllegalArgumentException when the gas is negative or has too many digits to be booked
         */
        public TransferReturned {
            gas = Transfer.Amounts.requireGas(gas);
        }

        /** Without gas. */
        public TransferReturned(Instant at, long transfer) {
            this(at, transfer, BigDecimal.ZERO);
        }
    }

    /**
     * A cycle's trades are done.
     *
     * @param at when
     * @param book the book
     * @param cycle the number of the cycle
     * @param result what became of it
     */
    record CycleClosed(Instant at, String book, int cycle, Cycle.Result result) implements Event {}

    /**
     * A book was valued outside a cycle, as at the end of a run.
     *
     * @param at when
     * @param book the book
     * @param equity everything that is owned, in USD
     * @param cash the reserves and what is in flight, in USD
     */
    record Valued(Instant at, String book, double equity, double cash) implements Event {}
}
