/**
 * What the commands that go to chains are told: nodes, chains, tokens, wallets.
 *
 * <p>Secrets are read here, and are in no text that leaves it.
 */
@NullMarked
package org.evenkeel.cli.chain;

import org.jspecify.annotations.NullMarked;
