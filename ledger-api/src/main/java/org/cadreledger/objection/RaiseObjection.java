package org.cadreledger.objection;

import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** A cadre defends or inquires about own entries or standing. */
public record RaiseObjection(
        String cadreId,
        Period period,
        @Nullable String objectionId,
        ObjectionKind kind,
        @Nullable String entryId,
        String statement,
        List<EvidenceRef> evidence)
        implements Command<RaiseObjection.Raised> {
    public record Raised(String objectionId) {}
}
