package org.cadreledger.ledger.tally;

import org.cadreledger.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Equal values as one object, where millions of entries say the same: points, rules, matters. (Months that are
 * read are one object already.) Keeps the latest few
 * thousand and no more. Safe for all threads: whichever of two equal values is kept does not matter.
 */
final class Shared {
    private static final int PLACES = 1 << 13;

    private static final Object[] LATEST = new Object[PLACES];

    private Shared() {}

    /** An equal entry whose parts are shared with other entries. */
    static Entry of(Entry entry) {
        return new Entry(
                entry.entryId(),
                entry.kind(),
                orNull(entry.rule()),
                orNull(entry.level()),
                orNull(entry.item()),
                entry.catalogue(),
                latest(entry.matter()),
                latest(entry.points()),
                entry.declaredFor(),
                entry.countsIn(),
                entry.fixed());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : latest(text);
    }

    @SuppressWarnings("unchecked") // equal values of these final classes are of one class
    private static <T> T latest(T value) {
        int hash = value.hashCode() * 0x9E3779B9;
        int place = hash >>> Integer.numberOfLeadingZeros(PLACES - 1);
        Object known = LATEST[place];
        if (value.equals(known)) {
            return (T) known;
        }
        LATEST[place] = value;
        return value;
    }
}
