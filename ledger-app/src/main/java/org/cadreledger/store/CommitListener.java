package org.cadreledger.store;

import java.util.List;

/** Told of commits that this node wrote, in order, once they are durable; commits of other nodes may lie between. */
public interface CommitListener {
    /** Called on the writer's thread: must return at once and must not append. */
    void written(List<Commit> commits);
}
