package org.cadreledger.period.keeping;

import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.CommandContext;
import org.cadreledger.decisions.Decision;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Where decisions about a county's periods meet their facts and their aggregate. For use within a unit of work. */
@Component
public class CountyBooks {
    private final Repository<CountyPeriods> periods;
    private final FreshFolds folds;

    public CountyBooks(Repository<CountyPeriods> periods, FreshFolds folds) {
        this.periods = periods;
        this.folds = folds;
    }

    /** @throws Refusal UNKNOWN_JURISDICTION */
    public PeriodFacts facts(String jurisdiction, CommandContext context) {
        County county = folds.county(jurisdiction);
        if (!county.exists()) {
            throw Refusal.of(Reason.UNKNOWN_JURISDICTION, jurisdiction);
        }
        return new PeriodFacts(context, county, folds.periods(county, context.now()), folds.catalogues());
    }

    /** The same for staff of the county. */
    public PeriodFacts staffFacts(String jurisdiction, CommandContext context) {
        if (!context.actor().actsIn(jurisdiction)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION, jurisdiction);
        }
        return facts(jurisdiction, context);
    }

    /** @param rule is given the facts with the newest state of that year */
    public <R> R decide(PeriodFacts facts, int year, Function<PeriodFacts, Decision<PeriodEvent, R>> rule) {
        String by = facts.actor().user();
        return load(facts.jurisdiction(), year).invoke(aggregate -> {
            Decision<PeriodEvent, R> decision = rule.apply(facts.with(aggregate.book()));
            decision.events().forEach(filed -> aggregate.file(filed.event(), by, filed.jurisdiction()));
            return decision.result();
        });
    }

    private Aggregate<CountyPeriods> load(String jurisdiction, int year) {
        try {
            return periods.loadOrCreate(
                    Streams.period(jurisdiction, year), () -> new CountyPeriods(jurisdiction, year));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot open the periods of " + jurisdiction + " in " + year, e);
        }
    }
}
