package org.cadreledger.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The system's own Chromium, without a window. Not safe for use by several threads: the thread that opened it drives it.
 */
final class Chromium implements AutoCloseable {
    static final String ELSEWHERE = "LEDGER_TEST_CHROMIUM";
    private static final String NAME = "chromium";
    private static final String ZONE = "Asia/Shanghai";

    /** Nothing of its own on the network, and no name that leads off this machine. */
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE);
        Path executable = executable(System.getenv(ELSEWHERE), System.getenv("PATH"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(flags()));
    }

    /**
     * @param elsewhere the browser's file when it is not on the path
     * @throws IllegalStateException when there is none: tests of the pages are never left out
     */
    static Path executable(@Nullable String elsewhere, @Nullable String path) {
        Stream<Path> candidates = elsewhere != null
                ? Stream.of(Path.of(elsewhere))
                : Stream.of((path == null ? "" : path).split(File.pathSeparator))
                        .map(folder -> Path.of(folder, NAME));
        return candidates
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No browser to test the pages with: "
                        + (elsewhere != null ? ELSEWHERE + "=" + elsewhere : "no " + NAME + " on the PATH")
                        + ". Install Debian's packages chromium and fonts-noto-cjk, or name the file in " + ELSEWHERE));
    }

    private static List<String> flags() {
        List<String> flags = new ArrayList<>(FLAGS);
        if (System.getProperty("user.name").equals("root")) {
            // Chromium's own sandbox does not start for root
            flags.add("--no-sandbox");
        }
        return flags;
    }

    String version() {
        return browser.version();
    }

    /** A person who has not been here before. */
    BrowserContext newcomer(String url, Language language, Screen screen, boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setLocale(language.tag())
                .setTimezoneId(ZONE)
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen.touch())
                .setIsMobile(screen.touch())
                .setJavaScriptEnabled(javaScript)
                // colours half-way through a transition are nobody's
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
