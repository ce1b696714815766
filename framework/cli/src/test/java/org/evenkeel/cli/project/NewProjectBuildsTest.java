package org.evenkeel.cli.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.evenkeel.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Compiles a new project and runs its test, without Maven; .ci/run does it with Maven. */
class NewProjectBuildsTest {
    @TempDir
    private Path folder;

    @Test
    void a_new_project_compiles_without_a_warning_and_its_test_passes() throws Exception {
        assertEquals(0, Cli.run("new", "my-strategy", "--into", folder).code());
        Path project = folder.resolve("my-strategy");
        ProjectName name = ProjectName.of("my-strategy");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(List.of(project.resolve(name.sourceFile()), project.resolve(name.testFile())), classes);
        TestExecutionSummary summary = run(project, classes, name.packageName() + "." + name.className() + "Test");
        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures));
        assertEquals(0, summary.getTotalFailureCount(), failures.toString());
        assertTrue(summary.getTestsSucceededCount() >= 4, summary.getTestsSucceededCount() + " tests");
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-proc:none",
                    "-Xlint:all,-classfile",
                    "-Xdoclint:all,-missing",
                    "-Werror");
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(compiled, said.toString());
        }
    }

    private static TestExecutionSummary run(Path project, Path classes, String test) throws Exception {
        String before = System.setProperty("basedir", project.toString());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(loader.loadClass(test)))
                                    .build(),
                            listener);
            return listener.getSummary();
        } finally {
            if (before == null) {
                System.clearProperty("basedir");
            } else {
                System.setProperty("basedir", before);
            }
        }
    }
}
