package org.cadreledger.cadre.listing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.listing.RosterProjection.Roster;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Kept;
import org.cadreledger.documents.Projection;
import org.cadreledger.documents.ProjectionGroup;
import org.jspecify.annotations.Nullable;

/**
 * Whole counties of cadres in memory. Each call asks the database for the positions of a county's few documents and reads
 * those that are newer than what is kept, so it is as fresh as any other read.
 */
public final class Rosters {
    /** Of cadres kept; each weighs some 400 bytes. */
    private static final int MOST = 60_000;

    private final ProjectionGroup group;
    private final RosterProjection projection;
    private final Kept<String, Known> kept = new Kept<>(MOST, Known::size);

    public Rosters(ProjectionGroup group, RosterProjection projection) {
        this.group = group;
        this.projection = projection;
    }

    /**
     * A county's cadres as they are now.
     *
     * @param here those who belong to it, by unit, then by id
     * @param everyone by id, those who left included, as they were last
     */
    public record Roll(List<Listed> here, Map<String, Listed> everyone) {
        /** Null for a stranger, and after an erasure. */
        public @Nullable String name(String cadreId) {
            Listed cadre = everyone.get(cadreId);
            return cadre == null ? null : cadre.name();
        }
    }

    private record Known(int generation, Map<String, Found<Roster>> parts, Roll roll) {
        int size() {
            return roll.everyone().size();
        }
    }

    /** Empty for an unknown county. */
    public Roll of(String jurisdiction) {
        Generation generation = group.active();
        DocumentCollection<Roster> documents = generation.of(projection);
        Known before = kept.get(jurisdiction);
        Map<String, Found<Roster>> known =
                before == null || before.generation() != generation.number() ? Map.of() : before.parts();
        Map<String, Long> positions = documents.positions(jurisdiction, "");
        List<String> stale = positions.entrySet().stream()
                .filter(part -> !isFresh(known.get(part.getKey()), part.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (before != null && !known.isEmpty() && stale.isEmpty()) {
            return before.roll();
        }
        Map<String, Found<Roster>> parts = new HashMap<>(known);
        documents.find(stale).forEach(part -> parts.put(part.id(), part));
        Known now = new Known(generation.number(), parts, roll(parts));
        kept.put(jurisdiction, now);
        return now.roll();
    }

    private static boolean isFresh(@Nullable Found<Roster> part, long position) {
        return part != null && part.position() >= position;
    }

    private static Roll roll(Map<String, Found<Roster>> parts) {
        List<Listed> here = new ArrayList<>();
        Map<String, Listed> everyone = new HashMap<>();
        for (Found<Roster> part : parts.values()) {
            String jurisdiction = Projection.jurisdictionOf(part.id());
            part.body().cadres().forEach((cadreId, line) -> {
                Listed listed = new Listed(
                        cadreId,
                        line.name(),
                        jurisdiction,
                        line.category(),
                        line.unit(),
                        line.post(),
                        line.rank(),
                        line.group(),
                        line.registeredOn());
                everyone.put(cadreId, listed);
                if (line.here()) {
                    here.add(listed);
                }
            });
        }
        here.sort(Comparator.comparing(Listed::unit).thenComparing(Listed::cadreId));
        return new Roll(List.copyOf(here), Collections.unmodifiableMap(everyone));
    }
}
