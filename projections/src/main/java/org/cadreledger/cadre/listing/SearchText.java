package org.cadreledger.cadre.listing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a text that somebody types finds a cadre: the beginning of the id, or a part of anything else; case does not matter. */
public final class SearchText {
    private SearchText() {}

    /** To be given to {@link #matches}; empty finds all. */
    public static String folded(@Nullable String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean matches(String folded, String cadreId, @Nullable String... others) {
        if (folded.isEmpty() || cadreId.toLowerCase(Locale.ROOT).startsWith(folded)) {
            return true;
        }
        for (String other : others) {
            if (other != null && other.toLowerCase(Locale.ROOT).contains(folded)) {
                return true;
            }
        }
        return false;
    }
}
