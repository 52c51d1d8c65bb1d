package org.cadreledger.pages;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cadreledger.web.Languages;

/**
 * One person's browser at our pages, from a clean start. Closing it fails the test when anything was in the browser that must not
 * be ({@link Troubles}).
 */
public final class Visit implements AutoCloseable {
    /** Noise of a loaded machine is no failure; a page that hangs is. In milliseconds. */
    static final double PATIENCE = 60_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> UNACCEPTABLE = Set.of("serious", "critical");

    /** Elements whose right edge makes the page wider than so many pixels; those within a box of their own do not. */
    private static final String WIDER = """
            width => {
              if (document.documentElement.scrollWidth <= width) return [];
              const boxed = e => {
                for (let up = e; up && up !== document.body; up = up.parentElement) {
                  if (getComputedStyle(up).overflowX !== 'visible') return true;
                }
                return false;
              };
              const end = e => Math.round(Math.max(e.getBoundingClientRect().right,
                e.getBoundingClientRect().left + e.scrollWidth));
              const all = [...document.querySelectorAll('body *')].filter(e => end(e) > width && !boxed(e));
              const wide = all.filter(e => !all.some(other => other !== e && e.contains(other)))
                .slice(0, 8)
                .map(e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + '.' + e.className + ' ' + end(e));
              return wide.length ? wide : ['the page itself: ' + document.documentElement.scrollWidth];
            }
            """;

    private final BrowserContext context;
    private final Troubles troubles;
    private final String url;
    private final Screen screen;
    private final Page page;
    private Language language;

    Visit(BrowserContext context, String url, Language language, Screen screen) {
        this.context = context;
        this.troubles = Troubles.in(context, url);
        this.url = url;
        this.language = language;
        this.screen = screen;
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        speak(language);
        this.page = context.newPage();
    }

    /** The one tab that is open. */
    public Page page() {
        return page;
    }

    public Language language() {
        return language;
    }

    /** A text of the bundles as this page shows it. */
    public String text(String key, Object... arguments) {
        return Texts.text(language, key, arguments);
    }

    /** The pages that are opened from now on are in that language. */
    public void speak(Language other) {
        language = other;
        context.addCookies(List.of(new Cookie(Languages.COOKIE, other.label()).setUrl(url)));
    }

    /** An answer of that status (400 or more) is what the test wants; any other is a failure. */
    public void expects(int status) {
        troubles.expect(status);
    }

    /** @param path with the leading slash; @return the answer that the last redirect led to */
    public Response open(String path) {
        Response response = page.navigate(url + path);
        if (response == null) {
            throw new AssertionError("no answer to " + path);
        }
        return response;
    }

    /** What a click on a link to a file would save; the page that is open stays. */
    APIResponse get(String path) {
        return page.request().get(url + path);
    }

    /** Through the form, as everybody does it; ends on the start page. */
    public void signIn(String user, String password) {
        open("/sign-in");
        fillSignIn(user, password);
        page.waitForURL(url + "/");
    }

    /** Sends the form of the page that is open. */
    void fillSignIn(String user, String password) {
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", password);
        page.click("form:has(input[name=username]) button");
    }

    /** The whole page as a picture: {@code target/screenshots/<language>-<screen>-<name>.png}. */
    public Path screenshot(String name) {
        Path file = SCREENSHOTS.resolve(
                language.label() + "-" + screen.name().toLowerCase(Locale.ROOT) + "-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        return file;
    }

    /** Fails when axe finds anything serious or critical on the page as it stands. */
    public void axe() {
        List<String> findings = axeFindings();
        if (!findings.isEmpty()) {
            throw new AssertionError("accessibility of " + page.url() + ":\n" + String.join("\n", findings));
        }
    }

    /** Axe, and nothing wider than the screen: a page does not scroll sideways, a table may within its own box. */
    public void looksRight() {
        axe();
        List<String> sticksOut = sticksOut();
        if (!sticksOut.isEmpty()) {
            throw new AssertionError(page.url() + " scrolls sideways at " + screen.width() + " px because of "
                    + String.join(", ", sticksOut));
        }
    }

    /** What makes the page wider than the screen; empty when nothing does. */
    List<String> sticksOut() {
        return page.evaluate(WIDER, screen.width()) instanceof List<?> wider
                ? wider.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Serious and critical ones: rule, what it says and where; empty when there is none. */
    List<String> axeFindings() {
        AxeRunOptions shortAnswer = new AxeRunOptions();
        shortAnswer.setResultTypes(List.of("violations"));
        // "legacy": in the page itself instead of a second one, which is only for frames of other origins; there are
        // none
        List<Rule> violations = new AxeBuilder(page)
                .options(shortAnswer)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        return violations.stream()
                .filter(rule -> UNACCEPTABLE.contains(rule.getImpact()))
                .map(rule -> rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " at "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()))
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    /** What was in the browser so far that must not be. */
    List<String> troubles() {
        return troubles.seen();
    }

    @Override
    public void close() {
        String last = page.url();
        context.close();
        if (!troubles.seen().isEmpty()) {
            throw new AssertionError(
                    "in the browser, the last page being " + last + ":\n" + String.join("\n", troubles.seen()));
        }
    }
}
