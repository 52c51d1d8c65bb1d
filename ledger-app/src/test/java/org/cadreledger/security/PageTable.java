package org.cadreledger.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cadreledger.access.Role;

/** The table of the pages, for tests elsewhere. */
public final class PageTable {
    private PageTable() {}

    /** Patterns that are got, with the roles that may; open ones have no role. */
    public static Map<String, Set<Role>> shown() {
        Map<String, Set<Role>> shown = new LinkedHashMap<>();
        PagePermissions.PAGES.stream()
                .filter(page -> page.method().equals("GET"))
                .forEach(page -> shown.put(
                        page.pattern().getPatternString(),
                        page.sign() == CallPermissions.Sign.NEEDED ? page.roles() : Set.of()));
        return shown;
    }
}
