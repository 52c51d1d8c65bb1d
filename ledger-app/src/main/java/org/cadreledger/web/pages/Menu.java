package org.cadreledger.web.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.security.PageAccess;
import org.jspecify.annotations.Nullable;

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

    /** Pages that lie elsewhere than the entry they belong to: for a cadre, and for everybody else. */
    private static final List<Page> CADRES_OWN = List.of(
            new Page("/cadres/[^/]+/points", "points"),
            new Page("/cadres/[^/]+/claims/.*", "declaration"),
            new Page("/cadres/[^/]+/file", "consequences"));

    private static final List<Page> OTHERS = List.of(
            new Page("/cadres/[^/]+/claims/.*", "unit"),
            new Page("/cadres/[^/]+/file", "consequences"),
            new Page("/fraud-cases/.*", "consequences"),
            new Page("/register/.*", "cadres"),
            new Page("/cadres/.*", "cadres"));

    private record Page(Pattern pattern, String code) {
        Page(String pattern, String code) {
            this(Pattern.compile(pattern), code);
        }
    }

    /** What the table of pages leaves of the entries, looked up once for each set of roles: every page asks. */
    private static final Map<Set<Role>, List<Entry>> BY_ROLES = new ConcurrentHashMap<>();

    private Menu() {}

    /** @return code of the entry that a page belongs to, the most particular one; null for none */
    static @Nullable String here(List<Entry> entries, Actor actor, String path) {
        for (Page page : actor.cadreId() == null ? OTHERS : CADRES_OWN) {
            if (page.pattern().matcher(path).matches()
                    && entries.stream().anyMatch(entry -> entry.code().equals(page.code()))) {
                return page.code();
            }
        }
        return entries.stream()
                .filter(entry -> path.equals(entry.path()) || path.startsWith(entry.path() + "/"))
                .max(Comparator.comparing(entry -> entry.path().length()))
                .map(Entry::code)
                .orElse(null);
    }

    static List<Entry> of(Actor actor) {
        List<Entry> entries = BY_ROLES.computeIfAbsent(
                actor.roles(),
                roles -> ALL.stream()
                        .filter(entry -> PageAccess.allows(actor, "GET", entry.path()))
                        .toList());
        return actor.cadreId() == null
                ? entries
                : entries.stream()
                        .map(entry -> entry.code().equals("points")
                                ? new Entry(entry.code(), "/cadres/" + actor.cadreId() + "/points", entry.icon())
                                : entry)
                        .toList();
    }
}
