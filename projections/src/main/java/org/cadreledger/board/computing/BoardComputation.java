package org.cadreledger.board.computing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.Board.WhyNotRanked;
import org.cadreledger.board.Designation;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;
import org.cadreledger.board.ranking.Eligibility;
import org.cadreledger.board.ranking.GroupRanking;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.ledger.scoring.CountingEntry;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Computes a board from the facts that the log held when it was published, and nothing after (architecture.md "Read
 * side"). The same publication and facts always give the same content, byte for byte. One instance computes one board.
 */
public final class BoardComputation {
    private final Recorded<BoardPublished> published;
    private final BoardFacts facts;
    private final Eligibility eligibility;
    private final PeriodScoring scoring;

    private BoardComputation(Recorded<BoardPublished> published, BoardFacts facts) {
        this.published = published;
        this.facts = facts;
        Month booksFrom = booksFrom();
        this.eligibility = new Eligibility(firstDay(booksFrom), period().lastDay());
        Map<Month, Catalogue> catalogues = catalogues();
        this.scoring = new PeriodScoring(
                PeriodScoring.Modes.of(published.event().settings()),
                booksFrom,
                month -> Objects.requireNonNull(catalogues.get(month), "no catalogue in force"));
    }

    /** @throws IllegalStateException when no catalogue is in force */
    public static BoardContent compute(Recorded<BoardPublished> published, BoardFacts facts) {
        return new BoardComputation(published, facts).content();
    }

    private BoardContent content() {
        Map<String, Long> totals = facts.tallies().map(this::total);
        Map<Category, CategoryDraft> drafts = new HashMap<>();
        String[] cadreIds = facts.cadres().keySet().toArray(new String[0]);
        Arrays.sort(cadreIds);
        for (String cadreId : cadreIds) {
            CadreFile file = Objects.requireNonNull(facts.cadres().get(cadreId));
            Particulars particulars = onLastDay(file);
            if (particulars != null && particulars.category() != null) {
                drafts.computeIfAbsent(particulars.category(), category -> new CategoryDraft(totals))
                        .add(cadreId, particulars, whyNotRanked(file, particulars));
            }
        }
        List<CategoryContent> categories = new ArrayList<>();
        for (Category category : Category.values()) {
            CategoryDraft draft = drafts.getOrDefault(category, new CategoryDraft(totals));
            categories.add(draft.content(category));
        }
        BoardPublished event = published.event();
        return new BoardContent(
                event.jurisdiction(), event.period(), event.revision(), published.position(), categories);
    }

    /** domain.md "Ranking": unit, group and jurisdiction are those of the period's last day. Null: not of this county. */
    private @Nullable Particulars onLastDay(CadreFile file) {
        return file.on(period().lastDay(), published.guard())
                .filter(held -> published.event().jurisdiction().equals(held.jurisdiction()))
                .orElse(null);
    }

    private @Nullable WhyNotRanked whyNotRanked(CadreFile file, Particulars particulars) {
        List<Absence> absences = file.absences().isEmpty() ? List.of() : file.absencesAt(published.guard());
        return eligibility.whyNotRanked(particulars.registeredOn(), absences);
    }

    /** Hundredths of points. */
    private long total(Collection<Tally> tallies) {
        List<CountingEntry> entries =
                Tally.entriesIn(new Year(period().year()), tallies, facts.periods(), published.guard());
        return scoring.score(period(), entries).total().hundredths();
    }

    private Period period() {
        return published.event().period();
    }

    /** Months close in order from the books' first on: the first closed one is the books' first. */
    private @Nullable Month booksFrom() {
        NavigableMap<Month, Long> closings = facts.periods().closings();
        return closings.isEmpty() || closings.firstEntry().getValue() >= published.guard() ? null : closings.firstKey();
    }

    /** domain.md "Cycle": a period that began before the books has only their later months. */
    private LocalDate firstDay(@Nullable Month booksFrom) {
        return booksFrom != null && period().contains(booksFrom) ? booksFrom.firstDay() : period().firstDay();
    }

    /** Looked up once a board, not once a cadre. */
    private Map<Month, Catalogue> catalogues() {
        Map<Month, Catalogue> catalogues = new HashMap<>();
        String jurisdiction = published.event().jurisdiction();
        for (Month month : period().months()) {
            facts.catalogues()
                    .inForce(month, jurisdiction, published.guard())
                    .ifPresent(catalogue -> catalogues.put(month, catalogue));
        }
        if (!catalogues.containsKey(period().lastMonth())) {
            throw new IllegalStateException("no catalogue in force in " + period().lastMonth());
        }
        return catalogues;
    }

    /** Collects the cadres of a category, in the order of their ids, by ranking group. */
    private final class CategoryDraft {
        private final NavigableMap<String, List<Member>> groups = new TreeMap<>();
        private final List<NotRankedRow> notRanked = new ArrayList<>();
        private final Map<String, Long> totals;

        CategoryDraft(Map<String, Long> totals) {
            this.totals = totals;
        }

        private record Member(String cadreId, String unit) {}

        void add(String cadreId, Particulars particulars, @Nullable WhyNotRanked reason) {
            if (reason != null) {
                notRanked.add(new NotRankedRow(cadreId, particulars.unit(), reason));
                return;
            }
            groups.computeIfAbsent(keyOf(particulars.group()), group -> new ArrayList<>())
                    .add(new Member(cadreId, particulars.unit()));
        }

        CategoryContent content(Category category) {
            List<GroupSummary> summaries = new ArrayList<>();
            List<Row> rows = new ArrayList<>();
            groups.forEach((key, members) -> {
                GroupRanking ranking = rank(members, designations(category, key));
                @Nullable String group = key.isEmpty() ? null : key;
                summaries.add(new GroupSummary(group, members.size(), ranking.cuts(), ranking.tiedAtCut()));
                addRows(rows, group, members, ranking);
            });
            return new CategoryContent(category, summaries, rows, notRanked);
        }

        private GroupRanking rank(List<Member> members, List<Designation> designations) {
            long withoutEntries = total(List.of());
            long[] ofMembers = members.stream()
                    .mapToLong(member -> totals.getOrDefault(member.cadreId(), withoutEntries))
                    .toArray();
            List<String> ids = members.stream().map(Member::cadreId).toList();
            return GroupRanking.of(ids, ofMembers, published.event().settings(), designations);
        }

        private void addRows(List<Row> rows, @Nullable String group, List<Member> members, GroupRanking ranking) {
            for (GroupRanking.Ranked ranked : ranking.ranked()) {
                String unit = members.get(ranked.candidate()).unit();
                rows.add(new Row(ranked.rank(), ranked.cadreId(), unit, group, ranked.total(), ranked.list()));
            }
        }

        private List<Designation> designations(Category category, String key) {
            return published.event().designations().stream()
                    .filter(designation -> designation.category() == category
                            && keyOf(designation.group()).equals(key))
                    .toList();
        }

        /** No group and an empty one are the category's default group. */
        private static String keyOf(@Nullable String group) {
            return group == null ? "" : group;
        }
    }
}
