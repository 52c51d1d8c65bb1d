package org.cadreledger.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cadreledger.access.Actor;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.read.ReadSide;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.security.PageAccess;
import org.cadreledger.web.Languages;
import org.cadreledger.web.Reach;
import org.cadreledger.web.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's template finds in its model, beside what its controller puts there. */
@ControllerAdvice(annotations = PageController.class)
class Frame {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MessageSource messages;
    private final FreshFolds folds;
    private final Reach reach;
    private final ReadSide readSide;
    private final Icons icons;
    private final People people;

    Frame(MessageSource messages, FreshFolds folds, Reach reach, ReadSide readSide, Icons icons, People people) {
        this.icons = icons;
        this.people = people;
        this.messages = messages;
        this.folds = folds;
        this.reach = reach;
        this.readSide = readSide;
    }

    /** @param displayName as the account has it */
    public record Me(
            Actor actor,
            String displayName,
            @Nullable String county,
            @Nullable String countyName) {
        public boolean has(String role) {
            return actor.roles().stream().anyMatch(held -> held.name().equals(role));
        }
    }

    @ModelAttribute
    void fill(HttpServletRequest request, HttpServletResponse response, Model model) {
        Locale locale = Languages.of(request);
        Actor actor = Requests.actorOrNull(request);
        String county = actor == null ? null : reach.countyOrAll(actor, null);
        County settings = county == null ? County.NONE : folds.county(county);
        ZoneId zone = settings.exists() ? settings.zone() : ZoneId.of("Asia/Shanghai");
        model.addAttribute("f", new Formats(locale, zone, messages));
        model.addAttribute("icons", icons);
        model.addAttribute("people", people);
        model.addAttribute("language", locale.getLanguage());
        model.addAttribute("path", request.getRequestURI());
        model.addAttribute("shownAt", shownAt(request, actor));
        model.addAttribute("formKey", UUID.randomUUID().toString());
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken secret) {
            // asked for before the first byte is out, as it may set a cookie
            model.addAttribute("csrf", secret.getToken());
        }
        if (actor != null) {
            String name = settings.exists() ? settings.settings().name() : null;
            model.addAttribute("me", new Me(actor, displayName(request, actor), county, name));
            List<Menu.Entry> menu = Menu.of(actor);
            model.addAttribute("menu", menu);
            model.addAttribute("here", Menu.here(menu, actor, request.getRequestURI()));
        }
        if (request.getMethod().equals("GET") && !Requests.isPartOfPage(request)) {
            Notice.take(request, response).ifPresent(notice -> show(notice, locale, model));
        }
    }

    /** An address that shows what is seen now, or the nearest above it: what answers a form alone shows nothing. */
    private static String shownAt(HttpServletRequest request, @Nullable Actor actor) {
        String path = request.getRequestURI();
        boolean shows = request.getMethod().equals("GET");
        while (!shows && path.length() > 1) {
            shows = PageAccess.allows(actor, "GET", path);
            path = shows ? path : path.substring(0, Math.max(1, path.lastIndexOf('/')));
        }
        String query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }

    private static String displayName(HttpServletRequest request, Actor actor) {
        return request.getUserPrincipal() instanceof Authentication who && who.getDetails() instanceof String name
                ? name
                : actor.user();
    }

    /** The page shows what was written just now, so it waits for it. */
    private void show(Notice notice, Locale locale, Model model) {
        if (!readSide.await(notice.position(), PATIENCE)) {
            throw Refusal.of(Reason.NOT_YET_VISIBLE);
        }
        String key = "done." + notice.code();
        model.addAttribute("notice", messages.getMessage(key, notice.arguments().toArray(), key, locale));
    }
}
