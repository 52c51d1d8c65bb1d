package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Requests;
import org.jspecify.annotations.Nullable;

/** What the forms and parts of these pages have in common. */
final class Parts {
    private Parts() {}

    /** Whether a script wants a part of the page; when it goes back in the browser's history it wants the whole. */
    static boolean isAskedFor(HttpServletRequest request) {
        return Requests.isPartOfPage(request) && request.getHeader("HX-History-Restore-Request") == null;
    }

    static String reason(Checks checks, @Nullable String field) {
        return checks.text("reason", field, Checks.REASON);
    }
}
