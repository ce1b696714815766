package org.evenkeel.cli.strategy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.evenkeel.api.Strategy;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.sweep.subject.StrategyClass;

/** Compiles a single source file in memory; nothing is written to disk. */
public final class SourceCompiler {
    private SourceCompiler() {}

    /**
     * Compiles a file and finds the one strategy in it.
     *
     * @throws UsageException when it does not compile, with the compiler's messages, or holds no strategy or several
     */
    public static Class<?> strategyIn(Path file) {
        Map<String, byte[]> classes = compile(file);
        ClassLoader loader = new MemoryLoader(classes);
        List<Class<?>> found = new ArrayList<>();
        for (String name : classes.keySet()) {
            Class<?> type = load(loader, name);
            if (Strategy.class.isAssignableFrom(type) && StrategyClass.isConcrete(type)) {
                found.add(type);
            }
        }
        if (found.size() != 1) {
            throw new UsageException(file + " holds " + found.size()
                    + " strategies: one class in it must implement org.evenkeel.api.Strategy.");
        }
        return found.getFirst();
    }

    /** The classes that were compiled together with one, by name; none where it does not come from here. */
    static Map<String, byte[]> compiledWith(Class<?> type) {
        return type.getClassLoader() instanceof MemoryLoader loader ? Map.copyOf(loader.classes) : Map.of();
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Class " + name + " was compiled and is not there.", e);
        }
    }

    private static Map<String, byte[]> compile(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UsageException("This Java has no compiler: run with a JDK 25, not a JRE.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        MemoryOutput output = new MemoryOutput(standard);
        List<String> options =
                List.of("-classpath", System.getProperty("java.class.path"), "-proc:none", "-parameters");
        boolean compiled = compiler.getTask(null, output, diagnostics, options, null, standard.getJavaFileObjects(file))
                .call();
        if (!compiled) {
            throw new UsageException(file + " does not compile:\n" + messages(diagnostics));
        }
        return output.classes();
    }

    private static String messages(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> "  line " + diagnostic.getLineNumber() + ", column " + diagnostic.getColumnNumber()
                        + ": " + diagnostic.getMessage(Locale.ROOT).replace("\n", "\n    "))
                .collect(Collectors.joining("\n"));
    }

    /** Keeps compiled classes in memory. */
    private static final class MemoryOutput extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        MemoryOutput(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    /** Loads classes from memory. */
    private static final class MemoryLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryLoader(Map<String, byte[]> classes) {
            super(SourceCompiler.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
