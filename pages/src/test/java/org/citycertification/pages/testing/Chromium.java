package org.citycertification.pages.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own browser, one for all tests of a JVM; nothing is downloaded. It ends with the JVM. */
public final class Chromium {

    /** As long as the browser itself waits for what it is told to click. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static @Nullable Browser browser;

    private Chromium() {}

    /** A window of its own, with no cookies yet. For the thread that opened the first one. */
    public static Page window(Screen screen, String language) {
        var context = running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setLocale(language));
        return context.newPage();
    }

    private static Browser running() {
        if (browser == null) {
            browser = start();
        }
        return browser;
    }

    private static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node().orElseThrow().toString())));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(binary().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update")));
    }

    static Optional<Path> binary() {
        return Stream.of(System.getenv("CHROME_BIN"), "/usr/bin/chromium")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Optional<Path> node() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
