package org.cadreledger.documents;

import java.util.List;
import org.cadreledger.log.Recorded;

/** What is computed from a group's documents once they are written, for example a board. Must bear being repeated. */
public interface AfterBatch {
    AfterBatch NOTHING = new AfterBatch() {
        @Override
        public boolean concerns(Recorded<?> recorded) {
            return false;
        }

        @Override
        public void run(List<Recorded<?>> concerned, Generation generation) {
            // nothing concerns it
        }
    };

    boolean concerns(Recorded<?> recorded);

    /** @param concerned in the order of the log; the documents may hold later events already */
    void run(List<Recorded<?>> concerned, Generation generation);
}
