package org.evenkeel.data.importing;

import java.util.Optional;

/**
 * A pair as a file's name or content tells it.
 *
 * @param base the base's symbol
 * @param quote the quote's symbol, where told
 * @param venue the venue's name, where told
 */
record PairText(String base, Optional<String> quote, Optional<String> venue) {}
