/**
 * The efficient frontier as a picture: what return may be expected for what risk, where each asset lies, and what was
 * chosen. It knows nothing of how portfolios are optimised.
 *
 * <p>Entry type: {@link org.evenkeel.report.FrontierPng}, which draws a {@link org.evenkeel.report.frontier.Frontier}.
 */
@NullMarked
package org.evenkeel.report.frontier;

import org.jspecify.annotations.NullMarked;
