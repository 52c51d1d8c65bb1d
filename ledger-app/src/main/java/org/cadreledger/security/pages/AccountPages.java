package org.cadreledger.security.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.security.AccountKeeping;
import org.cadreledger.security.Accounts.Account;
import org.cadreledger.security.Accounts.Matches;
import org.cadreledger.security.NewAccount;
import org.cadreledger.security.RoleTables;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Accounts as their administrators keep them, and the table of who may do what. */
@PageController
class AccountPages {
    private static final int ROWS = 100;
    private static final String LIST = "/accounts";

    private final AccountKeeping accounts;
    private final Problems problems;

    AccountPages(AccountKeeping accounts, Problems problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    /** What was typed into the form of a new account; never the password. */
    public record Typed(
            String username,
            String displayName,
            List<String> roles,
            String cadreId,
            String jurisdiction,
            String unit) {}

    @GetMapping(LIST)
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        String wanted = text.strip();
        Matches found = accounts.find(actor, wanted, new PageRequest(ROWS, after));
        Page<Account> page = found.page();
        model.addAttribute("total", found.total());
        model.addAttribute("text", wanted);
        model.addAttribute("accounts", page.items());
        model.addAttribute("first", after == null ? null : address(wanted, null));
        model.addAttribute("next", page.next() == null ? null : address(wanted, page.next()));
        return "accounts/list";
    }

    private static String address(String text, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(LIST);
        if (!text.isEmpty()) {
            address.queryParam("text", "{text}");
        }
        if (after != null) {
            address.queryParam("after", "{after}");
        }
        return address.encode()
                .buildAndExpand(java.util.Map.of("text", text, "after", String.valueOf(after)))
                .toUriString();
    }

    @GetMapping("/accounts/new")
    String form(
            @RequestParam(defaultValue = "") String cadreId,
            @RequestParam(defaultValue = "") String displayName,
            Actor actor,
            Model model) {
        List<String> roles = cadreId.isEmpty() ? List.of() : List.of(Role.CADRE.name());
        String county = actor.jurisdiction() == null ? "" : actor.jurisdiction();
        return form(new Typed("", displayName, roles, cadreId, county, ""), model);
    }

    private static String form(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("roles", Role.values());
        model.addAttribute("apart", Role.APART);
        return "accounts/new";
    }

    @PostMapping(LIST)
    String add(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(required = false) @Nullable List<String> roles,
            @RequestParam(defaultValue = "") String cadreId,
            @RequestParam(defaultValue = "") String jurisdiction,
            @RequestParam(defaultValue = "") String unit,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<String> chosen = roles == null ? List.of() : roles;
        NewAccount wanted = new NewAccount(
                Checks.said(username),
                password.isEmpty() ? null : password,
                Checks.said(displayName),
                new ArrayList<>(chosen),
                Checks.said(cadreId),
                Checks.said(jurisdiction),
                Checks.said(unit));
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    Account added = accounts.add(actor, wanted).account();
                    return Notice.redirect(
                            response, of(added.username()), 0, "account-added", added.displayName(), added.username());
                },
                () -> form(new Typed(username, displayName, chosen, cadreId, jurisdiction, unit), model));
    }

    @GetMapping("/accounts/users/{username}")
    String one(@PathVariable String username, Actor actor, Model model) {
        model.addAttribute("account", accounts.one(actor, username));
        return "accounts/one";
    }

    @PostMapping("/accounts/users/{username}/disable")
    String disable(@PathVariable String username, Actor actor, HttpServletResponse response) {
        Account account = accounts.disable(actor, username);
        return Notice.redirect(response, of(username), 0, "account-disabled", account.displayName());
    }

    @PostMapping("/accounts/users/{username}/password")
    String password(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String password,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    Account account = accounts.newPassword(actor, username, password);
                    return Notice.redirect(response, of(username), 0, "account-password", account.displayName());
                },
                () -> one(username, actor, model));
    }

    @GetMapping("/accounts/roles")
    String roles(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute("calls", RoleTables.calls());
        model.addAttribute("pages", RoleTables.pages());
        return "accounts/roles";
    }

    private static String of(String username) {
        return "/accounts/users/" + username;
    }
}
