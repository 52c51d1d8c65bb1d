package org.cadreledger.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;

/** Random entries: few matters in many spellings, few amounts, late for their month, reversed before and after boards. */
final class Books {
    private static final String[] MATTERS = {
        "抗洪抢险", " 抗洪抢险\u3000", "Caf\u00e9 fund", "Cafe\u0301  fund", "\tCaf\u00e9\u00a0fund ", "flood", "Flood"
    };
    private static final long[] HUNDREDTHS = {50, 100, 100, 200, 300, 500, 800};

    private final Random random;
    private final RandomLog log;
    private final People people;
    private final List<Posted> posted = new ArrayList<>();
    private int numbers;

    /** @param counties whose projections hold the entry */
    private record Posted(String cadreId, int streamYear, Entry entry, Set<String> counties) {}

    Books(Random random, RandomLog log, People people) {
        this.random = random;
        this.log = log;
        this.people = people;
    }

    /**
     * @param firstMonth of the books
     * @param open the earliest open month
     * @param stale whether the write side has not seen the last closing
     */
    void post(Month firstMonth, Month open, boolean stale) {
        String cadreId = people.any();
        Month declared = open.plus(random.nextInt(6) - 4);
        if (declared.isBefore(firstMonth)) {
            declared = firstMonth;
        }
        boolean fixed = random.nextInt(10) == 0;
        Month seenOpen = stale && open.isAfter(firstMonth) ? open.previous() : open;
        Month countsIn = !fixed && declared.isBefore(seenOpen) ? seenOpen : declared;
        Entry entry = entry(cadreId, declared, countsIn, fixed);
        int streamYear = declared.year();
        String county = people.countyOf(cadreId);
        log.append(stream(cadreId, streamYear), county, event(cadreId, entry));
        if (countsIn.year() != streamYear) {
            log.appendToSameCommit(
                    stream(cadreId, countsIn.year()),
                    county,
                    new EntryBroughtForward(cadreId, entry.entryId(), streamYear, entry));
        }
        posted.add(new Posted(cadreId, streamYear, entry, new HashSet<>(Set.of(county))));
    }

    void reverse() {
        if (posted.isEmpty()) {
            return;
        }
        Posted chosen = posted.remove(random.nextInt(posted.size()));
        boolean first = true;
        for (String county : chosen.counties().stream().sorted().toList()) {
            EntryReversed event =
                    new EntryReversed(chosen.cadreId(), chosen.entry().entryId(), "reason", false, null);
            if (first) {
                log.append(stream(chosen.cadreId(), chosen.streamYear()), county, event);
            } else {
                log.appendToSameCommit(stream(chosen.cadreId(), chosen.streamYear()), county, event);
            }
            first = false;
        }
    }

    /** What a cadre takes along to a county. */
    List<Entry> broughtTo(String county, String cadreId) {
        List<Entry> brought = new ArrayList<>();
        for (Posted each : posted) {
            if (each.cadreId().equals(cadreId)) {
                each.counties().add(county);
                brought.add(each.entry());
            }
        }
        return brought;
    }

    private Entry entry(String cadreId, Month declared, Month countsIn, boolean fixed) {
        EntryKind kind = List.of(EntryKind.values()).get(random.nextInt(3));
        String item = kind == EntryKind.BASE ? new String[] {"P1", "P2", "D1", "C1"}[random.nextInt(4)] : null;
        return new Entry(
                cadreId + "-e" + numbers++,
                kind,
                item == null ? "A1" : null,
                null,
                item,
                1,
                MATTERS[random.nextInt(MATTERS.length)],
                new Points(HUNDREDTHS[random.nextInt(HUNDREDTHS.length)]),
                declared,
                countsIn,
                fixed);
    }

    private LedgerEvent event(String cadreId, Entry entry) {
        if (entry.fixed()) {
            return new CorrectionPosted(cadreId, entry.entryId(), entry, "objection");
        }
        return switch (random.nextInt(3)) {
            case 0 -> new ClaimApproved(cadreId, entry.entryId(), entry, null);
            case 1 -> new DeductionConfirmed(cadreId, entry.entryId(), entry, null);
            default -> new GradePosted(cadreId, entry.entryId(), entry, 2025);
        };
    }

    private static String stream(String cadreId, int year) {
        return "ledger:" + cadreId + ":" + year;
    }
}
