package org.evenkeel.state.store;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.function.Function;
import org.evenkeel.market.ParserWords;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Where JSON that cannot be read becomes an error that names the file and the byte. */
final class Parsing {
    private Parsing() {}

    /**
     * Reads from JSON.
     *
     * @param file where it comes from
     * @param begin the byte of the file at which the JSON begins
     * @throws StateException.Corrupt when it is none, or not of the form that is expected
     */
    static <T> T guarded(Path file, long begin, JsonIn in, Function<JsonIn, T> reader) {
        try {
            return reader.apply(in);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            long offset = place == null ? in.offset() : place.getByteOffset();
            throw corrupt(file, begin + Math.max(0, offset), ParserWords.plain(e.getOriginalMessage()), e);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | DateTimeException e) {
            throw corrupt(file, begin + Math.max(0, in.offset()), String.valueOf(e.getMessage()), e);
        }
    }

    private static StateException corrupt(Path file, long offset, String what, RuntimeException cause) {
        return new StateException.Corrupt(
                file, offset, file + " cannot be read at byte " + offset + ": " + what + ".", cause);
    }
}
