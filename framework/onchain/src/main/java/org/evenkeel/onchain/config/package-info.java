/**
 * What is known of chains before anything is asked of them: exchanges, routers, the bridge, what gas may cost, how much
 * may be at stake. Well-known chains are known without a file; a file called {@code chains.json} adds to them and changes
 * them. Neither holds a secret or the URL of a node.
 *
 * <p>Entry type: {@link org.evenkeel.onchain.config.ChainsFile}.
 */
@NullMarked
package org.evenkeel.onchain.config;

import org.jspecify.annotations.NullMarked;
