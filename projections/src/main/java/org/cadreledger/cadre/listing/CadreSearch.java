package org.cadreledger.cadre.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.Cadres.Matches;
import org.cadreledger.cadre.Cadres.Query;
import org.cadreledger.cadre.Cadres.UnitSize;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Looks through whole counties in memory: a few thousand cadres each. */
final class CadreSearch {
    /** Between unit and id in a cursor: ids have none. */
    private static final char SEPARATOR = '/';

    private static final Comparator<Listed> BY_UNIT =
            Comparator.comparing(Listed::unit).thenComparing(Listed::cadreId);

    private CadreSearch() {}

    static Matches search(List<Listed> cadres, Query query, PageRequest page) {
        String text = SearchText.folded(query.text());
        List<Listed> found = cadres.stream()
                .filter(cadre -> query.unit() == null || query.unit().equals(cadre.unit()))
                .filter(cadre -> query.category() == null || query.category() == cadre.category())
                .filter(cadre -> SearchText.matches(text, cadre.cadreId(), cadre.name(), cadre.unit()))
                .sorted(BY_UNIT)
                .toList();
        List<Listed> rest = rest(found, page.after());
        boolean more = rest.size() > page.limit();
        List<Listed> part = more ? rest.subList(0, page.limit()) : rest;
        return new Matches(new Page<>(part, more ? cursor(part.getLast()) : null), found.size());
    }

    private static List<Listed> rest(List<Listed> found, @Nullable String after) {
        if (after == null) {
            return found;
        }
        int separator = after.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw Refusal.field("after", "cursor", after);
        }
        String unit = after.substring(0, separator);
        String cadreId = after.substring(separator + 1);
        return found.stream()
                .filter(cadre -> cadre.unit().compareTo(unit) > 0
                        || (cadre.unit().equals(unit) && cadre.cadreId().compareTo(cadreId) > 0))
                .toList();
    }

    private static String cursor(Listed cadre) {
        return cadre.unit() + SEPARATOR + cadre.cadreId();
    }

    static List<UnitSize> units(Stream<Listed> cadres) {
        Map<String, Integer> sizes =
                cadres.collect(Collectors.toMap(Listed::unit, cadre -> 1, Integer::sum, TreeMap::new));
        return sizes.entrySet().stream()
                .map(unit -> new UnitSize(unit.getKey(), unit.getValue()))
                .toList();
    }
}
