/**
 * Tells people what a run does: one POST to a webhook after a cycle, a fired trigger, a failure, a freeze, a transfer that
 * does not arrive. Telling never makes a run wait and never makes it fail; what could not be delivered is said in a notice.
 *
 * <p>The address of a webhook is a secret: whoever has it can write there. It is in no text, no message and no notice.
 *
 * <p>Entry type: {@link org.evenkeel.live.notify.Notifier}; {@link org.evenkeel.live.notify.Notifiers} makes one of the
 * environment.
 */
@NullMarked
package org.evenkeel.live.notify;

import org.jspecify.annotations.NullMarked;
