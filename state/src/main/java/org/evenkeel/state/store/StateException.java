package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The state on disk cannot be used as it is. The message says what is wrong, where, and what to do. */
public abstract sealed class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    private StateException(Path file, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    /** The file or folder that it is about. */
    public Path file() {
        return file;
    }

    /**
     * Two checksums that should be one.
     *
     * @param expected the one that the file says it has
     * @param found the one that its bytes have
     */
    public record Checksums(String expected, String found) {}

    /** A file is damaged: it was cut short, changed by something else, or never was a state file. */
    public static final class Corrupt extends StateException {
        private static final long serialVersionUID = 1L;
        private final long offset;
        private final transient @Nullable Checksums checksums;

        Corrupt(Path file, long offset, String message, @Nullable Throwable cause) {
            super(file, message, cause);
            this.offset = offset;
            this.checksums = null;
        }

        Corrupt(Path file, long offset, String message, Checksums checksums) {
            super(file, message, null);
            this.offset = offset;
            this.checksums = checksums;
        }

        /** Where in the file, in bytes from 0: the first byte that is known to be wrong, or where its record begins. */
        public long offset() {
            return offset;
        }

        /** The checksums, where they are what gave the damage away. */
        public Optional<Checksums> checksums() {
            return Optional.ofNullable(checksums);
        }
    }

    /** A file was written by a later release. */
    public static final class LaterVersion extends StateException {
        private static final long serialVersionUID = 1L;

        LaterVersion(Path file, long version) {
            super(
                    file,
                    file + " has the schema version " + version + ", and this release reads up to " + Schema.CURRENT
                            + ": it was written by a later release. Use that one, or a new folder.",
                    null);
        }
    }

    /** The files are whole, but contradict each other or what was asked for. */
    public static final class Conflict extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * @param file what the message is about
         * @param message what contradicts what, and what to do
         */
        public Conflict(Path file, String message) {
            super(file, message, null);
        }
    }

    /** The state is that of another strategy. */
    public static final class OtherStrategy extends StateException {
        private static final long serialVersionUID = 1L;

        OtherStrategy(Path folder, String found, String expected) {
            super(
                    folder,
                    folder + " holds the state of the strategy " + found + ", not of " + expected + ": give " + expected
                            + " a folder of its own.",
                    null);
        }
    }

    /** Another store has the folder open. */
    public static final class Locked extends StateException {
        private static final long serialVersionUID = 1L;
        private final long pid;

        Locked(Path folder, OptionalLong pid) {
            super(
                    folder,
                    folder + " is locked by "
                            + (pid.isPresent() ? "pid " + pid.getAsLong() : "another process")
                            + ": two processes must not write one state. Wait until it ends, or stop it.",
                    null);
            this.pid = pid.orElse(0);
        }

        /** The process that has it open; empty when it is not known. */
        public OptionalLong pid() {
            return pid == 0 ? OptionalLong.empty() : OptionalLong.of(pid);
        }
    }

    /** There is no state where one was looked for. */
    public static final class Missing extends StateException {
        private static final long serialVersionUID = 1L;

        Missing(Path folder, String message) {
            super(folder, message, null);
        }
    }

    /** Reading or writing failed: a full disk, a missing permission, a broken device. */
    public static final class Io extends StateException {
        private static final long serialVersionUID = 1L;

        Io(Path file, String what, IOException cause) {
            super(file, what + " " + file + " failed: " + reason(cause), cause);
        }

        private static String reason(IOException cause) {
            String name = cause.getClass().getSimpleName();
            return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
        }
    }
}
