package org.cadreledger.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What waits for a decision, with the cadre that it concerns.
 *
 * @param name null after an erasure
 * @param unit where the cadre is now
 */
public record DeskItem(PendingItem item, @Nullable String name, String unit) {}
