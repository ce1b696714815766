package org.evenkeel.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.cli.terminal.UsageException;

/** Writes the files of a new project from their templates. */
final class ProjectFiles {
    private static final String STRATEGY = "Strategy.java.template";
    private static final String TEST = "StrategyTest.java.template";

    private ProjectFiles() {}

    /**
     * Writes a project.
     *
     * @param folder where to: a folder that is not there, or an empty one
     * @throws UsageException when there is something in the folder, or it cannot be written
     */
    static void write(Path folder, ProjectName name, Installation installation) {
        requireEmpty(folder);
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("pom.xml", "pom.xml.template");
        templates.put("README.md", "README.md.template");
        templates.put(".gitignore", "gitignore.template");
        templates.put(name.sourceFile(), STRATEGY);
        templates.put(name.testFile(), TEST);
        try {
            for (Map.Entry<String, String> file : templates.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.writeString(target, filled(template(file.getValue()), name, installation));
            }
            ProjectData.write(folder.resolve("data"));
        } catch (IOException e) {
            throw new UsageException(
                    "The project cannot be written to " + folder.toAbsolutePath() + ": " + e
                            + ". Choose another folder with --into, or mend its permissions.",
                    e);
        }
    }

    private static void requireEmpty(Path folder) {
        String place = folder.toAbsolutePath().normalize().toString();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(place + " is a file: nothing was written. Give the project another name.");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new UsageException(place + " is there already and is not empty: nothing was written. Give the"
                            + " project another name, or make it elsewhere with --into DIR.");
                }
            } catch (IOException e) {
                throw new UsageException(place + " cannot be read: " + e + ". Mend its permissions.", e);
            }
        }
    }

    private static String filled(String template, ProjectName name, Installation installation) {
        return template.replace("@name@", name.text())
                .replace("@class@", name.className())
                .replace("@package@", name.packageName())
                .replace("@source@", name.sourceFile())
                .replace("@version@", installation.version())
                .replace("@install@", installation.command())
                .replace("@evenkeel@", installation.program());
    }

    /** Whether a class of that name would hide one that the templates use, or one that every Java file sees. */
    static boolean isTaken(String className) {
        Pattern imported = Pattern.compile("(?m)^import [\\w.]+\\." + className + ";$");
        return Stream.of(STRATEGY, TEST)
                        .map(ProjectFiles::template)
                        .anyMatch(text -> imported.matcher(text).find())
                || isInJavaLang(className);
    }

    private static boolean isInJavaLang(String className) {
        try {
            Class.forName("java.lang." + className, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String template(String file) {
        try (InputStream content = ProjectFiles.class.getResourceAsStream("template/" + file)) {
            if (content == null) {
                throw new IllegalStateException("The template " + file + " is missing from the class path.");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
