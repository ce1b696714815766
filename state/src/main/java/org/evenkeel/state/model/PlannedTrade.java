package org.evenkeel.state.model;

import org.evenkeel.market.Token;

/**
 * A trade that is about to be executed. It is recorded before anything is sent.
 *
 * @param id its number, unique in the ledger, from 1
 * @param book the book it belongs to
 * @param cycle the cycle it was planned in
 * @param reserve the reserve asset that pays for it or that it brings
 * @param intent what is wanted; its size is what limits and cash have left of it
 */
public record PlannedTrade(long id, String book, int cycle, Token reserve, TradeIntent intent) {}
