package org.cadreledger.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Every version of the rule catalogue, drafts too; as fresh as the log. */
public interface CatalogueVersions {
    /** Who did it, when, and in which commit. */
    record Act(String by, Instant at, long position) {}

    /**
     * @param effectiveFrom first month in force; null for a draft, and for the first version, which precedes all others
     * @param published null while a draft
     */
    record Version(
            Catalogue catalogue,
            @Nullable Month effectiveFrom,
            Act drafted,
            @Nullable Act published) {
        public boolean isDraft() {
            return published == null;
        }
    }

    /**
     * The versions that a county has and those for all, the newest first.
     *
     * @param jurisdiction null for those of every county
     */
    List<Version> all(@Nullable String jurisdiction);

    Optional<Version> find(int version);

    /** @param jurisdiction null for what is in force where a county has none of its own */
    Optional<Version> inForce(Month month, @Nullable String jurisdiction);
}
