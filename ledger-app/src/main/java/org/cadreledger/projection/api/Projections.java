package org.cadreledger.projection.api;

import java.util.List;

/** The projections as a whole. */
public interface Projections {
    /**
     * @param position up to which the log is in it
     * @param rebuilding whether it is being built anew
     */
    record Status(String name, long position, boolean rebuilding) {}

    List<Status> list();

    /**
     * Empties one and builds it from the whole log, while the program goes on.
     *
     * @return false when there is none of that name
     */
    boolean reset(String name);
}
