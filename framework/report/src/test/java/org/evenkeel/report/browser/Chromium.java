package org.evenkeel.report.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A real Chromium without a window, with a fresh profile. */
final class Chromium implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** It warns of every browser that is newer than itself, though nothing here depends on that. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.openqa.selenium");

    static {
        DRIVER_LOG.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    Chromium(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed(BROWSERS).orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        installed(List.of("chromedriver")).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    static boolean isInstalled() {
        return installed(BROWSERS).isPresent()
                && installed(List.of("chromedriver")).isPresent();
    }

    private static Optional<Path> installed(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a file in a window of a size, in the light or in the dark, and forgets what was logged before. */
    void open(Path file, int width, String scheme) {
        messages();
        requests();
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        driver.get(file.toUri().toString());
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    String text(String script, Object... arguments) {
        return String.valueOf(run(script, arguments));
    }

    boolean isTrue(String script, Object... arguments) {
        return Boolean.TRUE.equals(run(script, arguments));
    }

    /** The page as the bytes of a PDF. */
    Object print() {
        return driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true))
                .get("data");
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What the browser complained of since the last call. */
    List<String> messages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were asked for since the last call. */
    List<String> requests() {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).get("message");
            if (message.get("method").asString().equals("Network.requestWillBeSent")) {
                addresses.add(message.get("params").get("request").get("url").asString());
            }
        }
        return addresses;
    }

    /** Waits until something holds; the browser has ten seconds for it. */
    void await(String what, Predicate<Chromium> condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.test(this)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain until " + what);
            }
            run("return new Promise((done) => requestAnimationFrame(done))");
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
