package org.cadreledger.testbed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.Ties;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.Category;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Level;
import org.cadreledger.catalogue.Catalogue.Repeats;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.ledger.ClaimBonus;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.period.publishing.BoardDefaults;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What tests begin with. */
public final class Given {
    public static final BoardDefaults DEFAULTS = new BoardDefaults(
            new BoardDefaults.Scoring(QuarterScoring.PERIOD, YearScoring.PERIOD),
            new BoardDefaults.Ranking(Ties.EXCLUDE, 15, 5));
    public static final EvidenceRef FILE = new EvidenceRef("e1", "ab".repeat(32));

    private Given() {}

    /** A cadre of no group who brings neither entries nor open items. */
    public static CadreTransferredIn joins(String cadreId, String county, String from, LocalDate since) {
        return new CadreTransferredIn(
                cadreId,
                county,
                from,
                Category.SECTION,
                "unit-9",
                "post",
                null,
                null,
                LocalDate.parse("2025-06-01"),
                since,
                List.of(),
                List.of(),
                List.of(),
                "Name");
    }

    public static Points points(String decimal) {
        return Points.of(new BigDecimal(decimal));
    }

    public static JurisdictionDefined county(String code, int objectionDays) {
        return new JurisdictionDefined(code, "County", "Asia/Shanghai", objectionDays, Month.parse("2026-01"), false);
    }

    public static CadreRegistered cadre(String cadreId, String jurisdiction, String unit) {
        return new CadreRegistered(
                cadreId,
                jurisdiction,
                Category.SECTION,
                unit,
                "post",
                null,
                null,
                LocalDate.parse("2025-06-01"),
                "Name of " + cadreId);
    }

    /** The primary source's shape: A1 with levels, A3 once a year, A7; AM once a month, AQ once a quarter; N1, N3, N5. */
    public static CatalogueDrafted drafted(int version, String national) {
        return new CatalogueDrafted(
                version,
                null,
                List.of(new BaseItem("P1", Points.of(30)), new BaseItem("D1", Points.of(70))),
                Points.of(10),
                List.of(
                        new Rule(
                                "A1",
                                Kind.BONUS,
                                "commended",
                                List.of(
                                        new Level("national", points(national)),
                                        new Level("region", Points.of(4)),
                                        new Level("city", Points.of(2))),
                                null,
                                true,
                                Repeats.EACH),
                        rule("A3", Kind.BONUS, "1", false, Repeats.YEAR),
                        rule("A7", Kind.BONUS, "3", true, Repeats.EACH),
                        rule("AM", Kind.BONUS, "0.5", false, Repeats.MONTH),
                        rule("AQ", Kind.BONUS, "2", false, Repeats.QUARTER),
                        rule("N1", Kind.DEDUCTION, "5", false, Repeats.EACH),
                        rule("N3", Kind.DEDUCTION, "3", false, Repeats.YEAR),
                        rule("N5", Kind.DEDUCTION, "1", false, Repeats.EACH)));
    }

    private static Rule rule(String code, Kind kind, String points, boolean evidence, Repeats repeats) {
        return new Rule(code, kind, code, List.of(), points(points), evidence, repeats);
    }

    public static CataloguePublished published(int version, @Nullable String from) {
        return new CataloguePublished(version, null, from == null ? null : Month.parse(from));
    }

    /** A claim of c1 for 2026-03: A1, national. */
    public static ClaimBonus claim(String id) {
        return claim(id, "2026-03", "A1", "national");
    }

    public static ClaimBonus claim(@Nullable String id, String month, String rule, @Nullable String level) {
        return new ClaimBonus(
                "c1",
                id,
                Month.parse(month),
                rule,
                level,
                "flood relief",
                LocalDate.parse("2026-01-10"),
                "what was done",
                List.of(FILE));
    }

    /** A deduction from c1 for 2026-03: N1. */
    public static ApplyDeduction deduction(String id) {
        return deduction(id, "2026-03", "N1");
    }

    public static ApplyDeduction deduction(String id, String month, String rule) {
        return new ApplyDeduction(
                "c1",
                id,
                Month.parse(month),
                rule,
                null,
                "late report",
                LocalDate.parse("2026-01-20"),
                "document 7",
                List.of(),
                null);
    }
}
