package org.cadreledger.store;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to an idempotency key.
 *
 * @param position commit number
 * @param bodyHash hex hash of the body that came with the key
 * @param answer JSON; null when the command answered nothing
 */
public record StoredAnswer(
        long position, @Nullable String bodyHash, @Nullable String answer) {

    static StoredAnswer of(Commit commit) {
        return new StoredAnswer(commit.position(), commit.bodyHash(), commit.answer());
    }
}
