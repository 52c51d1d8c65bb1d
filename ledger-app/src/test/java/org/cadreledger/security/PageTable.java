package org.cadreledger.security;

import java.util.List;
import java.util.Set;
import org.cadreledger.access.Role;
import org.jspecify.annotations.Nullable;

/** The table of the pages, for tests elsewhere. */
public final class PageTable {
    private PageTable() {}

    /**
     * A page that is got.
     *
     * @param roles who may when signed in
     * @param strangers whether it may be open to those who are not
     */
    public record Shown(String pattern, Set<Role> roles, boolean strangers) {}

    /**
     * Whether a link leads where its reader may go.
     *
     * @param role null for somebody who has not signed in
     * @param path without query
     */
    public static boolean isOpen(@Nullable Role role, String path) {
        return CallPermissions.find(PagePermissions.PAGES, "GET", path)
                .map(page -> role == null
                        ? page.sign() != CallPermissions.Sign.NEEDED
                        : page.roles().contains(role))
                .orElse(false);
    }

    /** A row of the table: a page that is got or a form that is sent. */
    public record Entry(String method, String pattern, Set<Role> roles, boolean strangers) {}

    public static List<Entry> entries() {
        return PagePermissions.PAGES.stream()
                .map(page -> new Entry(
                        page.method(),
                        page.pattern().getPatternString(),
                        page.roles(),
                        page.sign() != CallPermissions.Sign.NEEDED))
                .toList();
    }

    public static List<Shown> shown() {
        return PagePermissions.PAGES.stream()
                .filter(page -> page.method().equals("GET"))
                .map(page -> new Shown(
                        page.pattern().getPatternString(), page.roles(), page.sign() != CallPermissions.Sign.NEEDED))
                .toList();
    }
}
