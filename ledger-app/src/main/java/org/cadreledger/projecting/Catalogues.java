package org.cadreledger.projecting;

import org.cadreledger.catalogue.book.CatalogueBook;

/** Reads of the rule catalogue. */
@FunctionalInterface
public interface Catalogues {
    /** All versions, as fresh as the log. */
    CatalogueBook current();
}
