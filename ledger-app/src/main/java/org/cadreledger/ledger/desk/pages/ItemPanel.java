package org.cadreledger.ledger.desk.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.Twins;
import org.cadreledger.ledger.outlook.Outlook;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Everything that somebody needs who decides on one item, and what they may do with it.
 *
 * @param rule null for a deduction from a base item
 * @param levels from the highest; empty where the rule has none
 * @param matters of the cadre's year: the item may be put under one of them
 * @param files beside the item; the same order as the item names them
 * @param siblings the cadre's other items of the month
 * @param outlook null once it is decided
 * @param typed what was in the fields of a form that was refused
 */
public record ItemPanel(
        ItemStory item,
        Cadres.@Nullable Listed cadre,
        Catalogue.@Nullable Rule rule,
        List<Level> levels,
        List<MatterLine> matters,
        List<Evidence> files,
        List<ItemStory> siblings,
        List<TwinLine> twins,
        @Nullable Outlook outlook,
        List<Permit> permits,
        String base,
        String query,
        Map<String, String> typed) {

    private static final int FIRST_TWINS = 3;

    /** @param open whether the claim may be given it: not above what was claimed */
    public record Level(String code, Points points, boolean open) {}

    /**
     * @param entry whether it counts already; otherwise it is of a claim that waits
     */
    public record MatterLine(
            String matter,
            Entry.EntryKind kind,
            @Nullable String rule,
            @Nullable String level,
            Points points,
            Month month,
            boolean entry) {}

    /** @param fileNames of the files with the same content */
    public record TwinLine(Twins.Twin twin, List<String> fileNames) {}

    public String key() {
        return item.cadreId() + "/" + item.itemId();
    }

    public String path() {
        return base + "/" + key();
    }

    public boolean isClaim() {
        return item.source() == ItemStory.Source.CLAIM;
    }

    /** The one act that the page asks for; empty when nothing is to be done here. */
    public Optional<Permit> usual() {
        return permits.stream().filter(Permit::open).filter(this::isUsual).findFirst();
    }

    private boolean isUsual(Permit permit) {
        return switch (permit.act()) {
            case SCORE -> item.state() == ItemStory.State.DECLARED;
            case APPROVE, CONFIRM -> true;
            default -> false;
        };
    }

    /** Which form stands open: the one that was refused, else the usual one. */
    public boolean isOpen(Permit permit) {
        String refused = typed.get("act");
        return refused == null ? usual().filter(permit::equals).isPresent() : refused.equals(permit.name());
    }

    public String value(String field, @Nullable String otherwise) {
        String value = typed.get(field);
        return value != null ? value : otherwise == null ? "" : otherwise;
    }

    /** Shown at once; where one file serves many claims the others are a click away. */
    public List<TwinLine> firstTwins() {
        return twins.subList(0, Math.min(FIRST_TWINS, twins.size()));
    }

    public List<TwinLine> furtherTwins() {
        return twins.subList(firstTwins().size(), twins.size());
    }
}
