package org.cadreledger.documents;

import java.util.ArrayList;
import java.util.List;
import org.cadreledger.log.Recorded;

/**
 * Folds the log from zero into a new generation, in memory within a bound: a document is written once, not once an event.
 * What is computed from documents is computed at the end: it asks only for facts before its own position. For one thread.
 */
public final class Rebuild {
    /** Documents in memory before they are stored on the way; some 10 kB each. */
    private static final int BOUND = 50_000;

    private final ProjectionGroup group;
    private final Generation next;
    private final Generation instead;
    private final Workspace workspace;
    private final List<Recorded<?>> concerned = new ArrayList<>();

    Rebuild(ProjectionGroup group, Generation next) {
        this.group = group;
        this.next = next;
        this.instead = group.active();
        this.workspace = new Workspace(group, next, true);
    }

    /** Takes the next events of the log. */
    public void take(List<Recorded<?>> batch) {
        workspace.fold(batch);
        workspace.keepWithin(BOUND);
        concerned.addAll(workspace.concerned(batch));
    }

    /** Stores everything taken so far; more may be taken after. */
    public void store() {
        workspace.flush();
        workspace.finish(List.copyOf(concerned));
        concerned.clear();
    }

    /** What is being built. */
    public Generation next() {
        return next;
    }

    /**
     * Puts the new generation in use for all nodes; each changes over when it has seen it.
     *
     * @return the one that is no longer in use
     * @throws StaleDocuments when another generation was put in use since the rebuild began
     */
    public Generation activate() {
        group.activate(next, instead.number());
        return instead;
    }

    /** Gives the new generation up. */
    public void discard() {
        next.drop();
    }
}
