package org.evenkeel.data.parquet;

import java.io.IOException;
import org.evenkeel.market.DataException;

/** Turns whatever the Parquet library throws at a damaged file into one exception that names the file. */
final class Guard {
    /** How Parquet names a file that it was given as an object. */
    private static final String OBJECT = "^[\\w.$]+@[0-9a-f]+";

    private Guard() {}

    /** Work on a file. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T reading(String file, Work<T> work) {
        try {
            return work.run();
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        } catch (OutOfMemoryError e) {
            // A damaged length makes one huge allocation fail, which leaves the process as sound as it was.
            throw damaged(file, e);
        }
    }

    private static DataException damaged(String file, Throwable cause) {
        return new DataException(
                file + " cannot be read as Parquet: " + reason(cause)
                        + ". It is cut short, damaged or no Parquet file: copy or write it again, or leave it out.",
                cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String text = message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceFirst(OBJECT, "it");
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
