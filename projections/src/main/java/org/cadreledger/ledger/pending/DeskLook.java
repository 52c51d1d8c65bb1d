package org.cadreledger.ledger.pending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.listing.Rosters;
import org.cadreledger.cadre.listing.SearchText;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.ledger.DeskItem;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.PendingItems.DeskCounts;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.ledger.PendingItems.DeskView;
import org.cadreledger.ledger.PendingItems.Filter;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Looks through everything that waits, by the documents' fields alone, and reads the items of one page. */
final class DeskLook {
    private static final List<String> FIELDS = List.of(
            PendingProjection.ITEM,
            PendingProjection.STATUS,
            PendingProjection.MONTH,
            PendingProjection.RULE,
            PendingProjection.MATTER,
            PendingProjection.SINCE);

    private final DocumentCollection<PendingItem> documents;
    private final List<Line> lines = new ArrayList<>();

    /** @param since the document's place among all, the cursor after it */
    private record Line(
            String id,
            String cadreId,
            DeskState state,
            String month,
            @Nullable String rule,
            String matter,
            String since,
            @Nullable String name,
            String unit) {}

    private DeskLook(DocumentCollection<PendingItem> documents) {
        this.documents = documents;
    }

    static DeskView at(
            DocumentCollection<PendingItem> documents,
            Iterable<String> counties,
            Rosters rosters,
            Filter filter,
            PageRequest page) {
        DeskLook look = new DeskLook(documents);
        counties.forEach(county -> look.read(county, rosters.of(county)));
        look.lines.sort(Comparator.comparing(Line::since));
        return look.view(filter, page);
    }

    private void read(String county, Rosters.Roll roll) {
        documents.texts(county, "", FIELDS).forEach((id, fields) -> {
            String item = text(fields, PendingProjection.ITEM);
            String cadreId = item.substring(0, item.indexOf('/'));
            Listed cadre = roll.everyone().get(cadreId);
            lines.add(new Line(
                    id,
                    cadreId,
                    state(fields),
                    text(fields, PendingProjection.MONTH),
                    fields.get(PendingProjection.RULE),
                    text(fields, PendingProjection.MATTER),
                    text(fields, PendingProjection.SINCE),
                    cadre == null ? null : cadre.name(),
                    cadre == null ? "" : cadre.unit()));
        });
    }

    /** What the department entered has no status of a claim. */
    static DeskState state(Map<String, String> fields) {
        String status = fields.get(PendingProjection.STATUS);
        return status == null ? DeskState.UNCONFIRMED : DeskState.valueOf(status);
    }

    private static String text(Map<String, String> fields, String field) {
        return Objects.requireNonNullElse(fields.get(field), "");
    }

    private DeskView view(Filter filter, PageRequest page) {
        String text = SearchText.folded(filter.text());
        List<Line> ofAnyState = lines.stream()
                .filter(line ->
                        passes(line, filter) && SearchText.matches(text, line.cadreId(), line.name(), line.matter()))
                .toList();
        List<Line> found = ofAnyState.stream()
                .filter(line -> filter.state() == null || filter.state() == line.state())
                .toList();
        return new DeskView(
                page(found, page),
                found.size(),
                counts(ofAnyState),
                distinct(lines.stream().map(Line::month)).map(Month::parse).toList(),
                distinct(lines.stream().map(Line::unit)).toList(),
                distinct(lines.stream().map(Line::rule).filter(Objects::nonNull))
                        .toList());
    }

    private static Stream<String> distinct(Stream<String> values) {
        return values.distinct().sorted();
    }

    private static boolean passes(Line line, Filter filter) {
        Month month = filter.month();
        Instant before = filter.before();
        return (month == null || month.toString().equals(line.month()))
                && (filter.unit() == null || filter.unit().equals(line.unit()))
                && (filter.rule() == null || filter.rule().equals(line.rule()))
                && (before == null || line.since().compareTo(PendingProjection.since(before, "")) < 0);
    }

    private static DeskCounts counts(List<Line> found) {
        Map<DeskState, Integer> counts = new EnumMap<>(DeskState.class);
        found.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return new DeskCounts(
                counts.getOrDefault(DeskState.DECLARED, 0),
                counts.getOrDefault(DeskState.SCORED, 0),
                counts.getOrDefault(DeskState.RETURNED, 0),
                counts.getOrDefault(DeskState.UNCONFIRMED, 0));
    }

    /** An item that was decided since its line was read is left out. */
    private Page<DeskItem> page(List<Line> found, PageRequest page) {
        String after = page.after();
        List<Line> rest = found.stream()
                .filter(line -> after == null || line.since().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        boolean more = rest.size() > page.limit();
        List<Line> part = more ? rest.subList(0, page.limit()) : rest;
        Map<String, PendingItem> bodies = new HashMap<>();
        for (Found<PendingItem> item :
                documents.find(part.stream().map(Line::id).toList())) {
            bodies.put(item.id(), item.body());
        }
        List<DeskItem> items = new ArrayList<>();
        for (Line line : part) {
            PendingItem item = bodies.get(line.id());
            if (item != null) {
                items.add(new DeskItem(item, line.name(), line.unit()));
            }
        }
        return new Page<>(items, more ? part.getLast().since() : null);
    }
}
