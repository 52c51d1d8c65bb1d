package org.cadreledger.ledger.desk.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.EvidenceStore;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.ItemStory.Action;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.Twins;
import org.cadreledger.ledger.outlook.Outlooks;
import org.cadreledger.ledger.scoring.Matters;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Year;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what belongs beside one item of a desk. */
@Component
class ItemPanels {
    private static final Set<Action> BEGINNINGS = EnumSet.of(Action.CLAIMED, Action.CHANGED, Action.ENTERED);

    private final Ledgers ledgers;
    private final Cadres cadres;
    private final FreshFolds folds;
    private final EvidenceStore files;
    private final Twins twins;
    private final Outlooks outlooks;
    private final Reach reach;

    ItemPanels(
            Ledgers ledgers,
            Cadres cadres,
            FreshFolds folds,
            EvidenceStore files,
            Twins twins,
            Outlooks outlooks,
            Reach reach) {
        this.ledgers = ledgers;
        this.cadres = cadres;
        this.folds = folds;
        this.files = files;
        this.twins = twins;
        this.outlooks = outlooks;
        this.reach = reach;
    }

    /**
     * @param source which kind of item the page is about
     * @param typed what was in a form that was refused, with its {@code act}; empty otherwise
     * @throws Refusal UNKNOWN_CADRE, OTHER_JURISDICTION, UNKNOWN_CLAIM, UNKNOWN_DEDUCTION
     */
    ItemPanel of(
            Actor actor,
            String cadreId,
            String itemId,
            ItemStory.Source source,
            DeskFilter filter,
            Map<String, String> typed,
            Instant now) {
        reach.cadre(actor, cadreId);
        List<ItemStory> stories = ledgers.stories(cadreId);
        ItemStory item = stories.stream()
                .filter(story -> story.itemId().equals(itemId) && story.source() == source)
                .findFirst()
                .orElseThrow(() -> unknown(source, itemId));
        Catalogue.Rule rule = rule(item);
        boolean claim = source == ItemStory.Source.CLAIM;
        Cadres.Listed cadre = cadres.find(cadreId).orElse(null);
        return new ItemPanel(
                item,
                cadre,
                rule,
                rule == null ? List.of() : levels(item, rule),
                claim && item.state().isOpen() ? matters(item, stories) : List.of(),
                item.evidence().stream()
                        .flatMap(ref -> files.find(ref.evidenceId()).stream())
                        .toList(),
                siblings(item, stories),
                claim && cadre != null ? twins(cadre.jurisdiction(), item) : List.of(),
                item.state().isOpen() ? outlooks.with(item, now) : null,
                permits(actor, item),
                claim ? ReviewPages.BASE : DeductionPages.BASE,
                filter.query(),
                typed);
    }

    private static Refusal unknown(ItemStory.Source source, String itemId) {
        return Refusal.of(source == ItemStory.Source.CLAIM ? Reason.UNKNOWN_CLAIM : Reason.UNKNOWN_DEDUCTION, itemId);
    }

    static List<Permit> permits(Actor actor, ItemStory item) {
        Permit.Item known = new Permit.Item(
                item.cadreId(), item.state(), users(item, BEGINNINGS), users(item, EnumSet.of(Action.SCORED)));
        return item.source() == ItemStory.Source.CLAIM ? Permit.ofClaim(actor, known) : Permit.ofEntry(actor, known);
    }

    private static Set<String> users(ItemStory item, Set<Action> actions) {
        return item.steps().stream()
                .filter(step -> actions.contains(step.action()))
                .map(ItemStory.Step::by)
                .collect(Collectors.toSet());
    }

    private Catalogue.@Nullable Rule rule(ItemStory item) {
        String code = item.rule();
        return code == null
                ? null
                : folds.catalogues()
                        .version(item.catalogue())
                        .flatMap(version -> version.catalogue().rule(code))
                        .orElse(null);
    }

    /** Never above what was claimed (domain.md "Cycle", 1). */
    private static List<ItemPanel.Level> levels(ItemStory item, Catalogue.Rule rule) {
        return rule.levels().stream()
                .sorted(Comparator.comparing(Catalogue.Level::points).reversed())
                .map(level -> new ItemPanel.Level(
                        level.code(),
                        level.points(),
                        level.points().compareTo(item.points().claimed()) <= 0))
                .toList();
    }

    /** Of the entries of the same kind that count in the year, then of the claims that wait; each text once. */
    private List<ItemPanel.MatterLine> matters(ItemStory item, List<ItemStory> stories) {
        Map<String, ItemPanel.MatterLine> found = new LinkedHashMap<>();
        Year year = new Year(item.month().year());
        Stream<ItemPanel.MatterLine> entries = ledgers.statement(item.cadreId(), year, null).entries().stream()
                .filter(line -> line.kind() == item.kind())
                .sorted(Comparator.comparing(LedgerStatement.Line::counted).reversed())
                .map(line -> new ItemPanel.MatterLine(
                        line.matter(), line.kind(), line.rule(), line.level(), line.points(), line.month(), true));
        Stream<ItemPanel.MatterLine> waiting = stories.stream()
                .filter(other -> !other.itemId().equals(item.itemId()))
                .filter(other -> other.kind() == item.kind() && other.state().isOpen())
                .filter(other -> other.month().year() == year.year())
                .map(other -> new ItemPanel.MatterLine(
                        other.matter(),
                        other.kind(),
                        other.rule(),
                        other.level(),
                        other.points().now(),
                        other.month(),
                        false));
        Stream.concat(entries, waiting).forEach(line -> found.putIfAbsent(Matters.comparable(line.matter()), line));
        return List.copyOf(found.values());
    }

    private static List<ItemStory> siblings(ItemStory item, List<ItemStory> stories) {
        return stories.stream()
                .filter(other -> other.source() == item.source()
                        && other.month().equals(item.month())
                        && !other.itemId().equals(item.itemId()))
                .toList();
    }

    private List<ItemPanel.TwinLine> twins(String jurisdiction, ItemStory item) {
        return twins.of(jurisdiction, new Twins.ClaimKey(item.cadreId(), item.itemId())).stream()
                .map(twin -> new ItemPanel.TwinLine(twin, names(twin.sameFiles())))
                .toList();
    }

    private List<String> names(List<EvidenceRef> refs) {
        return refs.stream()
                .flatMap(ref -> files.find(ref.evidenceId()).stream())
                .map(Evidence::fileName)
                .distinct()
                .toList();
    }
}
