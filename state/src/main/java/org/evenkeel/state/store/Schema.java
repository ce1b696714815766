package org.evenkeel.state.store;

/**
 * The version of the formats.
 *
 * <p>Files of every version load for ever; the golden files of each are in the tests. A change of format is a new
 * version, made like this:
 *
 * <ol>
 *   <li>Put files of the current version, as it writes them, into {@code src/test/resources/golden/v1}, if they are not
 *       there, and never touch them again.
 *   <li>Raise {@link #CURRENT}. Everything is written in the current version.
 *   <li>Let {@link JsonIn} carry the version of what it reads. Where the formats differ, the codec's read method asks
 *   it
 *       and reads the older form into today's values. What an older version cannot say is empty, never guessed.
 *   <li>A snapshot has one version, its {@code schemaVersion}. A journal may have several, one after another: every
 *   line
 *       says its own as {@code v}, because a later release goes on in the file that an earlier one began.
 * </ol>
 *
 * <p>A new kind of event, or a field that is left out where it says nothing, is no change of format: what an earlier
 * release could say is written in the same bytes as before.
 *
 * <p>A file of a later version than {@link #CURRENT} is refused: what it says may not be what this release would read.
 */
final class Schema {
    /** The version that is written. */
    static final int CURRENT = 1;

    private Schema() {}
}
