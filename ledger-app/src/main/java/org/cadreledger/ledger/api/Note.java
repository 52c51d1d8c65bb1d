package org.cadreledger.ledger.api;

import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/** Body {@code {note?}}. */
record Note(@Nullable String note) {
    static @Nullable String checked(@Nullable Note body) {
        Checks checks = new Checks();
        String text = body == null ? null : checks.optionalText("note", body.note, Checks.REASON);
        checks.valid(true);
        return text;
    }
}
