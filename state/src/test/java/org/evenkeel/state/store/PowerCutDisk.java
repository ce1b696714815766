package org.evenkeel.state.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The real disk, and beside it a model of what a power cut would leave of it. What was not flushed may be there or not:
 * each name by itself, and of a file any beginning of what was added.
 */
final class PowerCutDisk implements Disk {
    /** A file, whatever its name: what is safe, and what was written. */
    private static final class Content {
        byte[] safe = new byte[0];
        byte[] written = new byte[0];
    }

    private final Disk real = new RealDisk();
    private final Map<Path, Content> safeNames = new TreeMap<>();
    private final Map<Path, Content> names = new TreeMap<>();
    private Runnable beforeEach = () -> {};
    private int operations;

    /** What to do before each operation: a moment at which the power may be cut. */
    void beforeEach(Runnable action) {
        this.beforeEach = action;
    }

    int operations() {
        return operations;
    }

    private void step() {
        operations++;
        beforeEach.run();
    }

    /** Puts what a cut leaves now into a folder. */
    void cut(Path target, SplittableRandom random) {
        Set<Path> all = new LinkedHashSet<>(safeNames.keySet());
        all.addAll(names.keySet());
        for (Path name : all) {
            Content content = (random.nextBoolean() ? safeNames : names).get(name);
            if (content != null) {
                put(target.resolve(name.getFileName()), survivor(content, random));
            }
        }
    }

    private static byte[] survivor(Content content, SplittableRandom random) {
        byte[] safe = content.safe;
        byte[] written = content.written;
        boolean appended = written.length > safe.length && Arrays.mismatch(safe, written) == safe.length;
        if (appended) {
            return Arrays.copyOf(written, random.nextInt(safe.length, written.length + 1));
        }
        return random.nextBoolean() ? safe : written;
    }

    private static void put(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        step();
        real.link(existing, name);
        names.put(name, names.get(existing));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        real.rename(from, to);
        names.put(to, names.remove(from));
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        real.delete(file);
        names.remove(file);
    }

    @Override
    public void flushNames(Path folder) throws IOException {
        step();
        real.flushNames(folder);
        safeNames.keySet().removeIf(name -> name.startsWith(folder));
        names.forEach((name, content) -> {
            if (name.startsWith(folder)) {
                safeNames.put(name, content);
            }
        });
    }

    @Override
    public Output create(Path file) throws IOException {
        step();
        // A file that is begun over one that is there loses what that one held, with or without its name.
        Content content = names.computeIfAbsent(file, name -> new Content());
        content.written = new byte[0];
        return new ModelOutput(real.create(file), content);
    }

    @Override
    public Output append(Path file) throws IOException {
        step();
        return new ModelOutput(real.append(file), names.computeIfAbsent(file, name -> new Content()));
    }

    private final class ModelOutput implements Output {
        private final Output output;
        private final Content content;

        ModelOutput(Output output, Content content) {
            this.output = output;
            this.content = content;
        }

        @Override
        public void write(List<byte[]> pieces) throws IOException {
            step();
            output.write(pieces);
            byte[] added = StateJson.joined(pieces);
            byte[] all = Arrays.copyOf(content.written, content.written.length + added.length);
            System.arraycopy(added, 0, all, content.written.length, added.length);
            content.written = all;
        }

        @Override
        public void overwrite(long place, byte[] bytes) throws IOException {
            step();
            output.overwrite(place, bytes);
            content.written = content.written.clone();
            System.arraycopy(bytes, 0, content.written, (int) place, bytes.length);
        }

        @Override
        public void flush() throws IOException {
            step();
            output.flush();
            content.safe = content.written;
        }

        @Override
        public void truncate(long size) throws IOException {
            step();
            output.truncate(size);
            content.written = Arrays.copyOf(content.written, (int) size);
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
