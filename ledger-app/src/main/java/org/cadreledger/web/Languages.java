package org.cadreledger.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chinese unless English is asked for: by programs in the header (http-api.md "Conventions"), by people with the switch on
 * every page, whatever language their browser was installed in.
 */
public final class Languages {
    /** Holds {@code en} or {@code zh}. */
    public static final String COOKIE = "ledger-language";

    private static final AcceptHeaderLocaleResolver HEADER = header();

    private Languages() {}

    private static AcceptHeaderLocaleResolver header() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
        return resolver;
    }

    static LocaleResolver resolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return of(request);
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the cookie is set by the language switch");
            }
        };
    }

    public static Locale of(HttpServletRequest request) {
        return asksForEnglish(request) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private static boolean asksForEnglish(HttpServletRequest request) {
        String english = Locale.ENGLISH.getLanguage();
        if (Requests.isPage(request)) {
            Cookie cookie = WebUtils.getCookie(request, COOKIE);
            return cookie != null && english.equals(cookie.getValue());
        }
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && HEADER.resolveLocale(request).getLanguage().equals(english);
    }
}
