/**
 * {@code wallet} and {@code doctor}: what a wallet has, what a run stands on, and what mends it.
 *
 * <p>Entry types: {@link org.evenkeel.cli.wallet.WalletCommand}, {@link org.evenkeel.cli.wallet.DoctorCommand}.
 */
@NullMarked
package org.evenkeel.cli.wallet;

import org.jspecify.annotations.NullMarked;
