package org.cadreledger.objection.api;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.cadreledger.access.Actor;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.Objections;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.read.ReadSide;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which county an objection is in: the contract's path does not say, and ids are unique in a county only. */
@Component
final class ObjectionPlaces {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Objections objections;
    private final ReadSide readSide;
    private final LogEnd tail;
    private final Reach reach;

    ObjectionPlaces(Objections objections, ReadSide readSide, LogEnd tail, Reach reach) {
        this.objections = objections;
        this.readSide = readSide;
        this.tail = tail;
        this.reach = reach;
    }

    /** @throws Refusal UNKNOWN_OBJECTION; INVALID_CONTENT when several counties have one of that id */
    String county(Actor actor, @Nullable String asked, Period period, String objectionId) {
        if (asked != null || actor.jurisdiction() != null) {
            return reach.county(actor, asked);
        }
        // whatever was acknowledged before this call counts
        if (!readSide.await(tail.position(), PATIENCE)) {
            throw Refusal.of(Reason.NOT_YET_VISIBLE);
        }
        Set<String> counties = counties(period, objectionId);
        if (counties.isEmpty()) {
            throw Refusal.of(Reason.UNKNOWN_OBJECTION, objectionId);
        }
        if (counties.size() > 1) {
            throw Refusal.field("jurisdiction", "required");
        }
        return counties.iterator().next();
    }

    private Set<String> counties(Period period, String objectionId) {
        Set<String> found = new TreeSet<>();
        String after = null;
        do {
            var query = new Objections.Query(null, period, null, null);
            Page<Objection> page = objections.find(query, new PageRequest(PageRequest.MOST, after));
            page.items().stream()
                    .filter(objection -> objection.objectionId().equals(objectionId))
                    .map(Objection::jurisdiction)
                    .forEach(found::add);
            after = page.next();
        } while (after != null);
        return found;
    }
}
