package org.cadreledger.security.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cadreledger.access.Actor;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.security.AccountKeeping;
import org.cadreledger.security.SessionCookie;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody changes their own password. */
@PageController
class PasswordPage {
    private final AccountKeeping accounts;
    private final Problems problems;

    PasswordPage(AccountKeeping accounts, Problems problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @GetMapping("/password")
    String form() {
        return "accounts/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeatedPassword,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    if (!password.equals(repeatedPassword)) {
                        throw Refusal.field("repeatedPassword", "other-password");
                    }
                    SessionCookie.set(
                            accounts.changeOwn(actor, oldPassword, password, request.getRemoteAddr()),
                            request,
                            response);
                    return Notice.redirect(response, "/", 0, "own-password");
                },
                this::form);
    }
}
