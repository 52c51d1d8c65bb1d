package org.cadreledger.store;

/** Another commit carries this idempotency key: nothing was stored now, and {@link #stored} is what was answered then. */
public class AlreadyRecorded extends RuntimeException {
    private final transient StoredAnswer stored;

    AlreadyRecorded(Commit stored) {
        super(stored.k() + " is recorded at " + stored.position());
        this.stored = StoredAnswer.of(stored);
    }

    public StoredAnswer stored() {
        return stored;
    }
}
