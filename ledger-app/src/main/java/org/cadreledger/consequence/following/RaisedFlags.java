package org.cadreledger.consequence.following;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.Flag;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The flags that stand for a cadre now; what does not stand cannot be followed up. */
@Component
public class RaisedFlags {
    private final FreshFolds facts;
    private final ObjectProvider<Consequences> consequences;

    public RaisedFlags(FreshFolds facts, ObjectProvider<Consequences> consequences) {
        this.facts = facts;
        this.consequences = consequences;
    }

    /**
     * A flag with the county that it belongs to.
     *
     * @param county the latest of the cadre's whose boards raise it: a flag stays with the county of its last board
     */
    public record Raised(Consequence flag, String county) {}

    /**
     * @param period the last of those that raise it
     * @throws Refusal UNKNOWN_FLAG when none is raised there, or it was withdrawn
     */
    public Raised raised(String cadreId, Flag flag, Period period) {
        return find(cadreId, period.year(), found -> FollowUpRules.raised(found, flag, period))
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_FLAG, flag, period));
    }

    /**
     * @param year of the last of the periods that raise it
     * @throws Refusal UNKNOWN_FLAG when none is raised there, or it was withdrawn
     */
    public Raised priority(String cadreId, int year) {
        return find(cadreId, year, found -> FollowUpRules.priority(found, year))
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_FLAG, Flag.PRIORITY, year));
    }

    private Optional<Raised> find(String cadreId, int year, Function<List<Consequence>, Optional<Consequence>> pick) {
        return facts.cadre(cadreId).particulars().reversed().stream()
                .map(CadreFile.Particulars::jurisdiction)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(county -> pick.apply(consequences.getObject().find(county, year, cadreId)).stream()
                        .map(flag -> new Raised(flag, county)))
                .findFirst();
    }
}
