package org.cadreledger.documents;

import java.util.List;
import java.util.Map;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * A pure fold of events into documents. A document belongs to one county and is fed by that county's events alone, in
 * the order of the log.
 *
 * @param <D> an immutable record of what {@link DocumentJson} can hold
 */
public interface Projection<D> {
    /** Of the collection, for ever; letters only. */
    String name();

    Class<D> type();

    /** To grow with every change of what is kept or what it is found by: documents of another version are rebuilt. */
    default int version() {
        return 1;
    }

    /** Over fields that {@link #fields} gives, each index in order. */
    List<List<String>> indexes();

    /** Ids of the documents that take the event, each {@code <jurisdiction>/<key>}; see {@link #id}. */
    List<String> concerned(Recorded<?> recorded);

    /**
     * @param document null when there is none
     * @return an equal one when nothing changes; null when there is to be none
     */
    @Nullable
    D fold(String id, @Nullable D document, Recorded<?> recorded);

    /** What documents are found and sorted by: strings, booleans, whole numbers and lists of them, not named {@code _id}, position or body. */
    Map<String, Object> fields(String id, D document);

    /** @throws IllegalArgumentException for an event without a county */
    static String id(Recorded<?> recorded, Object... key) {
        String jurisdiction = recorded.jurisdiction();
        if (jurisdiction == null) {
            throw new IllegalArgumentException("an event of no county: " + recorded.stream());
        }
        return id(jurisdiction, key);
    }

    static String id(String jurisdiction, Object... key) {
        StringBuilder id = new StringBuilder(jurisdiction);
        for (Object part : key) {
            id.append('/').append(part);
        }
        return id.toString();
    }

    /** The county of a document. */
    static String jurisdictionOf(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }
}
