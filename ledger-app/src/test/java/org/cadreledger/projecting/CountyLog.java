package org.cadreledger.projecting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.Category;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.points.Points;
import org.cadreledger.store.CommitDraft;
import org.cadreledger.store.CommitLog;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Writes a county's events as the write side would, without deciding anything. */
final class CountyLog {
    static final BoardSettings SETTINGS = new BoardSettings(
            1,
            BoardSettings.QuarterScoring.PERIOD,
            BoardSettings.YearScoring.PERIOD,
            BoardSettings.Ties.EXCLUDE,
            15,
            5,
            5);

    private static final int COMMIT = 300;

    private final CommitLog log;
    final String county;
    private final Map<String, Long> sequences = new HashMap<>();

    CountyLog(CommitLog log, String county) {
        this.log = log;
        this.county = county;
    }

    long append(String by, String stream, Object... events) {
        return append(by, stream, county, events);
    }

    private long append(String by, String stream, @Nullable String jurisdiction, Object... events) {
        List<CommitDraft.Event> drafts = new ArrayList<>();
        for (Object event : events) {
            long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            String type = stream.substring(0, Math.max(1, stream.indexOf(':')));
            drafts.add(
                    new CommitDraft.Event(UUID.randomUUID().toString(), stream, type, sequence, jurisdiction, event));
        }
        return log.append(new CommitDraft("command/" + UUID.randomUUID(), null, null, by, drafts));
    }

    /** An event of a stream, to be written with others. */
    record Of(String stream, Object event) {}

    /** Many at once, in commits of some hundred. */
    long appendAll(String by, List<Of> events) {
        long position = 0;
        for (int from = 0; from < events.size(); from += COMMIT) {
            List<CommitDraft.Event> drafts = new ArrayList<>();
            for (Of each : events.subList(from, Math.min(events.size(), from + COMMIT))) {
                String stream = each.stream();
                long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
                String type = stream.substring(0, Math.max(1, stream.indexOf(':')));
                drafts.add(new CommitDraft.Event(
                        UUID.randomUUID().toString(), stream, type, sequence, county, each.event()));
            }
            position = log.append(new CommitDraft("command/" + UUID.randomUUID(), null, null, by, drafts));
        }
        return position;
    }

    void catalogue() {
        List<Catalogue.BaseItem> base = List.of(new Catalogue.BaseItem("P1", Points.of(100)));
        List<Catalogue.Rule> rules = List.of(new Catalogue.Rule(
                "A7", Catalogue.Kind.BONUS, "公益服务", List.of(), Points.of(3), true, Catalogue.Repeats.EACH));
        append(
                "system",
                Streams.CATALOGUE,
                (String) null,
                new CatalogueDrafted(1, null, base, Points.of(10), rules),
                new CataloguePublished(1, null, null));
    }

    void define(Month firstMonth) {
        append(
                "admin",
                Streams.jurisdiction(county),
                new JurisdictionDefined(county, "县", "Asia/Shanghai", 5, firstMonth, false));
    }

    void register(String cadreId) {
        register(cadreId, "名" + cadreId, "办公室", Category.SECTION);
    }

    void register(String cadreId, String name, String unit, Category category) {
        append("reg", Streams.cadre(cadreId), registered(cadreId, name, unit, category));
    }

    CadreRegistered registered(String cadreId, String name, String unit, Category category) {
        return new CadreRegistered(cadreId, county, category, unit, "主任", null, null, LocalDate.of(2025, 1, 1), name);
    }

    long claim(String cadreId, String claimId, Month month) {
        return claim(cadreId, claimId, month, "account");
    }

    /** @param files names, which stand for their contents too */
    long claim(String cadreId, String claimId, Month month, String account, String... files) {
        return append(
                "u-" + cadreId,
                Streams.ledger(cadreId, month.year()),
                claimed(cadreId, claimId, month, account, files));
    }

    static BonusClaimed claimed(String cadreId, String claimId, Month month, String account, String... files) {
        return new BonusClaimed(
                cadreId,
                claimId,
                month,
                "A7",
                null,
                1,
                Points.of(3),
                "matter " + claimId,
                month.firstDay(),
                Arrays.stream(files)
                        .map(file -> new EvidenceRef(cadreId + "-" + file, file))
                        .toList(),
                account);
    }

    long score(String cadreId, String claimId, Month month) {
        return append(
                "li",
                Streams.ledger(cadreId, month.year()),
                new ClaimScored(cadreId, claimId, null, "matter " + claimId, Points.of(3), null));
    }

    long approve(String cadreId, String claimId, Month month, Points points) {
        Entry entry = new Entry(
                claimId, Entry.EntryKind.BONUS, "A7", null, null, 1, "matter " + claimId, points, month, month, false);
        return append("wang", Streams.ledger(cadreId, month.year()), new ClaimApproved(cadreId, claimId, entry, null));
    }

    long reverse(String cadreId, String entryId, Month month) {
        return append(
                "zhao",
                Streams.ledger(cadreId, month.year()),
                new EntryReversed(cadreId, entryId, "found false", false, null));
    }

    void declare(String cadreId, Month month) {
        append("u-" + cadreId, Streams.ledger(cadreId, month.year()), new MonthDeclared(cadreId, month, "done"));
    }

    long close(Month month) {
        return append("chen", Streams.period(county, month.year()), new MonthClosed(county, month, null));
    }

    long publish(Period period, int revision) {
        return append(
                "chen",
                Streams.period(county, period.year()),
                new BoardPublished(county, period, revision, SETTINGS, List.of(), LocalDate.of(2026, 4, 10), null));
    }

    /** A quarter's worth: every cadre claims each month, most are approved, months closed, the board published. */
    long quarter(Period quarter, int cadres) {
        for (Month month : quarter.months()) {
            for (int i = 0; i < cadres; i++) {
                String cadre = "c" + i;
                String claim = month + "-" + i;
                claim(cadre, claim, month);
                approve(cadre, claim, month, Points.of(1 + (i * 7 + month.month()) % 9));
            }
            close(month);
        }
        return publish(quarter, 1);
    }
}
