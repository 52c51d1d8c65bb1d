package org.cadreledger.consequence.pages;

import java.util.HashMap;
import java.util.Map;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.Cadres.Query;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the cadres of a list are. */
@Component
class CadreNames {
    private final Cadres cadres;

    CadreNames(Cadres cadres) {
        this.cadres = cadres;
    }

    /** All of a county, by id: a list of a year names hundreds of them. */
    Map<String, Listed> of(@Nullable String county) {
        Map<String, Listed> all = new HashMap<>();
        String after = null;
        do {
            var page = cadres.search(county, Query.ALL, new PageRequest(PageRequest.MOST, after))
                    .page();
            page.items().forEach(cadre -> all.put(cadre.cadreId(), cadre));
            after = page.next();
        } while (after != null);
        return all;
    }

    /** Also of one who has left the county since. */
    @Nullable
    Listed of(Map<String, Listed> known, String cadreId) {
        Listed cadre = known.get(cadreId);
        return cadre != null ? cadre : cadres.find(cadreId).orElse(null);
    }
}
