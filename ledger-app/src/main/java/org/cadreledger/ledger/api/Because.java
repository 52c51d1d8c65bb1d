package org.cadreledger.ledger.api;

import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/** Body {@code {reason}}. */
record Because(@Nullable String reason) {
    String checked() {
        Checks checks = new Checks();
        return checks.valid(checks.text("reason", reason, Checks.REASON));
    }
}
