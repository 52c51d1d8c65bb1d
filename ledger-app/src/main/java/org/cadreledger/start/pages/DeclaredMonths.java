package org.cadreledger.start.pages;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.time.Month;

/** The months that a cadre has declared. */
final class DeclaredMonths {
    private DeclaredMonths() {}

    static Set<Month> of(FreshFolds folds, String cadreId, Instant now) {
        return folds.ledgers(cadreId, now).stream()
                .flatMap(book -> book.declaredMonths().keySet().stream())
                .collect(Collectors.toSet());
    }
}
