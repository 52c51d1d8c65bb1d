package org.cadreledger.security;

import org.cadreledger.access.Actor;
import org.jspecify.annotations.Nullable;

/** Whether a page is for somebody: what the menu shows, and what buttons lead to. */
public final class PageAccess {
    private PageAccess() {}

    /**
     * @param actor null for nobody
     * @param path without a query
     */
    public static boolean allows(@Nullable Actor actor, String method, String path) {
        return CallPermissions.find(PagePermissions.PAGES, method, path)
                .map(page -> page.admits(actor))
                .orElse(false);
    }
}
