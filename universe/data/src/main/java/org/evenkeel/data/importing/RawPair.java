package org.evenkeel.data.importing;

import java.util.List;
import java.util.Optional;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.market.TradingPair;

/**
 * The rows of one pair of one file.
 *
 * @param text what the file tells of the pair
 * @param chunks its rows
 * @param listed the pair itself, where the file comes with a list of pairs
 */
record RawPair(PairText text, List<RawChunk> chunks, Optional<TradingPair> listed) {}
