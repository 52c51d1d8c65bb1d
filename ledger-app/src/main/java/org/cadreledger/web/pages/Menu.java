package org.cadreledger.web.pages;

import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.security.PageAccess;

/** Where the frame's menu leads; everybody sees what is theirs. */
final class Menu {
    /** @param code text {@code menu.<code>} */
    public record Entry(String code, String path, String icon) {}

    private static final List<Entry> ALL = List.of(
            new Entry("start", "/", "home"),
            new Entry("points", "/my", "list-details"),
            new Entry("declaration", "/declarations", "file-pencil"),
            new Entry("unit", "/unit", "users"),
            new Entry("review", "/review", "checklist"),
            new Entry("deductions", "/deductions", "square-minus"),
            new Entry("objections", "/objections", "message-question"),
            new Entry("periods", "/periods", "calendar"),
            new Entry("boards", "/boards", "trophy"),
            new Entry("consequences", "/consequences", "flag"),
            new Entry("catalogues", "/catalogues", "book"),
            new Entry("cadres", "/cadres", "address-book"),
            new Entry("county", "/county", "settings"),
            new Entry("log", "/log", "history"),
            new Entry("projections", "/projections", "refresh"),
            new Entry("accounts", "/accounts", "key"),
            new Entry("roles", "/accounts/roles", "shield-check"),
            new Entry("password", "/password", "lock"));

    private Menu() {}

    static List<Entry> of(Actor actor) {
        return ALL.stream()
                .filter(entry -> PageAccess.allows(actor, "GET", entry.path()))
                .toList();
    }
}
