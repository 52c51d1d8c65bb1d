package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a find, in batches that fit a message. */
final class FindCursor extends AbstractCursor {
    private static final int DEFAULT_BATCH = 1_000;
    private static final long MAX_BATCH_BYTES = 4L * 1024 * 1024;

    private final StoredCollection collection;
    private final Storage storage;
    private final Find find;
    private final @Nullable Document fieldSelector;
    private final CursorRegistry registry;
    private boolean opened;

    FindCursor(
            long id,
            StoredCollection collection,
            Storage storage,
            Find find,
            @Nullable Document fieldSelector,
            CursorRegistry registry) {
        super(id);
        this.collection = collection;
        this.storage = storage;
        this.find = find;
        this.fieldSelector = fieldSelector;
        this.registry = registry;
    }

    @Override
    public boolean isEmpty() {
        return find.isExhausted();
    }

    @Override
    public synchronized List<Document> takeDocuments(int numberToReturn) {
        int documents = numberToReturn > 0 ? numberToReturn : DEFAULT_BATCH;
        List<Document> batch = storage.read(view -> find.in(view).take(documents, MAX_BATCH_BYTES));
        if (opened && find.isExhausted()) {
            storage.openCursors.closed(id);
        } else if (opened) {
            storage.openCursors.used(id, registry);
        }
        opened = true;
        return collection.projected(batch, fieldSelector);
    }
}
