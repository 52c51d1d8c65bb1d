package org.cadreledger.documents;

import java.util.List;
import java.util.function.Function;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;

/** Parts of a list of documents; the cursor is the value of the field that the selection sorts by. */
public final class Pages {
    private Pages() {}

    public static <D, T> Page<T> of(
            DocumentCollection<D> documents, Selection selection, PageRequest page, Function<Found<D>, T> mapping) {
        List<Found<D>> found = documents.find(selection.after(page.after()).limit(page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<Found<D>> part = more ? found.subList(0, page.limit()) : found;
        return new Page<>(
                part.stream().map(mapping).toList(), more ? part.getLast().sort() : null);
    }
}
