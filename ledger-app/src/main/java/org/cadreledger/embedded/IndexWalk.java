package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Walks a plan's ranges lazily and gives each matching document once. Between batches only the last key is kept, so an
 * abandoned walk costs nothing; it goes on after that key in whatever the collection is by then, as the protocol allows.
 */
final class IndexWalk {
    private final QueryPlan plan;
    private final StoredMap data;
    private final Document query;
    private final QueryMatcher matcher;
    private final LongAdder visited;
    private int range;
    private byte @Nullable [] lastKey;

    private @Nullable MapView documents;
    private @Nullable MapView keys;
    private @Nullable Cursor<byte[], byte[]> cursor;
    private int lastBytes;

    IndexWalk(QueryPlan plan, StoredMap data, Document query, QueryMatcher matcher, LongAdder visited) {
        this.plan = plan;
        this.data = data;
        this.query = query;
        this.matcher = matcher;
        this.visited = visited;
        this.range = plan.descending() ? plan.ranges().size() - 1 : 0;
    }

    /** To be called first and whenever the walk goes on in another view. */
    IndexWalk in(ReadView view) {
        documents = view.of(data);
        keys = view.of(plan.index().map);
        cursor = null;
        return this;
    }

    /** The next match; null at the end. */
    @Nullable
    Document next() {
        while (range >= 0 && range < plan.ranges().size()) {
            byte[] key = nextKey(plan.ranges().get(range));
            if (key == null) {
                range += plan.descending() ? -1 : 1;
                cursor = null;
                lastKey = null;
                continue;
            }
            Document found = match(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** How many matches are left. */
    long rest() {
        long found = 0;
        while (next() != null) {
            found++;
        }
        return found;
    }

    /** The size of the last match as stored, in bytes. */
    int lastBytes() {
        return lastBytes;
    }

    private byte @Nullable [] nextKey(KeyRange within) {
        if (cursor == null) {
            cursor = start(within);
        }
        while (cursor != null && cursor.hasNext()) {
            byte[] key = cursor.next();
            if (plan.descending()) {
                if (within.isBeyond(key) || (lastKey != null && Arrays.compareUnsigned(key, lastKey) >= 0)) {
                    continue; // where the walk starts
                }
                return Arrays.compareUnsigned(key, within.from()) < 0 ? null : noted(key);
            }
            if (lastKey != null && Arrays.compareUnsigned(key, lastKey) <= 0) {
                continue;
            }
            return within.isBeyond(key) ? null : noted(key);
        }
        return null;
    }

    private @Nullable Cursor<byte[], byte[]> start(KeyRange within) {
        MapView view = keys;
        if (view == null) {
            throw new IllegalStateException("a walk needs a view");
        }
        byte[] first = plan.descending() ? within.to() : within.from();
        return view.walk(lastKey == null ? first : lastKey, plan.descending());
    }

    private byte[] noted(byte[] key) {
        visited.increment();
        lastKey = key;
        return key;
    }

    private @Nullable Document match(byte[] key) {
        byte[] position = cursor == null ? Bytes.NONE : cursor.getValue();
        boolean byId = plan.index() instanceof IdIndex;
        byte[] stored = byId ? position : documents == null ? null : documents.get(position);
        if (stored == null) {
            return null;
        }
        Document document = BsonBytes.decode(stored);
        if (!matcher.matches(document, query) || (plan.index().hasSeveralKeys() && !isFirstMeeting(document, key))) {
            return null;
        }
        lastBytes = stored.length;
        return document;
    }

    /** A document with several keys in the ranges counts at the first of them only. */
    private boolean isFirstMeeting(Document document, byte[] key) {
        List<byte[]> own = plan.index().keysOf(document);
        if (own.size() < 2) {
            return true;
        }
        byte[] first = null;
        for (byte[] candidate : own) { // ascending
            if (plan.ranges().stream().anyMatch(r -> r.contains(candidate)) && (first == null || plan.descending())) {
                first = candidate;
            }
        }
        return first == null || Arrays.equals(first, 0, first.length, key, 0, Math.min(first.length, key.length));
    }
}
