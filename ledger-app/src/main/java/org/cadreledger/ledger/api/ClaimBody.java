package org.cadreledger.ledger.api;

import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.ledger.ChangeClaim;
import org.cadreledger.ledger.ClaimBonus;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/** Body of a claim, and the content of the form that makes one. */
public record ClaimBody(
        @Nullable String claimId,
        @Nullable String month,
        @Nullable String rule,
        @Nullable String level,
        @Nullable String matter,
        @Nullable String occurredOn,
        @Nullable String account,
        @Nullable List<@Nullable String> evidence) {

    /** @throws org.cadreledger.refusal.Refusal INVALID_CONTENT with every field that is wrong */
    public ClaimBonus claim(String cadreId, Actor actor, EvidenceAccess access) {
        Checks checks = new Checks();
        return checks.valid(new ClaimBonus(
                cadreId,
                checks.optionalId("claimId", claimId),
                checks.month("month", month),
                checks.id("rule", rule),
                checks.optionalId("level", level),
                checks.line("matter", matter, Checks.MATTER),
                checks.date("occurredOn", occurredOn),
                checks.text("account", account, Checks.ACCOUNT),
                access.refs(checks, actor, evidence)));
    }

    /** The same for a claim that is there already. */
    public ChangeClaim change(String cadreId, String claim, Actor actor, EvidenceAccess access) {
        ClaimBonus whole = claim(cadreId, actor, access);
        if (claimId != null && !claimId.equals(claim)) {
            throw org.cadreledger.refusal.Refusal.field("claimId", "other-id");
        }
        return new ChangeClaim(
                cadreId,
                claim,
                whole.month(),
                whole.rule(),
                whole.level(),
                whole.matter(),
                whole.occurredOn(),
                whole.account(),
                whole.evidence());
    }
}
