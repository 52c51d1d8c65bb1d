package org.cadreledger.read;

import java.time.Duration;

/** How far the projections are. */
public interface ReadSide {
    /**
     * Waits until every projection includes everything up to {@code position}.
     *
     * @return false when it took longer than {@code patience}
     */
    boolean await(long position, Duration patience);
}
