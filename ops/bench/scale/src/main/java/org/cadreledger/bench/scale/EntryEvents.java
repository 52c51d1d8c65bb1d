package org.cadreledger.bench.scale;

import java.util.List;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.LedgerEvent.DeductionApplied;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;

/** What one entry of a ledger goes through, by the rules of a catalogue; the same for the same dice. */
final class EntryEvents {
    private static final String[] WORK = {
        "年度公益服务活动", "防汛值守工作先进个人", "乡村振兴重点任务按期完成", "信访积案化解", "优化营商环境专项工作", "会议纪律", "材料报送迟误", "公文差错"
    };

    private final Catalogue catalogue;
    private final List<String> bonuses;
    private final List<String> deductions;

    EntryEvents(Catalogue catalogue) {
        this.catalogue = catalogue;
        bonuses = rules(Catalogue.Kind.BONUS);
        deductions = rules(Catalogue.Kind.DEDUCTION);
    }

    /** @param before how many stages of its life come after this one */
    LedgerEvent ofClaim(String id, int entry, Month month, long dice, int before) {
        String claim = id + "-" + entry;
        String rule = bonuses.get((int) Long.remainderUnsigned(dice >>> 8, bonuses.size()));
        Points points = new Points(10 + Long.remainderUnsigned(dice >>> 16, 500) / 10 * 10);
        String matter = WORK[(int) Long.remainderUnsigned(dice >>> 24, 5)] + entry;
        return switch (before) {
            case 2 ->
                new BonusClaimed(
                        id,
                        claim,
                        month,
                        rule,
                        null,
                        1,
                        points,
                        matter,
                        month.firstDay(),
                        List.of(new EvidenceRef("e" + claim, CountyYear.hex(dice) + CountyYear.hex(dice + 1))),
                        "本人在%s中认真履行职责，按期完成了组织交办的第%d项任务，现予申报。".formatted(matter, dice & 0xffff));
            case 1 -> new ClaimScored(id, claim, null, matter, points, null);
            default ->
                new ClaimApproved(
                        id,
                        claim,
                        new Entry(claim, EntryKind.BONUS, rule, null, null, 1, matter, points, month, month, false),
                        null);
        };
    }

    /** @param before as for claims */
    LedgerEvent ofDeduction(String id, int entry, Month month, long dice, int before) {
        String deduction = id + "-" + entry;
        boolean base = (dice >>> 40 & 3) == 0;
        String rule = base ? null : deductions.get((int) Long.remainderUnsigned(dice >>> 8, deductions.size()));
        String item = base ? catalogue.baseItems().get((int) Long.remainderUnsigned(dice >>> 8, catalogue.baseItems().size())).item() : null;
        EntryKind kind = base ? EntryKind.BASE : EntryKind.DEDUCTION;
        Points points = new Points(10 + Long.remainderUnsigned(dice >>> 16, 200) / 10 * 10);
        String matter = WORK[5 + (int) Long.remainderUnsigned(dice >>> 24, 3)] + entry;
        return before == 0
                ? new DeductionConfirmed(
                        id,
                        deduction,
                        new Entry(deduction, kind, rule, null, item, 1, matter, points, month, month, false),
                        null)
                : new DeductionApplied(
                        id,
                        deduction,
                        new Proposal(
                                kind, rule, null, item, 1, points, month, matter, month.firstDay(), "旗纪发〔2025〕" + (dice & 0xff) + "号", List.of(), null));
    }

    private List<String> rules(Catalogue.Kind kind) {
        return catalogue.rules().stream()
                .filter(rule -> rule.kind() == kind)
                .map(Catalogue.Rule::code)
                .toList();
    }
}
