package org.cadreledger.dispatch;

import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;

/** The write side's front door, for the API and the pages alike. */
public interface Commands {
    /**
     * Decides on fresh data and returns when the outcome is durable.
     *
     * @throws org.cadreledger.refusal.Refusal when the domain, the actor's reach or the state of the store forbids it;
     *     nothing was changed then
     */
    <R> Receipt<R> send(Command<R> command, Actor actor, CommandKey key);

    /**
     * @param position the commit that the write reached; for a write that changed nothing, the tail it was decided at
     * @param repeated the key was used before with the same body: this is the first answer
     * @param changed false when the same content was there already, so that nothing was written; of a repeat, what the first
     *     call did
     */
    record Receipt<R>(R result, long position, boolean repeated, boolean changed) {
        public Receipt(R result, long position, boolean repeated) {
            this(result, position, repeated, true);
        }
    }
}
