package org.cadreledger.catalogue;

import org.cadreledger.access.Command;
import org.cadreledger.time.Month;

/** Puts a drafted version in force from a month on that is not closed yet; base items change only from a January. */
public record PublishCatalogue(int version, Month effectiveFrom) implements Command<PublishCatalogue.Published> {
    public record Published(int version, Month effectiveFrom) {}
}
