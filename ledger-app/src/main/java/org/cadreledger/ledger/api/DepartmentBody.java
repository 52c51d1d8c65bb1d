package org.cadreledger.ledger.api;

import java.math.BigDecimal;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.ledger.ApplyBaseDeduction;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.ledger.AwardBonus;
import org.cadreledger.web.Bulk;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/** Bodies of what the department enters; the pages fill in the same. */
public final class DepartmentBody {
    private DepartmentBody() {}

    public record Deduction(
            @Nullable String deductionId,
            @Nullable String month,
            @Nullable String rule,
            @Nullable String level,
            @Nullable String matter,
            @Nullable String occurredOn,
            @Nullable String basis,
            @Nullable List<@Nullable String> evidence) {
        public ApplyDeduction command(String cadreId, Actor actor, EvidenceAccess access) {
            Checks checks = new Checks();
            return checks.valid(new ApplyDeduction(
                    cadreId,
                    checks.optionalId("deductionId", deductionId),
                    checks.month("month", month),
                    checks.id("rule", rule),
                    checks.optionalId("level", level),
                    checks.line("matter", matter, Checks.MATTER),
                    checks.date("occurredOn", occurredOn),
                    checks.text("basis", basis, Checks.REASON),
                    access.refs(checks, actor, evidence),
                    null));
        }
    }

    public record BaseDeduction(
            @Nullable String deductionId,
            @Nullable String month,
            @Nullable String item,
            @Nullable BigDecimal points,
            @Nullable String matter,
            @Nullable String occurredOn,
            @Nullable String basis,
            @Nullable List<@Nullable String> evidence) {
        public ApplyBaseDeduction command(String cadreId, Actor actor, EvidenceAccess access) {
            Checks checks = new Checks();
            return checks.valid(new ApplyBaseDeduction(
                    cadreId,
                    checks.optionalId("deductionId", deductionId),
                    checks.month("month", month),
                    checks.id("item", item),
                    checks.positive("points", points),
                    checks.line("matter", matter, Checks.MATTER),
                    checks.date("occurredOn", occurredOn),
                    checks.text("basis", basis, Checks.REASON),
                    access.refs(checks, actor, evidence)));
        }
    }

    public record Party(
            @Nullable String cadreId,
            @Nullable String deductionId,
            @Nullable String role) {}

    /** A unit's criticism (N5): the same for several cadres, each with a part in it. */
    public record UnitDeduction(
            @Nullable String month,
            @Nullable String rule,
            @Nullable String level,
            @Nullable String matter,
            @Nullable String occurredOn,
            @Nullable String basis,
            @Nullable List<@Nullable String> evidence,
            @Nullable List<@Nullable Party> parties) {
        public List<ApplyDeduction> commands(Actor actor, EvidenceAccess access) {
            Checks checks = new Checks();
            ApplyDeduction common = new ApplyDeduction(
                    "",
                    null,
                    checks.month("month", month),
                    checks.id("rule", rule),
                    checks.optionalId("level", level),
                    checks.line("matter", matter, Checks.MATTER),
                    checks.date("occurredOn", occurredOn),
                    checks.text("basis", basis, Checks.REASON),
                    access.refs(checks, actor, evidence),
                    null);
            List<ApplyDeduction> all =
                    checks.list("parties", parties, 1, Bulk.MOST, (place, party) -> of(checks, place, party, common));
            checks.unique("parties", all.stream().map(ApplyDeduction::cadreId).toList());
            return checks.valid(all);
        }

        private static ApplyDeduction of(Checks checks, String place, Party party, ApplyDeduction common) {
            return new ApplyDeduction(
                    checks.id(place + ".cadreId", party.cadreId()),
                    checks.optionalId(place + ".deductionId", party.deductionId()),
                    common.month(),
                    common.rule(),
                    common.level(),
                    common.matter(),
                    common.occurredOn(),
                    common.basis(),
                    common.evidence(),
                    checks.line(place + ".role", party.role(), Checks.NAME));
        }
    }

    /** A commendation that names many. */
    public record Bonus(
            @Nullable String month,
            @Nullable String rule,
            @Nullable String level,
            @Nullable String matter,
            @Nullable String occurredOn,
            @Nullable String basis,
            @Nullable List<@Nullable String> evidence,
            @Nullable List<@Nullable String> cadreIds) {
        public List<AwardBonus> commands(Actor actor, EvidenceAccess access) {
            Checks checks = new Checks();
            List<String> cadres = checks.ids("cadreIds", cadreIds, 1, Bulk.MOST);
            checks.unique("cadreIds", cadres);
            AwardBonus common = checks.valid(new AwardBonus(
                    "",
                    null,
                    checks.month("month", month),
                    checks.id("rule", rule),
                    checks.optionalId("level", level),
                    checks.line("matter", matter, Checks.MATTER),
                    checks.date("occurredOn", occurredOn),
                    checks.text("basis", basis, Checks.REASON),
                    access.refs(checks, actor, evidence)));
            return cadres.stream().map(cadreId -> of(cadreId, common)).toList();
        }

        private static AwardBonus of(String cadreId, AwardBonus common) {
            return new AwardBonus(
                    cadreId,
                    null,
                    common.month(),
                    common.rule(),
                    common.level(),
                    common.matter(),
                    common.occurredOn(),
                    common.basis(),
                    common.evidence());
        }
    }
}
