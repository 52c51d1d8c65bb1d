package org.cadreledger.ledger.state;

import java.util.Set;
import org.cadreledger.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the books. Immutable.
 *
 * @param handledBy user names of all who brought it about: scored, approved, entered, confirmed
 * @param jurisdiction county whose projections took it when it was posted
 * @param guard its place in the log
 * @param reversal null while it counts
 */
public record PostedEntry(
        Entry entry,
        Set<String> handledBy,
        @Nullable String jurisdiction,
        long guard,
        @Nullable Reversal reversal) {
    /** @param by user name of who reversed it */
    public record Reversal(
            String reason, boolean fraud, @Nullable String objectionId, String by) {}

    public PostedEntry {
        handledBy = Set.copyOf(handledBy);
    }

    public boolean counts() {
        return reversal == null;
    }

    /** A second reversal of the same commit, for another county, changes nothing. */
    PostedEntry reversed(Reversal by) {
        return reversal == null ? new PostedEntry(entry, handledBy, jurisdiction, guard, by) : this;
    }
}
