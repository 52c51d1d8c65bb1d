package org.cadreledger.store;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Ranges of the log that are kept outside the database as well, and are checked against it before they are given out. */
public interface SealedRanges {
    SealedRanges NONE = new SealedRanges() {
        @Override
        public Optional<List<Commit>> after(long position) {
            return Optional.empty();
        }

        @Override
        public boolean erasing(long position, BooleanSupplier inDatabase) {
            return inDatabase.getAsBoolean();
        }
    };

    /** The rest of the range that holds the next commit after that position, at least one; empty: ask the database. */
    Optional<List<Commit>> after(long position);

    /**
     * Has personal parts of that commit erased in the database, then erases them here: also when the program ends in
     * between.
     *
     * @return what the database answered
     */
    boolean erasing(long position, BooleanSupplier inDatabase);
}
