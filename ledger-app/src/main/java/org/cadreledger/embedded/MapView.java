package org.cadreledger.embedded;

import java.util.Arrays;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.Page;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** A map at one moment; without a root it did not exist then and is empty. */
record MapView(MVMap<byte[], byte[]> map, @Nullable RootReference<byte[], byte[]> root) {
    byte @Nullable [] get(byte[] key) {
        return root == null ? null : map.get(root.root, key);
    }

    long size() {
        return root == null ? 0 : root.getTotalCount();
    }

    /** Entries from `from` on (inclusive) upwards, or from `from` (inclusive) downwards; null starts at the end. */
    @Nullable
    Cursor<byte[], byte[]> walk(byte @Nullable [] from, boolean descending) {
        return root == null ? null : map.cursor(root, from, null, descending);
    }

    /** How many keys are smaller. */
    long rank(byte @Nullable [] key) {
        if (key == null || size() == 0 || root == null) {
            return size();
        }
        long smaller = 0;
        Page<byte[], byte[]> page = root.root;
        while (!page.isLeaf()) {
            int child = keysUpTo(page, key, true);
            for (int i = 0; i < child; i++) {
                smaller += page.getChildPage(i).getTotalCount();
            }
            page = page.getChildPage(child);
        }
        return smaller + keysUpTo(page, key, false);
    }

    private static int keysUpTo(Page<byte[], byte[]> page, byte[] key, boolean inclusive) {
        int low = 0;
        int high = page.getKeyCount();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(page.getKey(middle), key);
            if (order < 0 || (order == 0 && inclusive)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
