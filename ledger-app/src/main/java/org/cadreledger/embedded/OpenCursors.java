package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Closes the cursors used longest ago when clients leave too many behind. */
final class OpenCursors {
    private static final int MOST = 2_000;

    private final Map<Long, CursorRegistry> byLastUse = new LinkedHashMap<>(16, 0.75f, true);

    synchronized void used(long id, CursorRegistry registry) {
        byLastUse.put(id, registry);
        if (byLastUse.size() > MOST) {
            Map.Entry<Long, CursorRegistry> eldest =
                    byLastUse.entrySet().iterator().next();
            byLastUse.remove(eldest.getKey());
            eldest.getValue().remove(eldest.getKey());
        }
    }

    synchronized void closed(long id) {
        byLastUse.remove(id);
    }
}
