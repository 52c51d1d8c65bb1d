package org.cadreledger.web;

import java.util.List;
import java.util.function.Supplier;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;

/** {@code {"items":[…],"next":"…"|null}}. */
public record Listing<T>(List<T> items, @Nullable String next) {

    public static <T> Listing<T> of(Page<T> page) {
        return new Listing<>(page.items(), page.next());
    }

    /** A list that is always whole. */
    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, null);
    }

    /** Reads a page; a cursor that the reader cannot make sense of is the caller's mistake. */
    public static <T> Page<T> page(PageRequest request, Supplier<Page<T>> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            if (request.after() == null) {
                throw e;
            }
            throw new ProblemException(Problem.invalid("after", "cursor"));
        }
    }
}
