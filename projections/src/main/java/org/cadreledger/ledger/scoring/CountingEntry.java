package org.cadreledger.ledger.scoring;

import java.time.Instant;
import org.cadreledger.ledger.Entry;
import org.cadreledger.time.Month;

/**
 * An entry with the month that the order of the log gives it.
 *
 * @param month the month it counts in
 * @param postedAt time of the commit that posted it
 * @param position of that commit
 */
public record CountingEntry(Entry entry, Month month, Instant postedAt, long position) {}
