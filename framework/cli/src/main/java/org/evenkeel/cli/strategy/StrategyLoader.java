package org.evenkeel.cli.strategy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.evenkeel.api.ParameterException;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.NearestName;
import org.evenkeel.strategies.BuyAndHold;
import org.evenkeel.strategies.DollarCostAveraging;
import org.evenkeel.strategies.EqualWeightRebalance;
import org.evenkeel.strategies.SmaCrossover;
import org.evenkeel.strategies.WeeklyMomentum;
import org.evenkeel.sweep.subject.StrategyClass;

/**
 * Finds a strategy by what the user wrote: a built-in name, a {@code .java} file, a {@code .jar} file (with
 * {@code :class} where it holds several strategies), or a class on the class path.
 */
public final class StrategyLoader {
    private static final Map<String, Function<Parameters, Strategy>> BUILT_IN = new TreeMap<>(Map.of(
            "WeeklyMomentum", WeeklyMomentum::new,
            "BuyAndHold", BuyAndHold::new,
            "EqualWeightRebalance", EqualWeightRebalance::new,
            "DollarCostAveraging", DollarCostAveraging::new,
            "SmaCrossover", SmaCrossover::new));

    private StrategyLoader() {}

    /**
     * Finds a strategy.
     *
     * @throws UsageException when there is none, or it does not compile
     */
    public static LoadedStrategy load(String wanted) {
        if (wanted.endsWith(".java")) {
            Path file = existing(wanted);
            return fromClass(file.toString(), SourceCompiler.strategyIn(file));
        }
        int jar = wanted.indexOf(".jar");
        if (jar >= 0) {
            return fromJar(wanted, jar + ".jar".length());
        }
        for (Map.Entry<String, Function<Parameters, Strategy>> known : BUILT_IN.entrySet()) {
            if (known.getKey().equalsIgnoreCase(wanted)) {
                return new LoadedStrategy(known.getKey(), known.getValue());
            }
        }
        return fromClassPath(wanted);
    }

    private static LoadedStrategy fromClassPath(String name) {
        try {
            return fromClass(name, Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new UsageException(
                    "There is no strategy '" + name + "'." + NearestName.hint(name, BUILT_IN.keySet())
                            + " Built in are " + BUILT_IN.keySet()
                            + "; or give the path of a .java or .jar file, or a class on the class path.",
                    e);
        }
    }

    private static LoadedStrategy fromJar(String wanted, int end) {
        Path jar = existing(wanted.substring(0, end));
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, StrategyLoader.class.getClassLoader());
            String named = end < wanted.length() ? wanted.substring(end + 1) : onlyStrategy(jar, loader);
            return fromClass(jar + wanted.substring(end), Class.forName(named, true, loader));
        } catch (MalformedURLException | ClassNotFoundException e) {
            throw new UsageException(wanted + " holds no such class: write it as file.jar:org.example.MyStrategy.", e);
        }
    }

    private static String onlyStrategy(Path jar, ClassLoader loader) {
        List<String> found = new ArrayList<>();
        for (String name : classesIn(jar)) {
            if (isStrategy(name, loader)) {
                found.add(name);
            }
        }
        if (found.size() != 1) {
            throw new UsageException(jar + " holds " + (found.isEmpty() ? "no strategy" : "the strategies " + found)
                    + ": it must hold one, or name the class as " + jar.getFileName() + ":org.example.MyStrategy.");
        }
        return found.getFirst();
    }

    private static List<String> classesIn(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UsageException(jar + " cannot be read as a jar: " + e.getMessage() + ".", e);
        }
    }

    private static boolean isStrategy(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return Strategy.class.isAssignableFrom(type) && StrategyClass.isConcrete(type);
        } catch (ClassNotFoundException | LinkageError e) {
            // A class whose parents are not here is somebody else's, not the user's strategy.
            return false;
        }
    }

    private static LoadedStrategy fromClass(String source, Class<?> type) {
        try {
            return new LoadedStrategy(source, StrategyClass.factoryOf(type));
        } catch (ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path existing(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        if (!Files.isRegularFile(path)) {
            throw new UsageException(
                    "There is no file " + path + ": give the path of a strategy's .java or .jar file.");
        }
        return path;
    }
}
