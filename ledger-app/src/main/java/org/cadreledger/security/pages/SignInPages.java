package org.cadreledger.security.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.security.SessionCookie;
import org.cadreledger.security.SignIn;
import org.cadreledger.web.Cookies;
import org.cadreledger.web.Languages;
import org.cadreledger.web.ProblemDocument;
import org.cadreledger.web.Requests;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The door of the pages. A form whose session had ended is kept, and sent on after the sign-in. */
@PageController
class SignInPages {
    private static final String KEPT = "kept.";
    private static final String FORGERY_SECRET = "_csrf";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final SignIn signIn;
    private final Problems problems;

    SignInPages(SignIn signIn, Problems problems) {
        this.signIn = signIn;
        this.problems = problems;
    }

    /** One field of a form that waits for the sign-in. */
    public record Kept(String name, String value) {}

    @GetMapping("/sign-in")
    String form(@RequestParam(required = false) @Nullable String to, HttpServletRequest request, Model model) {
        if (Requests.actorOrNull(request) != null) {
            return "redirect:" + local(to);
        }
        model.addAttribute("to", local(to));
        return "sign-in";
    }

    /** A form was sent by somebody who is not signed in any more: only reached by a forward. */
    @PostMapping("/sign-in/again")
    String again(
            @RequestAttribute(RequestDispatcher.FORWARD_REQUEST_URI) String path,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        List<Kept> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (isKept(name)) {
                for (String value : values) {
                    fields.add(new Kept(KEPT + name, value));
                }
            }
        });
        model.addAttribute("again", local(path));
        model.addAttribute("kept", fields);
        model.addAttribute("to", "/");
        return "sign-in";
    }

    /** Passwords never stand in a page. */
    private static boolean isKept(String field) {
        return !field.equals(FORGERY_SECRET) && !field.toLowerCase(Locale.ROOT).endsWith("password");
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<Kept> kept = kept(request);
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    if (username.isBlank() || password.isEmpty()) {
                        throw Refusal.of(Reason.UNAUTHENTICATED);
                    }
                    SessionCookie.set(
                            signIn.with(username.strip(), password, request.getRemoteAddr()), request, response);
                    if (again == null) {
                        return "redirect:" + local(to);
                    }
                    model.addAttribute("again", local(again));
                    model.addAttribute(
                            "kept",
                            kept.stream()
                                    .map(field -> new Kept(field.name().substring(KEPT.length()), field.value()))
                                    .toList());
                    return "sign-in-resume";
                },
                () -> {
                    if (model.getAttribute("problem") instanceof ProblemDocument problem
                            && problem.status() == Reason.UNAUTHENTICATED.status()) {
                        model.addAttribute("problem", null);
                        model.addAttribute("wrong", true);
                    }
                    model.addAttribute("username", username);
                    model.addAttribute("to", local(to));
                    model.addAttribute("again", again == null ? null : local(again));
                    model.addAttribute("kept", kept);
                    return "sign-in";
                });
    }

    private static List<Kept> kept(HttpServletRequest request) {
        List<Kept> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (field.getKey().startsWith(KEPT)) {
                for (String value : field.getValue()) {
                    fields.add(new Kept(field.getKey(), value));
                }
            }
        }
        return fields;
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.token(request).ifPresent(signIn::out);
        SessionCookie.clear(request, response);
        return "redirect:/sign-in";
    }

    @PostMapping("/language")
    String language(
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String chosen = language.equals(Locale.ENGLISH.getLanguage()) ? language : Locale.CHINESE.getLanguage();
        Cookies.put(Languages.COOKIE, chosen, A_YEAR, request, response);
        return "redirect:" + local(to);
    }

    /** Only ever on to a page of ours. */
    private static String local(@Nullable String to) {
        if (to == null || !to.startsWith("/") || to.startsWith("//") || !to.matches("[^\\\\\\p{Cntrl}]{1,2000}")) {
            return "/";
        }
        // a brace would be taken for a variable of the redirect
        return to.replace("{", "%7B").replace("}", "%7D");
    }
}
