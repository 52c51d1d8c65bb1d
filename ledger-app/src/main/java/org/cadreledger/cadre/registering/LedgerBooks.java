package org.cadreledger.cadre.registering;

import java.util.Collection;
import org.cadreledger.ledger.LedgerEvent;

/** A cadre's books of points, as far as the register writes to them or must keep them still. */
interface LedgerBooks {
    /** In the running unit of work, so in the same commit. */
    void append(String cadreId, int year, LedgerEvent event, String jurisdiction) throws Exception;

    /** Nothing else is decided in these books until the unit of work ends. */
    void hold(String cadreId, Collection<Integer> years) throws Exception;
}
