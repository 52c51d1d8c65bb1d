package org.cadreledger.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Replaces a claim that is DECLARED or RETURNED; it is DECLARED then. */
public record ChangeClaim(
        String cadreId,
        String claimId,
        Month month,
        String rule,
        @Nullable String level,
        String matter,
        LocalDate occurredOn,
        String account,
        List<EvidenceRef> evidence)
        implements Command<ClaimBonus.Claimed> {}
