package org.cadreledger.period.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.period.Periods.Block;
import org.cadreledger.security.PageAccess;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the way of a step, in words, with the page where it can be dealt with. */
@Component
class Blocks {
    private static final int SHOWN = 200;

    private final Cadres cadres;

    Blocks(Cadres cadres) {
        this.cadres = cadres;
    }

    /**
     * A kind of block with everything of that kind.
     *
     * @param kind message {@code block.<kind>}
     * @param number how many there are; {@code items} may be fewer
     */
    public record Group(String kind, int number, List<Item> items) {}

    /**
     * One thing.
     *
     * @param cadre name and unit; null when it is about no cadre
     * @param period that is meant, date likewise; null when none is
     * @param link null when nothing can be done but wait
     */
    public record Item(
            @Nullable String cadre,
            @Nullable String unit,
            @Nullable Period period,
            @Nullable LocalDate date,
            @Nullable String link) {}

    /** @param actor links lead where the reader may go */
    List<Group> of(List<Block> blocks, Actor actor) {
        Map<String, List<Block>> kinds = new LinkedHashMap<>();
        blocks.forEach(block ->
                kinds.computeIfAbsent(block.kind(), kind -> new ArrayList<>()).add(block));
        return kinds.entrySet().stream()
                .map(kind -> new Group(
                        kind.getKey(),
                        kind.getValue().size(),
                        kind.getValue().stream()
                                .limit(SHOWN)
                                .map(block -> item(block, actor))
                                .toList()))
                .toList();
    }

    private Item item(Block block, Actor actor) {
        Cadres.@Nullable Listed cadre =
                block.cadreId() == null ? null : cadres.find(block.cadreId()).orElse(null);
        String name = cadre == null || cadre.name() == null ? block.cadreId() : cadre.name();
        String unit = cadre == null ? null : cadre.unit();
        String id = block.id();
        return switch (block.kind()) {
            case "UNDECIDED_CLAIM" -> new Item(name, unit, null, null, claim(block.cadreId(), id, actor));
            case "UNCONFIRMED_DEDUCTION" ->
                new Item(name, unit, null, null, PageAccess.allows(actor, "GET", "/deductions") ? "/deductions" : null);
            case "OBJECTION_OPEN", "REVISION_NEEDED" -> new Item(name, unit, null, null, "/objections/" + id);
            case "WINDOW_OPEN" -> new Item(null, null, null, id == null ? null : LocalDate.parse(id), null);
            default -> {
                Period period = id == null ? null : Period.parse(id);
                yield new Item(null, null, period, null, period == null ? null : "/periods/" + period);
            }
        };
    }

    private static String claim(@Nullable String cadreId, @Nullable String claimId, Actor actor) {
        String desk = "/review/" + cadreId + "/" + claimId;
        return PageAccess.allows(actor, "GET", desk) ? desk : "/cadres/" + cadreId + "/claims/" + claimId;
    }
}
