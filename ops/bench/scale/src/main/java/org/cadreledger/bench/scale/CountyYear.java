package org.cadreledger.bench.scale;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.Category;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.catalogue.drafting.DefaultCatalogue;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.store.CommitDraft;
import org.cadreledger.time.Month;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * What the log of one county holds after one year, as numbered steps: any step can be made without the others, the same ones
 * each time. Cadres' entries lie spread over the months and mixed among one another, as they do in a real log.
 */
final class CountyYear {
    static final String COUNTY = "150726";
    static final Year YEAR = new Year(2025);
    static final BoardSettings SETTINGS = new BoardSettings(
            1,
            BoardSettings.QuarterScoring.PERIOD,
            BoardSettings.YearScoring.PERIOD,
            BoardSettings.Ties.EXCLUDE,
            15,
            5,
            0);

    private static final int MONTHS = 12;
    private static final int UNITS = 2_000;
    /** Of the entries the share that are claims; the others are entered by the department. */
    private static final int CLAIMS_IN_TEN = 7;

    private static final int SEVEN_DIGITS = 10_000_000;
    private static final List<String> UNIT_NAMES =
            IntStream.range(0, UNITS).mapToObj("第%04d苏木镇政府"::formatted).toList();

    private static final int STRIDE = 7_368_787;
    private static final Month FIRST = new Month(YEAR.year(), 1);
    private static final Catalogue CATALOGUE = DefaultCatalogue.load();
    private static final EntryEvents WHAT_HAPPENS = new EntryEvents(CATALOGUE);

    private final int cadres;
    private final int entries;
    private final boolean lives;

    /** A commit to be made, with its time. */
    record Step(CommitDraft draft, Instant at) {}

    CountyYear(int cadres, int entries, boolean lives) {
        this.cadres = cadres;
        this.entries = entries;
        this.lives = lives;
    }

    static String cadre(int number) {
        return "c" + Integer.toString(SEVEN_DIGITS + number).substring(1);
    }

    /** Steps from {@code from} on; fewer than asked at the end of a part. Parts: opening, register, each month. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(3, this::opening));
        parts.add(new Part(cadres, this::registered));
        for (int month = 0; month < MONTHS; month++) {
            int first = (month * entries + MONTHS - 1) / MONTHS;
            int end = ((month + 1) * entries + MONTHS - 1) / MONTHS;
            int inMonth = month;
            for (int entry = first; entry < end; entry++) {
                int number = entry;
                int stages = lives ? 3 : 1;
                parts.add(new Part((long) cadres * stages, step -> entered(inMonth, number, stages, step)));
            }
            parts.add(new Part(1, step -> closed(inMonth)));
        }
        return parts;
    }

    /** Some steps of one kind; a step may make nothing (null). */
    record Part(long size, LongFunction<@Nullable Step> step) {
        /** Of the county as a whole or the catalogue, not of a cadre. */
        boolean isOfCounty() {
            return size <= 3;
        }
    }

    private Step opening(long step) {
        Instant at = LocalDate.of(2024, 12, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return switch ((int) step) {
            case 0 ->
                ofCatalogue(
                        at,
                        step,
                        new CatalogueDrafted(
                                1, null, CATALOGUE.baseItems(), CATALOGUE.matterCap(), CATALOGUE.rules()));
            case 1 -> ofCatalogue(at, step, new CataloguePublished(1, null, null));
            default ->
                step(
                        at,
                        "admin",
                        COUNTY,
                        Streams.jurisdiction(COUNTY),
                        "Jurisdiction",
                        0,
                        new JurisdictionDefined(COUNTY, "百万旗", "Asia/Shanghai", 0, FIRST, true));
        };
    }

    private static Step ofCatalogue(Instant at, long sequence, Object event) {
        return step(at, "admin", null, Streams.CATALOGUE, "RuleCatalogue", sequence, event);
    }

    private Step registered(long number) {
        String id = cadre((int) number);
        Instant at = LocalDate.of(2024, 12, 2).atStartOfDay().toInstant(ZoneOffset.UTC);
        return step(
                at,
                "admin",
                COUNTY,
                Streams.cadre(id),
                "Cadre",
                0,
                new CadreRegistered(
                        id,
                        COUNTY,
                        Category.SECTION,
                        UNIT_NAMES.get((int) (number % UNITS)),
                        "科员",
                        null,
                        null,
                        LocalDate.of(2020, 1, 1),
                        "姓名" + number));
    }

    private Step closed(int month) {
        Month closed = new Month(YEAR.year(), month + 1);
        return step(
                closed.lastDay().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                "publisher",
                COUNTY,
                Streams.period(COUNTY, YEAR.year()),
                "Periods",
                month,
                new MonthClosed(COUNTY, closed, null));
    }

    static CommitDraft published(long sequence) {
        return step(
                        Instant.EPOCH,
                        "publisher",
                        COUNTY,
                        Streams.period(COUNTY, YEAR.year()),
                        "Periods",
                        sequence,
                        new BoardPublished(COUNTY, YEAR, 1, SETTINGS, List.of(), null, null))
                .draft();
    }

    /** In each round of a month every cadre comes once, in another order. */
    private @Nullable Step entered(int month, int entry, int stages, long step) {
        int stage = (int) (step / cadres);
        int cadre = (int) ((step % cadres * STRIDE + entry * 31L) % cadres);
        long dice = mixed((long) cadre * 64 + entry);
        boolean claim = Long.remainderUnsigned(dice, 10) < CLAIMS_IN_TEN;
        int last = claim ? stages - 1 : Math.min(1, stages - 1);
        if (stage > last) {
            return null;
        }
        String id = cadre(cadre);
        Month of = new Month(YEAR.year(), month + 1);
        LedgerEvent event = claim
                ? WHAT_HAPPENS.ofClaim(id, entry, of, dice, last - stage)
                : WHAT_HAPPENS.ofDeduction(id, entry, of, dice, last - stage);
        int sequence = stages == 1 ? entry : sequence(cadre, entry) + stage;
        long within = (entry * stages + stage) % (entries * stages) * 3_600_000L / 8;
        return step(
                of.firstDay().atStartOfDay().toInstant(ZoneOffset.UTC).plusMillis(within),
                stage == 0 && claim && stages > 1 ? id : "reviewer" + cadre % 40,
                COUNTY,
                Streams.ledger(id, YEAR.year()),
                "CadreLedger",
                sequence,
                event);
    }

    private int sequence(int cadre, int entry) {
        int sequence = 0;
        for (int before = 0; before < entry; before++) {
            sequence += Long.remainderUnsigned(mixed((long) cadre * 64 + before), 10) < CLAIMS_IN_TEN ? 3 : 2;
        }
        return sequence;
    }

    private static Step step(
            Instant at, String by, @Nullable String county, String stream, String type, long sequence, Object event) {
        long dice = mixed(stream.hashCode() * 1_000_003L + sequence);
        UUID id = new UUID(dice, mixed(dice));
        UUID key = new UUID(mixed(dice + 1), mixed(dice + 2));
        String hash = hex(mixed(dice + 3)) + hex(mixed(dice + 4));
        return new Step(
                new CommitDraft(
                        "user/" + by + "/" + key,
                        hash + hash,
                        "{\"id\":\"" + id + "\",\"status\":\"DONE\"}",
                        by,
                        List.of(new CommitDraft.Event(id.toString(), stream, type, sequence, county, event))),
                at);
    }

    static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    /** The finisher of splitmix64. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
