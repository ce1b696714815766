package org.evenkeel.cli.project;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.evenkeel.cli.terminal.UsageException;

/**
 * The name of a new project, and the names in it that follow from it.
 *
 * @param text such as {@code my-strategy}
 */
record ProjectName(String text) {
    private static final int LONGEST = 60;
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * @throws UsageException when no folder, package and class can be named so
     */
    static ProjectName of(String text) {
        if (text.length() > LONGEST || !WORDS.matcher(text).matches()) {
            throw unusable(
                    text,
                    "a name begins with a small letter and has small letters, digits and single hyphens, " + LONGEST
                            + " at most");
        }
        ProjectName name = new ProjectName(text);
        if (SourceVersion.isKeyword(name.packageWord())) {
            throw unusable(text, "it names a package, and '" + name.packageWord() + "' is a word of the Java language");
        }
        if (ProjectFiles.isTaken(name.className())) {
            throw unusable(text, "it names a class, and Java or Evenkeel already has one called " + name.className());
        }
        return name;
    }

    private static UsageException unusable(String text, String why) {
        return new UsageException(
                "The project cannot be called '" + text + "': " + why + ". Give another name, such as my-strategy.");
    }

    /** Such as {@code MyStrategy}. */
    String className() {
        return Arrays.stream(text.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Such as {@code org.example.mystrategy}. */
    String packageName() {
        return "org.example." + packageWord();
    }

    private String packageWord() {
        return text.replace("-", "");
    }

    /** Such as {@code src/main/java/org/example/mystrategy/MyStrategy.java}. */
    String sourceFile() {
        return "src/main/java/" + packageName().replace('.', '/') + "/" + className() + ".java";
    }

    /** Such as {@code src/test/java/org/example/mystrategy/MyStrategyTest.java}. */
    String testFile() {
        return "src/test/java/" + packageName().replace('.', '/') + "/" + className() + "Test.java";
    }
}
